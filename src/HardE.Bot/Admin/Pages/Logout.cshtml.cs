using HardE.Bot.Admin.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HardE.Bot.Admin.Pages;

/// <summary>The way out: ends the session for good, also for a copied cookie.</summary>
internal sealed class LogoutModel(AdminSessions sessions) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sessions.EndAsync(User.Admin().Session, ct);
        await HttpContext.SignOutAsync();
        return Redirect("/login");
    }
}
