using System.Collections.Concurrent;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack.Blocks;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>What is to be streamed: the words, and the blocks that belong under them.</summary>
/// <param name="Text">Markdown, made quiet.</param>
/// <param name="Ending">Buttons, cards and the vote; shown when the words are all there.</param>
internal sealed record StreamedText(string Text, IReadOnlyList<Block> Ending);

/// <summary>
/// Long answers appear word by word. The answer is whole and checked before its stream opens; the stream only shows it.
/// A stream that Slack ends, that grows older than four minutes or that a restart cut off is made whole again.
/// </summary>
internal sealed class SlackStreams(
    SlackApi api, SlackStreamRows rows, SlackStreamRepair repair, SlackThreads threads, IOptions<SlackOptions> options, TimeProvider clock)
{
    /// <summary>Slack ends a stream about five minutes after its start, busy or not.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private const int SmallestPiece = 256;
    private const int MostPieces = 6;
    private const int LongestText = 8_000;
    private readonly ConcurrentDictionary<string, bool> refusedBy = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> stopped = new(StringComparer.Ordinal);

    /// <summary>The reader pressed stop: what is not shown yet stays unsaid.</summary>
    public void Stop(string channel, string ts)
    {
        if (stopped.Count > 1000)
        {
            stopped.Clear();
        }

        stopped[$"{channel} {ts}"] = true;
    }

    /// <summary>Whether this answer is long enough, and the place one where Slack streams.</summary>
    public bool Suits(OutgoingMessage message) =>
        message is { To.Thread: not null, Replaces: null, Reply.Slot: null } && !SlackResponses.IsPrivate(message.To)
        && options.Value.StreamFrom is > 0 and var least && message.Reply.Text.Length >= least && message.Reply.Text.Length <= LongestText
        && !refusedBy.ContainsKey(message.To.Account);

    /// <summary>Streams the text, or finishes what an earlier attempt has begun.</summary>
    /// <param name="team">The workspace.</param>
    /// <param name="message">The answer.</param>
    /// <param name="text">What to show of it.</param>
    /// <param name="fresh">False when parts of the answer are there already.</param>
    /// <param name="ct">Stops showing; the rest is then said at once.</param>
    /// <returns>Slack's id of the first message; null when Slack does not stream here: nothing was shown.</returns>
    /// <exception cref="ServiceException">It is not finished; the next attempt finishes it.</exception>
    public async Task<string?> SendAsync(SlackTeam team, OutgoingMessage message, StreamedText text, bool fresh, CancellationToken ct)
    {
        var begun = await rows.FindAsync(team.Tenant, message.Id, ct);
        if (begun.Count == 0 && !fresh)
        {
            return null; // an earlier attempt has posted it in pieces
        }

        if (begun.Count > 0 && await repair.FinishAsync(team, message, text, begun, ct) is { } whole)
        {
            return whole;
        }

        var recipient = message.To.Place.StartsWith('D') ? null : (await threads.FindAsync(team, message.To.Place, message.To.Thread!, ct))?.LastUser;
        if (recipient is { Length: 0 } || (recipient is null && !message.To.Place.StartsWith('D')))
        {
            return null; // in a channel Slack wants to know for whom
        }

        var run = new Run(team, message, text, recipient, Math.Max(SmallestPiece, text.Text.Length / MostPieces));
        while (await OpenAsync(run, ct) is { } open)
        {
            run.First ??= open.Ts;
            if (await FillAsync(run, open, ct))
            {
                return run.First;
            }
        }

        return run.First;
    }

    /// <returns>The open stream; null when Slack does not give one.</returns>
    private async Task<StreamSegment?> OpenAsync(Run run, CancellationToken ct)
    {
        var (team, message) = (run.Team, run.Message);
        var segment = await rows.BeginAsync(team.Tenant, message.Id, run.Segments++, message.To.Place, run.Shown, ct);
        var end = SlackStreamText.NextCut(run.Text.Text, run.Shown, run.Piece);
        SlackAnswer answer;
        try
        {
            answer = await api.WriteAsync(
                team.BotToken, "chat.startStream",
                new
                {
                    channel = message.To.Place,
                    thread_ts = message.To.Thread,
                    recipient_user_id = run.Recipient,
                    recipient_team_id = run.Recipient is null ? null : team.Id,
                    markdown_text = run.Opening + run.Text.Text[run.Shown..end],
                },
                ct);
        }
        catch (ServiceException problem) when (!problem.MaybeDone && segment.Number == 0)
        {
            await rows.ForgetAsync(team.Tenant, message.Id, segment.Number, ct);
            throw;
        }

        if (answer.Text("ts") is not { } ts)
        {
            return await RefusedAsync(run, segment, answer, ct);
        }

        run.Shown = end;
        var open = segment with { Ts = ts };
        await rows.SetAsync(team.Tenant, message.Id, open, ct);
        return open;
    }

    /// <summary>Slack streams nothing here: all of it is posted at once, or what is left of it.</summary>
    private async Task<StreamSegment?> RefusedAsync(Run run, StreamSegment segment, SlackAnswer answer, CancellationToken ct)
    {
        if (SlackErrors.IsUnstreamable(answer.Error))
        {
            refusedBy[run.Team.Id] = true;
        }

        if (segment.Number == 0)
        {
            await rows.ForgetAsync(run.Team.Tenant, run.Message.Id, segment.Number, ct);
            return null;
        }

        await repair.FinishAsync(run.Team, run.Message, run.Text, [segment], ct);
        return null;
    }

    /// <returns>True when all is said; false when the next stream has to go on.</returns>
    private async Task<bool> FillAsync(Run run, StreamSegment open, CancellationToken ct)
    {
        try
        {
            while (run.Shown < run.Text.Text.Length)
            {
                await Task.Delay(Pace, clock, ct);
                if (stopped.TryRemove($"{run.Message.To.Place} {open.Ts}", out _))
                {
                    return await CloseAsync(run, open, "", [], ct);
                }

                if (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(open.OpenedAt) >= Oldest)
                {
                    await RollOverAsync(run, open, ct);
                    return false;
                }

                if (!await AppendAsync(run, open, ct))
                {
                    return true;
                }
            }

            return await CloseAsync(run, open, "", run.Text.Ending, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            using var grace = new CancellationTokenSource(Grace);
            await CloseAsync(run, open, run.Text.Text[run.Shown..], run.Text.Ending, grace.Token); // stopping: the rest at once
            throw;
        }
    }

    /// <returns>True to go on; false when the message is whole, or its reader has stopped it.</returns>
    private async Task<bool> AppendAsync(Run run, StreamSegment open, CancellationToken ct)
    {
        var end = SlackStreamText.NextCut(run.Text.Text, run.Shown, run.Piece);
        try
        {
            var answer = await api.WriteAsync(
                run.Team.BotToken, "chat.appendStream",
                new { channel = run.Message.To.Place, ts = open.Ts, markdown_text = run.Text.Text[run.Shown..end] }, ct);
            if (answer.Ok)
            {
                run.Shown = end;
                return true;
            }

            if (answer.Error == "stopped_by_user")
            {
                await rows.SetAsync(run.Team.Tenant, run.Message.Id, open with { Done = 1 }, ct);
                return false;
            }

            await repair.MakeWholeAsync(run.Team, run.Message, run.Text, open, stillOpen: answer.Error != SlackErrors.StreamEnded, ct);
            return false;
        }
        catch (ServiceException problem) when (problem is { MaybeDone: false, RetryAfter: { } rest } && rest <= LongestRest)
        {
            await Task.Delay(rest, clock, ct);
            return true;
        }
        catch (ServiceException problem) when (problem.MaybeDone)
        {
            await repair.MakeWholeAsync(run.Team, run.Message, run.Text, open, stillOpen: true, ct); // nobody knows what has arrived
            return false;
        }
    }

    /// <summary>Ends this stream while Slack still lets us; code that is open goes on in the next one.</summary>
    private async Task RollOverAsync(Run run, StreamSegment open, CancellationToken ct)
    {
        var inCode = SlackStreamText.EndsInCode(run.Opening + run.Text.Text[(int)open.Start..run.Shown]);
        await CloseAsync(run, open, inCode ? "\n```" : "", [], ct);
        run.Opening = inCode ? "```\n" : "";
    }

    private async Task<bool> CloseAsync(Run run, StreamSegment open, string rest, IReadOnlyList<Block> ending, CancellationToken ct)
    {
        var answer = await api.WriteAsync(
            run.Team.BotToken, "chat.stopStream",
            new
            {
                channel = run.Message.To.Place,
                ts = open.Ts,
                markdown_text = rest.Length > 0 ? rest : null,
                blocks = ending.Count > 0 ? ending : null,
                metadata = SlackRooms.Mark(run.Message, (int)open.Number),
            },
            ct);
        if (!answer.Ok && (ending.Count > 0 || rest.Length > 0))
        {
            await repair.MakeWholeAsync(run.Team, run.Message, run.Text, open, stillOpen: answer.Error != SlackErrors.StreamEnded, ct);
            return true;
        }

        await rows.SetAsync(run.Team.Tenant, run.Message.Id, open with { Done = 1 }, ct);
        return true;
    }

    /// <summary>How far one answer has come.</summary>
    private sealed class Run(SlackTeam team, OutgoingMessage message, StreamedText text, string? recipient, int piece)
    {
        public SlackTeam Team { get; } = team;
        public OutgoingMessage Message { get; } = message;
        public StreamedText Text { get; } = text;
        public string? Recipient { get; } = recipient;
        public int Piece { get; } = piece;
        public int Shown { get; set; }
        public long Segments { get; set; }
        public string? First { get; set; }
        public string Opening { get; set; } = "";
    }
}
