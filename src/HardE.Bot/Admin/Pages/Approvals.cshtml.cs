using System.Security.Cryptography;
using Dapper;
using HardE.Agents.State;
using HardE.Bot.Admin.Access;
using HardE.Jobs.Primer;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HardE.Bot.Admin.Pages;

/// <summary>A write that waits for its yes.</summary>
/// <param name="Summary">What would be written; null for those who may not read conversations.</param>
internal sealed record OpenApproval(string Agent, string Tool, string? Summary, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>Everything that waits for a person: videos and writes.</summary>
internal sealed class ApprovalsModel(PrimerBoard board, Database database, Vault vault, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<PrimerLine> Videos { get; private set; } = [];

    public IReadOnlyList<OpenApproval> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var user = User.Admin();
        Videos = (await board.ListAsync(user.Tenant, new PrimerFilter { State = "waiting" }, null, Most, ct)).Lines;
        var rows = await database.ReadAsync(
            async db => (await db.QueryAsync<(string Agent, string Tool, string Summary, long CreatedAt, long ExpiresAt)>(
                """
                SELECT agent, tool, summary, created_at, expires_at FROM approval
                WHERE tenant = @Tenant AND state = 'open' AND expires_at > @now ORDER BY created_at DESC LIMIT @most
                """,
                new { user.Tenant, now = clock.GetUtcNow().ToUnixTimeMilliseconds(), most = (long)Most })).ToList(),
            ct);
        Open = [.. rows.Select(r => new OpenApproval(
            r.Agent, r.Tool, user.Right >= AdminRight.Operator ? Read(r.Summary) : null,
            DateTimeOffset.FromUnixTimeMilliseconds(r.CreatedAt), DateTimeOffset.FromUnixTimeMilliseconds(r.ExpiresAt)))];
    }

    private string? Read(string summary)
    {
        try
        {
            return vault.Open(summary);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
