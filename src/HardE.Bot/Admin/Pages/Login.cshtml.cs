using HardE.Bot.Admin.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HardE.Bot.Admin.Pages;

/// <summary>The way in: opening a link shows a button, pressing the button spends the link.</summary>
[AllowAnonymous]
internal sealed class LoginModel(LoginLinks links, AdminSessions sessions, Audit audit) : PageModel
{
    [FromRoute] public string? Token { get; set; }

    [FromQuery] public string? ReturnUrl { get; set; }

    public bool CanUse { get; private set; }

    public int Minutes => (int)links.Lifetime.TotalMinutes;

    public async Task OnGetAsync(CancellationToken ct) => CanUse = Token is { } token && await links.IsGoodAsync(token, ct);

    public async Task<IActionResult> OnPostAsync([FromForm] string? returnUrl, CancellationToken ct)
    {
        if (Token is not { } token || await links.SpendAsync(token, ct) is not ({ } tenant, var person)
            || await StartAsync(tenant, person, ct) is not { } user)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }

        await AdminAccess.SignInAsync(HttpContext, user.Session);
        await audit.AddAsync(user, "logged in", "pages", null, "done", ct);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/jobs");
    }

    private async Task<AdminUser?> StartAsync(string tenant, string? person, CancellationToken ct) =>
        await sessions.FindAsync(await sessions.StartAsync(tenant, person, ct), ct);
}
