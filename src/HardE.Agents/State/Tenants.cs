using Dapper;

namespace HardE.Agents.State;

/// <summary>Which company a workspace belongs to.</summary>
public sealed class Tenants(Database database, TimeProvider clock)
{
    /// <summary>The company of a node that serves only one.</summary>
    public const string Default = "main";

    /// <returns>The company; null for a workspace nobody linked (it is refused politely).</returns>
    public Task<string?> FindAsync(string channel, string account, CancellationToken ct) => database.ReadAsync(
        db => db.QuerySingleOrDefaultAsync<string?>(
            "SELECT tenant FROM tenant_account WHERE channel = @channel AND account = @account", new { channel, account }),
        ct);

    /// <summary>Links a workspace to a company; a link that exists stays.</summary>
    public Task LinkAsync(string channel, string account, string tenant, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            """
            INSERT INTO tenant_account (channel, account, tenant, linked_at) VALUES (@channel, @account, @tenant, @now)
            ON CONFLICT (channel, account) DO NOTHING
            """,
            new { channel, account, tenant, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }),
        ct);
}
