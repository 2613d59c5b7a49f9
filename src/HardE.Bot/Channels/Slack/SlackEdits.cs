using System.Text.Json;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// Messages that were changed or deleted. What still waits is taken back; a new wording of a message we have taken is
/// answered like a new message. Messages we never took stay none of our business.
/// </summary>
internal sealed class SlackEdits(SlackMessages messages, Inbox inbox)
{
    public async Task TakeAsync(SlackTeam team, SlackEnvelope envelope, SlackEvent said, CancellationToken ct)
    {
        if (said.Channel is not { } channel || (said.DeletedTs ?? Ts(said.Message)) is not { } ts)
        {
            return;
        }

        var name = SlackMessages.NameOf(team, channel, ts);
        if (said.Subtype == "message_deleted")
        {
            await inbox.WithdrawAsync(name, ct);
            return;
        }

        if (!IsReworded(said) || !await inbox.HasSeenAsync(name, ct))
        {
            return;
        }

        await inbox.WithdrawAsync(name, ct);
        var edited = SlackJson.Read<SlackEvent>(said.Message);
        await messages.TakeAsync(team, envelope, edited with { Type = "message", Channel = channel, ChannelType = said.ChannelType, Revision = Ts(edited.Edited) }, ct);
    }

    /// <summary>Slack also reports its own additions (link previews) as changes; those were edited by nobody.</summary>
    private static bool IsReworded(SlackEvent said) =>
        said.Message.ValueKind == JsonValueKind.Object && said.Message.TryGetProperty("edited", out var edited) && edited.ValueKind == JsonValueKind.Object
        && Text(said.Message) != Text(said.PreviousMessage);

    private static string? Ts(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("ts", out var ts) && ts.ValueKind == JsonValueKind.String ? ts.GetString() : null;

    private static string? Text(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
