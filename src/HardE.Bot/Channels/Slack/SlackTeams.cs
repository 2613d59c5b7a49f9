using System.Collections.Concurrent;
using HardE.Agents.Services;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>A workspace that has installed Hard-E.</summary>
/// <param name="Id">Slack's team id.</param>
/// <param name="Tenant">The company it belongs to.</param>
/// <param name="BotToken">What we call Slack with there.</param>
/// <param name="BotUser">Our user id there.</param>
/// <param name="BotId">Our bot id there; empty when Slack did not say.</param>
internal sealed record SlackTeam(string Id, string Tenant, string BotToken, string BotUser, string BotId);

/// <summary>
/// Which workspaces are ours, and with which token. Today one token from the settings, whose workspace is the default
/// company's; each answer is asked for by team so that installs by OAuth can follow. Never another team's token.
/// </summary>
internal sealed class SlackTeams(SlackApi api, Tenants tenants, IOptions<SlackOptions> options, ILogger<SlackTeams> log) : IDisposable
{
    private readonly ConcurrentDictionary<string, SlackTeam> known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim asking = new(1, 1);
    private SlackAnswer? me;

    /// <returns>The team; null when it is none of ours (its events are dropped quietly).</returns>
    /// <exception cref="ServiceException">Slack or the database cannot be asked now.</exception>
    public async Task<SlackTeam?> FindAsync(string team, CancellationToken ct)
    {
        if (known.TryGetValue(team, out var found))
        {
            return found;
        }

        var home = await WhoAmIAsync(ct);
        if (home.Text("team_id") != team || await tenants.FindAsync("slack", team, ct) is not { } tenant)
        {
            SlackLog.UnknownTeam(log, team);
            return null;
        }

        return known.GetOrAdd(team, new SlackTeam(
            team, tenant, options.Value.BotToken, home.Text("user_id") ?? "", home.Text("bot_id") ?? ""));
    }

    /// <summary>Asks Slack whose token this is and links that workspace to the default company. Repeating is harmless.</summary>
    /// <exception cref="ServiceException">Slack refused the token or cannot be asked.</exception>
    public async Task LinkHomeAsync(CancellationToken ct)
    {
        var home = await WhoAmIAsync(ct);
        SlackLog.Connected(log, home.Text("team_id") ?? "", options.Value.Mode);
    }

    public void Dispose() => asking.Dispose();

    private async Task<SlackAnswer> WhoAmIAsync(CancellationToken ct)
    {
        if (me is { } asked)
        {
            return asked;
        }

        await asking.WaitAsync(ct);
        try
        {
            if (me is { } meanwhile)
            {
                return meanwhile;
            }

            var answer = (await api.WriteAsync(options.Value.BotToken, "auth.test", new { }, ct)).OrThrow();
            var team = answer.Text("team_id")
                ?? throw new ServiceException("Slack", Failure.BadReply, "auth.test names no team");
            await tenants.LinkAsync("slack", team, Tenants.Default, ct);
            return me = answer;
        }
        finally
        {
            asking.Release();
        }
    }
}
