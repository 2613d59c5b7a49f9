using System.Globalization;
using HardE.Agents.Turns;
using HardE.Agents.Voice;
using HardE.Bot.Channels.Slack.Blocks;
using HardE.Jobs.Primer;

namespace HardE.Bot.Channels.Slack;

/// <summary>The App Home of one person: what waits for them, what they have begun, which videos run, how things are set.</summary>
internal sealed class SlackHomePage(SlackHomeRows rows, SlackPeople people, SlackQuiet quiet, Hearing hearing, PrimerStore videos)
{
    private const int MostRuns = 8;
    private const int MostQuiet = 10;

    public async Task<IReadOnlyList<Block>> DrawAsync(SlackTeam team, string user, CancellationToken ct)
    {
        var speaker = await people.FindAsync(team, user, null, ct);
        List<Block> page = [new HeaderBlock("Hard-E, your sales director"), new SectionBlock(Mrkdwn.FromMarkdown(Welcome))];
        if (speaker.Role == Roles.Guest)
        {
            return page; // guests see how to ask, and nothing of the company
        }

        var runs = await videos.ListAsync(team.Tenant, open: true, MostRuns, ct);
        await AddWaitingAsync(page, team, user, runs, ct);
        await AddDraftsAsync(page, team, user, ct);
        AddRuns(page, runs);
        await AddSettingsAsync(page, team, speaker, ct);
        return page;
    }

    private async Task AddWaitingAsync(List<Block> page, SlackTeam team, string user, IReadOnlyList<PrimerRun> runs, CancellationToken ct)
    {
        var lines = (await rows.QuestionsAsync(team.Tenant, user, ct)).Select(q => $"• {Short(q.Summary)} {When(q.AskedAt)}")
            .Concat(runs.Where(r => r.State == PrimerState.Held).Select(r => $"• The primer video for {Short(r.CustomerName)} is ready and held: release or cancel it."))
            .Concat(runs.Where(r => r.State == PrimerState.Asking).Select(r => $"• The primer video for {Short(r.CustomerName)}: who is meant is not clear."));
        Add(page, "What waits for you", lines, "Nothing waits for your yes.");
        page.Add(new ActionsBlock([Button.Do(SlackHomeWords.Action, "Show me what waits", "what waits for me?")]));
    }

    private async Task AddDraftsAsync(List<Block> page, SlackTeam team, string user, CancellationToken ct) => Add(
        page, "Your drafts", (await rows.DraftsAsync(team.Tenant, user, ct)).Select(d => $"• {Short(d.What)} {When(d.ChangedAt)}"), "You have begun nothing that is still open.");

    private static void AddRuns(List<Block> page, IReadOnlyList<PrimerRun> runs) => Add(
        page, "Running videos",
        runs.Where(r => r.State is not (PrimerState.Held or PrimerState.Asking))
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"• {Short(r.CustomerName)}: {StateOf(r.State)}, {r.StepsDone} of 10 steps {When(r.CreatedAt)}")),
        "No video is being made.");

    private async Task AddSettingsAsync(List<Block> page, SlackTeam team, Speaker speaker, CancellationToken ct)
    {
        var quietPlaces = (await quiet.ListAsync(team, MostQuiet, ct))
            .Select(q => $"• {(q.Mode == "mute" ? "muted" : "only when mentioned")} in <#{q.Channel}>{(q.Thread.Length > 0 ? " (one thread)" : "")}");
        var clips = hearing.IsConfigured ? "are transcribed and shown to you before anything is done" : "are read from Slack's own transcript, where it is complete";
        Add(page, "Settings", [$"• You are *{Mrkdwn.Escape(speaker.Role)}* here.", $"• Voice clips {clips}.", .. quietPlaces], "");
        page.Add(new ContextBlock(["In a channel or thread: “mute”, “only when mentioned”, “unmute”. In any message: “stop”, “undo”, “start over”, “what waits for me?”."]));
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
