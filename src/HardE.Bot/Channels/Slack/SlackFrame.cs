using System.Text.Json;

namespace HardE.Bot.Channels.Slack;

/// <summary>One frame of Socket Mode.</summary>
internal sealed record SlackFrame
{
    public string? Type { get; init; }
    public string? EnvelopeId { get; init; }
    public string? Reason { get; init; }
    public JsonElement Payload { get; init; }
    public bool AcceptsResponsePayload { get; init; }

    /// <returns>The frame; null for text that is no frame of ours (Slack has sent such).</returns>
    public static SlackFrame? Read(ReadOnlySpan<byte> text, int most)
    {
        if (text.Length > most)
        {
            return null;
        }

        try
        {
            return SlackJson.Read<SlackFrame>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
