using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack.Blocks;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// Posts in channels and direct messages. Each post carries our message id as metadata (ids only: every member may
/// read it), so that after a lost answer we can look whether it arrived.
/// </summary>
internal sealed class SlackRooms(SlackApi api, SlackPauses pauses)
{
    private const string EventType = "harde_message";
    private const int MostPages = 20;
    private const long ClockSlack = 10_000;

    /// <summary>Posts one part of a message, or puts it in the place of an earlier one.</summary>
    public async Task<SlackAnswer> PostAsync(SlackTeam team, OutgoingMessage message, int part, SlackDraft draft, CancellationToken ct)
    {
        var metadata = Mark(message, part);
        var blocks = draft.Blocks.Count > 0 ? draft.Blocks : null;
        if (part == 0 && message.Replaces is { } earlier)
        {
            var updated = await api.WriteAsync(
                team.BotToken, "chat.update",
                new { channel = message.To.Place, ts = earlier, text = draft.Text, blocks, metadata }, ct);
            if (!SlackErrors.IsUneditable(updated.Error))
            {
                return updated;
            }
        }

        await pauses.TakeTurnAsync(team.Id, message.To.Place, ct);
        return await api.WriteAsync(
            team.BotToken, "chat.postMessage",
            new
            {
                channel = message.To.Place,
                thread_ts = message.To.Thread,
                text = draft.Text,
                blocks,
                metadata,
                unfurl_links = false,
                unfurl_media = false,
            },
            ct);
    }

    /// <summary>What marks a post as ours: ids only.</summary>
    public static object Mark(OutgoingMessage message, int part) =>
        new { event_type = EventType, event_payload = new { idem = message.Id, part } };

    /// <summary>Looks for a stream of ours that was opened about then and whose id we never learnt: streams carry no mark while they run.</summary>
    public async Task<string?> FindUnmarkedAsync(
        SlackTeam team, ReplyAddress place, long openedAt, IEnumerable<string> known, CancellationToken ct)
    {
        var others = known.ToHashSet(StringComparer.Ordinal);
        await foreach (var post in ListAsync(team, place, ct))
        {
            if (post.TryGetProperty("user", out var user) && user.ValueEquals(team.BotUser) && !HasMark(post)
                && post.TryGetProperty("ts", out var ts) && ts.GetString() is { } id && !others.Contains(id)
                && SlackMessages.TimeOf(id).ToUnixTimeMilliseconds() >= openedAt - ClockSlack)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>Looks which parts of a message are there already.</summary>
    /// <returns>Slack's id of each part found; empty when Slack does not let us look.</returns>
    public async Task<IReadOnlyDictionary<int, string>> FindSentAsync(SlackTeam team, OutgoingMessage message, CancellationToken ct)
    {
        var found = new Dictionary<int, string>();
        await foreach (var post in ListAsync(team, message.To, ct))
        {
            if (PartOf(post, message.Id) is { } part && post.TryGetProperty("ts", out var ts) && ts.GetString() is { } id)
            {
                found[part] = id;
            }
        }

        return found;
    }

    /// <summary>Shows "Hard-E is working…" until the next message.</summary>
    public Task<SlackAnswer> ShowStatusAsync(SlackTeam team, string channel, string thread, CancellationToken ct) => api.WriteAsync(
        team.BotToken, "assistant.threads.setStatus", new { channel_id = channel, thread_ts = thread, status = "is working on it…" }, ct);

    private async IAsyncEnumerable<JsonElement> ListAsync(SlackTeam team, ReplyAddress place, [EnumeratorCancellation] CancellationToken ct)
    {
        var method = place.Thread is null ? "conversations.history" : "conversations.replies";
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await api.ReadAsync(team.BotToken, method, Arguments(place, cursor), ct);
            foreach (var post in answer.List("messages"))
            {
                yield return post;
            }

            if (answer.NextCursor is not { } next)
            {
                yield break;
            }

            cursor = next;
        }
    }

    private static bool HasMark(JsonElement post) =>
        post.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("event_type", out var type) && type.ValueEquals(EventType);

    private static Dictionary<string, string> Arguments(ReplyAddress place, string? cursor)
    {
        var arguments = new Dictionary<string, string>
        {
            ["channel"] = place.Place,
            ["limit"] = "200",
            ["include_all_metadata"] = "true",
        };
        if (place.Thread is { } thread)
        {
            arguments["ts"] = thread;
        }

        if (cursor is not null)
        {
            arguments["cursor"] = cursor;
        }

        return arguments;
    }

    private static int? PartOf(JsonElement post, string id) =>
        post.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("event_type", out var type) && type.ValueEquals(EventType)
        && metadata.TryGetProperty("event_payload", out var payload) && payload.ValueKind == JsonValueKind.Object
        && payload.TryGetProperty("idem", out var idem) && idem.ValueKind == JsonValueKind.String && idem.ValueEquals(id)
        && payload.TryGetProperty("part", out var part)
        && int.TryParse(part.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
