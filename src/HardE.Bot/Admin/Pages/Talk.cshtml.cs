using HardE.Bot.Admin.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HardE.Bot.Admin.Pages;

/// <summary>One conversation: its newest messages and the tools that ran.</summary>
[Authorize(AdminAccess.OperatorPolicy)]
internal sealed class TalkModel(ConversationBoard board) : PageModel
{
    private const int Most = 200;

    public string Id { get; private set; } = "";

    public IReadOnlyList<SaidLine> Said { get; private set; } = [];

    public IReadOnlyList<ToolLine> Tools { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? id, CancellationToken ct)
    {
        Id = id ?? "";
        (Said, Tools) = await board.ReadAsync(User.Admin().Tenant, Id, Most, ct);
        return Said.Count == 0 ? NotFound() : Page();
    }
}
