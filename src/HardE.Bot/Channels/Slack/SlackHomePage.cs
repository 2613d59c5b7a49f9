using System.Globalization;
using HardE.Agents.Turns;
using HardE.Agents.Voice;
using HardE.Bot.Channels.Slack.Blocks;
using HardE.Jobs.Primer;

namespace HardE.Bot.Channels.Slack;

/// <summary>The App Home of one person: what waits for them, what they have begun, which videos run, how things are set.</summary>
internal sealed class SlackHomePage(
    IEnumerable<IWaitingWork> waiting, SlackPeople people, SlackQuiet quiet, Hearing hearing, PrimerStore videos)
{
    private const int MostRuns = 8;
    private const int MostQuiet = 10;
    private const int MostWaiting = 12;

    public async Task<IReadOnlyList<Block>> DrawAsync(SlackTeam team, string user, CancellationToken ct)
    {
        var speaker = await people.FindAsync(team, user, null, ct);
        List<Block> page = [new HeaderBlock("Hard-E, your sales director"), new SectionBlock(Mrkdwn.FromMarkdown(Welcome))];
        if (speaker.Role == Roles.Guest)
        {
            return page; // guests see how to ask, and nothing of the company
        }

        await AddWaitingAsync(page, new WaitingFor(team.Tenant, speaker, null), ct);
        AddRuns(page, await videos.ListAsync(team.Tenant, open: true, MostRuns, ct));
        await AddSettingsAsync(page, team, speaker, ct);
        return page;
    }

    private async Task AddWaitingAsync(List<Block> page, WaitingFor who, CancellationToken ct)
    {
        var items = new List<WaitingItem>();
        foreach (var source in waiting)
        {
            items.AddRange(await source.OfAsync(who, ct));
        }

        var lines = items.OrderByDescending(i => i.Since).Take(MostWaiting).Select(i => $"• *{Short(i.What)}* {When(i.Since)}: {Short(i.Next)}");
        Add(page, "What waits for you, and your drafts", lines, "Nothing waits for your yes, and you have begun nothing that is still open.");
        page.Add(new ActionsBlock([Button.Do(SlackHomeWords.Action, "Show it in our chat", "what waits for me?")]));
    }

    private static void AddRuns(List<Block> page, IReadOnlyList<PrimerRun> runs) => Add(
        page, "Running videos",
        runs.Select(r => string.Create(CultureInfo.InvariantCulture, $"• {Short(r.CustomerName)}: {StateOf(r.State)}, {r.StepsDone} of 10 steps {When(r.CreatedAt)}")),
        "No video is being made.");

    private async Task AddSettingsAsync(List<Block> page, SlackTeam team, Speaker speaker, CancellationToken ct)
    {
        var quietPlaces = (await quiet.ListAsync(team, MostQuiet, ct))
            .Select(q => $"• {(q.Mode == "mute" ? "muted" : "only when mentioned")} in <#{q.Channel}>{(q.Thread.Length > 0 ? " (one thread)" : "")}");
        var clips = hearing.IsConfigured ? "are transcribed and shown to you before anything is done" : "are read from Slack's own transcript, where it is complete";
        Add(page, "Settings", [$"• You are *{Mrkdwn.Escape(speaker.Role)}* here.", $"• Voice clips {clips}.", .. quietPlaces], "");
        page.Add(new ContextBlock(
            ["In a channel or thread: “mute”, “only when mentioned”, “unmute”. In any message: “stop”, “undo”, “start over”, “what waits for me?”."]));
    }

    private static void Add(List<Block> page, string title, IEnumerable<string> lines, string nothing)
    {
        page.Add(new DividerBlock());
        page.Add(new HeaderBlock(title));
        var text = string.Join('\n', lines);
        page.Add(new SectionBlock(Splitter.Clip(text.Length > 0 ? text : $"_{nothing}_", SectionBlock.Most)));
    }

    private static string StateOf(PrimerState state) => state switch
    {
        PrimerState.Queued => "waits for its turn",
        PrimerState.Running => "in the making",
        PrimerState.Retrying => "is tried again",
        PrimerState.Held => "ready, and held until you release it",
        PrimerState.Asking => "who is meant is not clear",
        _ => "ends",
    };

    /// <summary>Slack shows it in the reader's own time zone.</summary>
    private static string When(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture, $"(<!date^{at.ToUnixTimeSeconds()}^{{date_short_pretty}} {{time}}|{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC>)");

    private static string Short(string text) => Splitter.Clip(Mrkdwn.Escape(text.ReplaceLineEndings(" ")), 200);

    private const string Welcome =
        """
        Ask me in a direct message, mention me in a channel, or use `/harde`, `/primer` and `/lead`.
        - Customers and jobs: *find John Smith*, *move the Garcia job to sold*
        - Scripts and primer videos: *produce a primer video for John Smith*
        - Prices, objections, call reviews and market facts, each with its source
        """;
}
