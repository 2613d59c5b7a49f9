using System.Text.RegularExpressions;
using Dapper;
using HardE.Agents.State;

namespace HardE.Bot.Channels.Slack;

/// <summary>How freely Hard-E may speak in a place.</summary>
internal enum QuietMode
{
    /// <summary>As everywhere: mentions, and the person it answered last.</summary>
    Off,

    /// <summary>Only when it is mentioned.</summary>
    Mention,

    /// <summary>Not at all, until somebody says unmute.</summary>
    Mute,
}

/// <summary>A wish about quiet: what, and whether it is meant for the whole channel.</summary>
internal sealed record QuietWish(QuietMode Mode, bool WholeChannel);

/// <summary>Where people asked for quiet; a thread's own setting goes before its channel's.</summary>
internal sealed partial class SlackQuiet(Database database, TimeProvider clock)
{
    /// <summary>Reads a wish about quiet; null when the text is none.</summary>
    public static QuietWish? Read(string text)
    {
        var match = Wish().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var mode = match.Groups["mute"].Success ? QuietMode.Mute : match.Groups["mention"].Success ? QuietMode.Mention : QuietMode.Off;
        return new QuietWish(mode, match.Groups["channel"].Success);
    }

    public async Task<QuietMode> FindAsync(SlackTeam team, string channel, string? thread, CancellationToken ct)
    {
        var found = await database.ReadAsync(
            db => db.QueryFirstOrDefaultAsync<string?>(
                """
                SELECT mode FROM slack_quiet WHERE tenant = @tenant AND team = @team AND channel = @channel AND thread IN ('', @thread)
                ORDER BY thread DESC LIMIT 1
                """,
                new { tenant = team.Tenant, team = team.Id, channel, thread = thread ?? "" }),
            ct);
        return found switch { "mute" => QuietMode.Mute, "mention" => QuietMode.Mention, _ => QuietMode.Off };
    }

    /// <returns>What to tell the people there.</returns>
    public async Task<string> SetAsync(SlackTeam team, string channel, string? thread, QuietWish wish, string user, CancellationToken ct)
    {
        var place = wish.WholeChannel || thread is null ? "" : thread;
        await database.WriteAsync(
            db => db.ExecuteAsync(
                """
                INSERT INTO slack_quiet (tenant, team, channel, thread, mode, set_by, set_at) VALUES (@tenant, @team, @channel, @place, @mode, @user, @now)
                ON CONFLICT (tenant, team, channel, thread) DO UPDATE SET mode = excluded.mode, set_by = excluded.set_by, set_at = excluded.set_at
                """,
                new
                {
                    tenant = team.Tenant,
                    team = team.Id,
                    channel,
                    place,
                    mode = wish.Mode switch { QuietMode.Mute => "mute", QuietMode.Mention => "mention", _ => "off" },
                    user,
                    now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                }),
            ct);
        var where = place.Length == 0 ? "this channel" : "this thread";
        return wish.Mode switch
        {
            QuietMode.Mute => $"All right, I say nothing more in {where}. Mention me with “unmute” when you want me back.",
            QuietMode.Mention => $"All right, in {where} I answer only when I am mentioned.",
            _ => $"I am back in {where}: I answer mentions, and go on with the person I spoke with last.",
        };
    }

    /// <summary>Channels and threads that have a setting, for the person's own page.</summary>
    public Task<IReadOnlyList<(string Channel, string Thread, string Mode)>> ListAsync(SlackTeam team, int most, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<(string, string, string)>>(
            async db => [.. await db.QueryAsync<(string, string, string)>(
                "SELECT channel, thread, mode FROM slack_quiet WHERE tenant = @tenant AND team = @team AND mode <> 'off' ORDER BY set_at DESC LIMIT @most",
                new { tenant = team.Tenant, team = team.Id, most })],
            ct);

    [GeneratedRegex(
        """
        ^(please\s+)?(
          (?<mute>(mute|be\s+quiet|stay\s+(quiet|silent)|shut\s+up))
        | (?<mention>(answer|reply|speak|talk)?\s*only\s+when\s+(you\s+are\s+|you're\s+|i\s+|we\s+|someone\s+)?mention(ed|s)?(\s+you)?)
        | (?<off>(unmute|(you\s+(may|can)\s+)?(speak|talk|answer)\s+(here\s+)?again))
        )(\s+yourself)?(\s+(?<channel>(in\s+)?(this|the|whole|the\s+whole)\s+channel)|\s+(in\s+)?this\s+thread|\s+here)?(,?\s*please)?\s*[.!]*$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Wish();
}
