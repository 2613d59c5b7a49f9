using System.Collections.Concurrent;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack.Blocks;

namespace HardE.Bot.Channels.Slack;

/// <summary>Sends a message part by part: streamed where that suits, else posted; sound as files; plainer when refused.</summary>
internal sealed class SlackParts(
    SlackRooms rooms, SlackPrivateReplies whispers, SlackUploads uploads, SlackStreams streams, ILogger<SlackParts> log)
{
    /// <summary>A card larger than this is a message of its own and not the end of a stream.</summary>
    private const int LargestEnding = 2_500;

    private readonly ConcurrentDictionary<string, DrawingStyle> styles = new(StringComparer.Ordinal);

    /// <summary>How much this workspace has shown to draw.</summary>
    public DrawingStyle StyleOf(SlackTeam team) => styles.GetValueOrDefault(team.Id, DrawingStyle.Rich);

    /// <exception cref="ServiceException">Not all of it was sent; <paramref name="progress"/> knows how far it came.</exception>
    public async Task SendAsync(SlackTeam team, OutgoingMessage message, SlackProgress progress, CancellationToken ct)
    {
        var drafts = await StreamAsync(team, message, progress, ct) ?? Draw(message, progress.Style);
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

    /// <returns>The parts, the first of which the stream has shown; null when the whole message is to be posted.</returns>
    private async Task<IReadOnlyList<SlackDraft>?> StreamAsync(SlackTeam team, OutgoingMessage message, SlackProgress progress, CancellationToken ct)
    {
        if (!streams.Suits(message))
        {
            return null;
        }

        var rest = message.Reply.Parts.Count == 0 ? [] : ReplyDrawing.Draw(message.Reply with { Text = "" }, progress.Style, []);
        var takes = rest.Count > 0 && rest[0].Audio is null && rest[0].Blocks.Sum(b => b.Size()) <= LargestEnding;
        var ending = new List<Block>(takes ? rest[0].Blocks : []);
        ending.AddRange(ExtrasOf(message, progress.Style));
        var text = new StreamedText(SlackStreamText.Quiet(message.Reply.Text), ending);
        if (await streams.SendAsync(team, message, text, fresh: !progress.Any, ct) is not { } ts)
        {
            return null;
        }

        progress.Sent(0, ts);
        return [new SlackDraft(message.Reply.Text, []), .. takes ? rest.Skip(1) : rest];
    }

    private static IReadOnlyList<SlackDraft> Draw(OutgoingMessage message, DrawingStyle style) =>
        ReplyDrawing.Draw(message.Reply, style, ExtrasOf(message, style));

    private static IReadOnlyList<Block> ExtrasOf(OutgoingMessage message, DrawingStyle style) => style switch
    {
        DrawingStyle.Rich => SlackExtras.Of(message),
        DrawingStyle.Plain => [.. SlackExtras.Of(message).Where(b => b is not FeedbackBlock)],
        _ => [],
    };

    /// <summary>Nothing sent yet: everything is drawn plainer. Else only the rest, as text.</summary>
    private (IReadOnlyList<SlackDraft> Drafts, int Part) Redraw(
        SlackTeam team, OutgoingMessage message, SlackProgress progress, IReadOnlyList<SlackDraft> drafts, int part)
    {
        if (progress.Any)
        {
            return ([.. drafts.Select((d, at) => at < part || d.Audio is not null ? d : d with { Blocks = [] })], part - 1);
        }

        progress.Style = progress.Style == DrawingStyle.Rich ? DrawingStyle.Plain : DrawingStyle.Text;
        if (progress.Style == DrawingStyle.Plain && drafts[part].Blocks.Any(b => b is TableBlock or FeedbackBlock))
        {
            styles[team.Id] = DrawingStyle.Plain; // this workspace does not know the newer blocks
        }

        return (Draw(message, progress.Style), -1);
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
}
