using HardE.Bot.Admin.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HardE.Bot.Admin.Pages;

/// <summary>All conversations, newest first, with a search. For operators and above: what owners talk about may hold costs and margins.</summary>
[Authorize(AdminAccess.OperatorPolicy)]
internal sealed class ConversationsModel(ConversationBoard board) : PageModel
{
    private const int PageSize = 50;

    public string Text { get; private set; } = "";

    public IReadOnlyList<ConversationLine> Lines { get; private set; } = [];

    public long? Next => Text.Length == 0 && Lines.Count == PageSize ? Lines[^1].LastAt.ToUnixTimeMilliseconds() : null;

    public async Task OnGetAsync(string? text, long? before, CancellationToken ct)
    {
        Text = text is { Length: <= 200 } ? text.Trim() : "";
        var tenant = User.Admin().Tenant;
        Lines = Text.Length > 0
            ? await board.SearchAsync(tenant, Text, ct)
            : await board.ListAsync(tenant, before is { } ms and > 0 and < 253402300799999 ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null, PageSize, ct);
    }
}
