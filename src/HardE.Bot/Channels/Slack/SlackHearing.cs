using HardE.Agents.State;

namespace HardE.Bot.Channels.Slack;

/// <summary>Decides whether a message is for us; keeps in mind who has the word with us in each thread.</summary>
internal sealed class SlackHearing(SlackThreads threads, SlackQuiet quiet, People people)
{
    /// <returns>True when Hard-E is to answer.</returns>
    public async Task<bool> IsForUsAsync(SlackTeam team, SlackEvent said, string user, string channel, CancellationToken ct)
    {
        if (user == team.BotUser || said.BotId is not null || said.Hidden
            || said.Subtype is not (null or "" or "file_share" or "thread_broadcast"))
        {
            return false;
        }

        if (said.IsDirect)
        {
            return true;
        }

        var text = said.Text ?? "";
        var mentioned = said.Type == "app_mention" || SlackText.Mentions(text, team.BotUser);
        return mentioned
            ? SlackQuiet.Read(SlackText.Plain(text, team.BotUser)) is not null || await quiet.FindAsync(team, channel, said.ThreadTs, ct) != QuietMode.Mute
            : said.ThreadTs is { } thread && await FollowsAsync(team, channel, thread, user, text, ct);
    }

    /// <summary>Without a mention only the person we answered last, and only while nobody else joins in or is meant.</summary>
    private async Task<bool> FollowsAsync(SlackTeam team, string channel, string thread, string user, string text, CancellationToken ct)
    {
        if (await threads.FindAsync(team, channel, thread, ct) is not { Follows: 1 } ours)
        {
            return false;
        }

        if (ours.LastUser != user)
        {
            await threads.NoteAsync(team, channel, thread, ours with { Follows = 0 }, ct); // people talk among themselves now
            return false;
        }

        if (await quiet.FindAsync(team, channel, thread, ct) != QuietMode.Off)
        {
            return false;
        }

        var staff = await people.ListAsync(team.Tenant, ct);
        var names = staff.SelectMany(p => new[] { p.Name, p.Name.Split(' ')[0] }).Where(n => n.Length > 1).Distinct(StringComparer.OrdinalIgnoreCase);
        return !SlackEtiquette.IsForOthers(text, names);
    }
}
