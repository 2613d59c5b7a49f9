using HardE.Agents.Services;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack.Blocks;

namespace HardE.Bot.Channels.Slack;

/// <summary>Makes a broken stream whole: closes it if Slack still can, and puts the full text in its place.</summary>
internal sealed class SlackStreamRepair(SlackApi api, SlackRooms rooms, SlackStreamRows rows)
{
    /// <summary>Part numbers of posts that stand in for a stream; ordinary parts are far below.</summary>
    private const int FirstSpare = 1000;
    private const int MostPages = 50;

    /// <summary>Finishes what an attempt before this one has begun.</summary>
    /// <returns>Slack's id of the first message; null when nothing of it was ever shown.</returns>
    /// <exception cref="ServiceException">Slack cannot be asked now.</exception>
    public async Task<string?> FinishAsync(
        SlackTeam team, OutgoingMessage message, StreamedText text, IReadOnlyList<StreamSegment> begun, CancellationToken ct)
    {
        var last = begun[^1];
        if (last.Done == 0 && last.Ts.Length == 0)
        {
            var found = await rooms.FindUnmarkedAsync(team, message.To, last.OpenedAt, begun.Select(s => s.Ts), ct);
            if (found is null && last.Number == 0)
            {
                await rows.ForgetAsync(team.Tenant, message.Id, last.Number, ct);
                return null;
            }

            last = last with { Ts = found ?? await PostAllAsync(team, message, last, Draw(text, last), ct) };
            await rows.SetAsync(team.Tenant, message.Id, last with { Done = found is null ? 1 : 0 }, ct);
            last = last with { Done = found is null ? 1 : 0 };
        }

        if (last.Done == 0)
        {
            await MakeWholeAsync(team, message, text, last, stillOpen: true, ct);
        }

        return begun[0].Ts.Length > 0 ? begun[0].Ts : last.Ts;
    }

    /// <summary>Puts everything the stream was to say, and what belongs under it, into its message.</summary>
    /// <exception cref="ServiceException">It could not be done; the row stays open for the next attempt.</exception>
    public async Task MakeWholeAsync(
        SlackTeam team, OutgoingMessage message, StreamedText text, StreamSegment segment, bool stillOpen, CancellationToken ct)
    {
        if (stillOpen)
        {
            await api.WriteAsync(team.BotToken, "chat.stopStream", new { channel = message.To.Place, ts = segment.Ts }, ct); // a no means it is closed
        }

        var pages = Draw(text, segment);
        var draft = pages[0];
        var updated = await UpdateAsync(team, message, segment, draft, ct);
        if (SlackErrors.IsDrawing(updated.Error))
        {
            updated = await UpdateAsync(team, message, segment, draft with { Blocks = [] }, ct);
        }

        if (SlackErrors.IsUneditable(updated.Error))
        {
            updated = await rooms.PostAsync(team, message with { Replaces = null }, (int)segment.Number, draft, ct);
        }

        updated.OrThrow();
        await PostAllAsync(team, message, segment, pages.Skip(1), ct);
        await rows.SetAsync(team.Tenant, message.Id, segment with { Done = 1 }, ct);
    }

    private Task<SlackAnswer> UpdateAsync(SlackTeam team, OutgoingMessage message, StreamSegment segment, SlackDraft draft, CancellationToken ct) => api.WriteAsync(
        team.BotToken, "chat.update",
        new
        {
            channel = message.To.Place,
            ts = segment.Ts,
            text = draft.Text,
            blocks = draft.Blocks.Count > 0 ? draft.Blocks : null,
            metadata = SlackRooms.Mark(message, (int)segment.Number),
        },
        ct);

    private async Task<string> PostAllAsync(
        SlackTeam team, OutgoingMessage message, StreamSegment segment, IEnumerable<SlackDraft> pages, CancellationToken ct)
    {
        var first = "";
        foreach (var (at, page) in pages.Index())
        {
            var posted = await rooms.PostAsync(team, message with { Replaces = null }, FirstSpare + (int)(segment.Number * MostPages) + at, page, ct);
            first = first.Length > 0 ? first : posted.OrThrow().Text("ts") ?? "";
        }

        return first;
    }

    private static IReadOnlyList<SlackDraft> Draw(StreamedText text, StreamSegment segment)
    {
        var page = new DraftWriter();
        page.AddText(Mrkdwn.FromMarkdown(text.Text[(int)segment.Start..]));
        foreach (var block in text.Ending)
        {
            page.Add(block);
        }

        return page.Finish();
    }
}
