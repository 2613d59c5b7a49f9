using System.Collections.Concurrent;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack.Blocks;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// The way out to Slack: draws a reply as messages and posts them one by one. The outbox repeats what failed; what
/// has arrived already is then left out, plainer drawings are tried where Slack refuses the rich one.
/// </summary>
internal sealed class SlackChannel(
    SlackTeams teams, SlackRooms rooms, SlackPrivateReplies whispers, SlackUploads uploads, ILogger<SlackChannel> log) : IChannel
{
    private const int MostUnderWay = 10_000;
    private readonly ConcurrentDictionary<string, Progress> underWay = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DrawingStyle> styles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> statusOff = new(StringComparer.Ordinal);

    public string Name => "slack";

    public async Task<string?> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var team = await teams.FindAsync(message.To.Account, ct)
            ?? throw new ServiceException("Slack", Failure.Refused, "this workspace is not ours any more");
        if (underWay.Count > MostUnderWay)
        {
            underWay.Clear(); // parts that are there are found again by their metadata
        }

        var known = underWay.TryGetValue(message.Id, out var progress);
        progress ??= new Progress(styles.GetValueOrDefault(team.Id, DrawingStyle.Rich));
        underWay[message.Id] = progress;
        try
        {
            if (message.MaybeSent && (!known || progress.Unsure) && !SlackResponses.IsPrivate(message.To))
            {
                progress.Found(await rooms.FindSentAsync(team, message, ct));
            }

            await SendPartsAsync(team, message, progress, ct);
            underWay.TryRemove(message.Id, out _);
            return progress.First;
        }
        catch (ServiceException problem)
        {
            progress.Unsure = problem.MaybeDone;
            if (problem.Failure != Failure.Transient)
            {
                underWay.TryRemove(message.Id, out _);
            }

            throw progress.Any ? Partly(problem) : problem;
        }
    }

    public async Task ShowWorkingAsync(ReplyAddress place, CancellationToken ct)
    {
        if (place.Thread is not { } thread || SlackResponses.IsPrivate(place) || statusOff.ContainsKey(place.Account))
        {
            return;
        }

        try
        {
            if (await teams.FindAsync(place.Account, ct) is { } team
                && await rooms.ShowStatusAsync(team, place.Place, thread, ct) is { Ok: false })
            {
                statusOff[place.Account] = true; // the app has no such right there; asking again would only fill the log
            }
        }
        catch (ServiceException problem)
        {
            SlackLog.LeftOut(log, "status", SlackErrors.Redact(problem.Message));
        }
    }

    private async Task SendPartsAsync(SlackTeam team, OutgoingMessage message, Progress progress, CancellationToken ct)
    {
        var drafts = ReplyDrawing.Draw(message.Reply, progress.Style);
        for (var part = 0; part < drafts.Count; part++)
        {
            if (progress.Has(part))
            {
                continue;
            }

            if (drafts[part].Audio is { } audio)
            {
                progress.Sent(part, await ShareAsync(team, message, part, audio, ct));
                continue;
            }

            var answer = await PostAsync(team, message, part, drafts[part], ct);
            if (SlackErrors.IsDrawing(answer.Error) && drafts[part].Blocks.Count > 0)
            {
                SlackLog.Plainer(log, message.Id, answer.Error, string.Join(' ', drafts[part].Blocks.Select(b => b.GetType().Name)));
                (drafts, part) = Redraw(team, message, progress, drafts, part);
                continue;
            }

            progress.Sent(part, answer.OrThrow().Text("ts") ?? "");
        }
    }

    /// <summary>Nothing sent yet: everything is drawn plainer. Else only the rest, as text.</summary>
    private (IReadOnlyList<SlackDraft> Drafts, int Part) Redraw(
        SlackTeam team, OutgoingMessage message, Progress progress, IReadOnlyList<SlackDraft> drafts, int part)
    {
        if (progress.Any)
        {
            return ([.. drafts.Select((d, at) => at < part || d.Audio is not null ? d : d with { Blocks = [] })], part - 1);
        }

        progress.Style = progress.Style == DrawingStyle.Rich ? DrawingStyle.Plain : DrawingStyle.Text;
        if (progress.Style == DrawingStyle.Plain && drafts[part].Blocks.Any(b => b is TableBlock))
        {
            styles[team.Id] = DrawingStyle.Plain; // this workspace does not know tables
        }

        return (ReplyDrawing.Draw(message.Reply, progress.Style), -1);
    }

    private Task<SlackAnswer> PostAsync(SlackTeam team, OutgoingMessage message, int part, SlackDraft draft, CancellationToken ct) =>
        SlackResponses.IsPrivate(message.To)
            ? whispers.PostAsync(team, message, draft, ct)
            : rooms.PostAsync(team, message, part, draft, ct);

    private async Task<string> ShareAsync(SlackTeam team, OutgoingMessage message, int part, AudioPart audio, CancellationToken ct)
    {
        var place = SlackResponses.IsPrivate(message.To)
            ? new UploadPlace(await whispers.OpenDirectAsync(team, message.To, ct), null)
            : new UploadPlace(message.To.Place, message.To.Thread);
        if (await uploads.ShareAsync(team, message.Id, part, audio, place, ct) is { } ts)
        {
            return ts;
        }

        SlackLog.FileNotShown(log, audio.File);
        var link = Mrkdwn.Link(await uploads.LinkAsync(team, message.Id, part, ct), audio.Name) ?? Mrkdwn.Escape(audio.Name);
        var draft = new SlackDraft($"The audio is uploaded; if it does not show here, open it at {link}.", []);
        return (await PostAsync(team, message, part, draft, ct)).OrThrow().Text("ts") ?? "";
    }

    private static ServiceException Partly(ServiceException problem) =>
        new(problem.Service, problem.Failure, $"after some parts were sent: {problem.Message}", problem)
        {
            RetryAfter = problem.RetryAfter,
            MaybeDone = true,
        };

    /// <summary>How far a message of several parts has come; one sender works on a message at a time.</summary>
    private sealed class Progress(DrawingStyle style)
    {
        private readonly SortedDictionary<int, string> sent = [];

        public DrawingStyle Style { get; set; } = style;

        /// <summary>True when the last attempt may have posted a part that is not noted here.</summary>
        public bool Unsure { get; set; }

        public bool Any => sent.Count > 0;
        public string? First => sent.Values.FirstOrDefault(ts => ts.Length > 0);

        public bool Has(int part) => sent.ContainsKey(part);

        public void Sent(int part, string ts) => sent[part] = ts;

        public void Found(IReadOnlyDictionary<int, string> parts)
        {
            foreach (var (part, ts) in parts)
            {
                sent[part] = ts;
            }
        }
    }
}
