using System.Collections.Concurrent;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Which company an Entra tenant belongs to. The tenant in the settings belongs to the company of this node; others must
/// have been linked; a test client on this machine is always at home.
/// </summary>
internal sealed class TeamsTenants(Tenants tenants, IOptions<TeamsOptions> options)
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <returns>The company; null for a tenant nobody linked.</returns>
    public async Task<string?> FindAsync(string account, CancellationToken ct)
    {
        if (account.Length == 0)
        {
            return null;
        }

        if (known.TryGetValue(account, out var company))
        {
            return company;
        }

        if (IsHome(account))
        {
            await tenants.LinkAsync(TeamsTokenCheck.Channel, account, Tenants.Default, ct);
        }

        if (await tenants.FindAsync(TeamsTokenCheck.Channel, account, ct) is { } found)
        {
            return known[account] = found;
        }

        return null;
    }

    private bool IsHome(string account) =>
        options.Value.AllowUnsignedDevelopment || account.Equals(options.Value.TenantId, StringComparison.OrdinalIgnoreCase);
}
