using HardE.Bot.Admin.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HardE.Bot.Admin.Pages;

/// <summary>Who did what on the pages, newest first.</summary>
[Authorize(AdminAccess.OperatorPolicy)]
internal sealed class AuditModel(Audit audit) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<(string Id, AuditEntry Entry)> Entries { get; private set; } = [];

    public bool IsFirst { get; private set; }

    public string? Next => Entries.Count == PageSize ? Entries[^1].Id : null;

    public async Task OnGetAsync(string? before, CancellationToken ct)
    {
        IsFirst = before is null;
        Entries = await audit.ListAsync(User.Admin().Tenant, before, PageSize, ct);
    }
}
