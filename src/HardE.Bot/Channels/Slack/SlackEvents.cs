using System.Text.Json;
using System.Text.Json.Serialization;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// What Slack sends, as far as we read it. Tolerant on purpose: unknown fields and kinds are skipped, enums stay text,
/// so that next year's events do no harm.
/// </summary>
internal static class SlackJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 64,
    };

    /// <summary>True for what reading throws: no JSON, or a string in it that is no text (found out only when the string is read).</summary>
    public static bool IsUnreadable(Exception problem) => problem is JsonException
        || (problem is InvalidOperationException && problem.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true);

    /// <exception cref="JsonException">The text is no JSON of this shape.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null");

    /// <exception cref="JsonException">The value is not of this shape.</exception>
    public static T Read<T>(JsonElement value) => value.Deserialize<T>(Options) ?? throw new JsonException("null");
}

/// <summary>The outer envelope of the Events API.</summary>
internal sealed record SlackEnvelope
{
    public string? Type { get; init; }
    public string? Challenge { get; init; }
    public string? TeamId { get; init; }
    public string? EnterpriseId { get; init; }
    public string? EventId { get; init; }
    public bool IsExtSharedChannel { get; init; }
    public IReadOnlyList<SlackAuthorization>? Authorizations { get; init; }

    /// <summary>Read only when its type is one we know: unknown events may have any shape.</summary>
    public JsonElement Event { get; init; }

    /// <summary>The workspace the event was delivered for; the author's may differ in shared channels.</summary>
    [JsonIgnore] public string? Workspace => Authorizations is [{ TeamId: { } team }, ..] ? team : TeamId;

    /// <summary>Our own user in that workspace.</summary>
    [JsonIgnore] public string? BotUser => Authorizations is [{ IsBot: true, UserId: { } user }, ..] ? user : null;

    [JsonIgnore]
    public string? EventType =>
        Event.ValueKind == JsonValueKind.Object && Event.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;
}

/// <summary>For which installation an event was sent.</summary>
internal sealed record SlackAuthorization(string? TeamId, string? UserId, bool IsBot);

/// <summary>The inner event; only the fields of messages, App Home and profile changes.</summary>
internal sealed record SlackEvent
{
    public string? Type { get; init; }
    public string? Subtype { get; init; }
    public string? Channel { get; init; }
    public string? ChannelType { get; init; }
    public JsonElement User { get; init; }
    public string? Text { get; init; }
    public string? Ts { get; init; }
    public string? ThreadTs { get; init; }
    public string? BotId { get; init; }
    public bool Hidden { get; init; }
    public string? Tab { get; init; }
    public string? UserTeam { get; init; }
    public string? SourceTeam { get; init; }
    public IReadOnlyList<SlackFile>? Files { get; init; }

    /// <summary>Of a change: the message as it is now.</summary>
    public JsonElement Message { get; init; }

    /// <summary>Of a change or deletion: the message as it was.</summary>
    public JsonElement PreviousMessage { get; init; }
    public string? DeletedTs { get; init; }

    /// <summary>Who changed it and when; absent for Slack's own additions.</summary>
    public JsonElement Edited { get; init; }

    /// <summary>Of a stop: the messages that were being streamed.</summary>
    public IReadOnlyList<string>? StreamingMessageTs { get; init; }

    /// <summary>Set by us: which rewording of the message this is.</summary>
    [JsonIgnore] public string? Revision { get; init; }

    /// <summary>The user's id; <c>user_change</c> sends the whole person instead.</summary>
    [JsonIgnore]
    public string? UserId => User.ValueKind switch
    {
        JsonValueKind.String => User.GetString(),
        JsonValueKind.Object when User.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String => id.GetString(),
        _ => null,
    };

    /// <summary>True for a direct message.</summary>
    [JsonIgnore] public bool IsDirect => ChannelType == "im" || (Channel?.StartsWith('D') ?? false);
}

/// <summary>A file that hangs on a message.</summary>
internal sealed record SlackFile(string? Id, string? Name, string? Mimetype, string? Subtype)
{
    public long Size { get; init; }
    public string? Mode { get; init; }
    public string? FileAccess { get; init; }
    public bool IsExternal { get; init; }
    public string? ExternalType { get; init; }
    public string? UrlPrivate { get; init; }
    public string? UrlPrivateDownload { get; init; }

    /// <summary>A voice clip or another sound; Slack labels some clips as video.</summary>
    [JsonIgnore]
    public bool IsSound => Subtype == "slack_audio" || (Mimetype?.StartsWith("audio/", StringComparison.Ordinal) ?? false)
        || (Name?.StartsWith("audio_message", StringComparison.Ordinal) ?? false);
}

/// <summary>A slash command, or a shortcut that we read as one.</summary>
internal sealed record SlackCommand
{
    public string Command { get; init; } = "";
    public string Text { get; init; } = "";
    public string TeamId { get; init; } = "";
    public string ChannelId { get; init; } = "";
    public string UserId { get; init; } = "";
    public string ResponseUrl { get; init; } = "";
    public string TriggerId { get; init; } = "";
}

/// <summary>A press on a card, a shortcut, a form that was sent.</summary>
internal sealed record SlackInteraction
{
    public string? Type { get; init; }
    public string? CallbackId { get; init; }
    public string? TriggerId { get; init; }
    public string? ResponseUrl { get; init; }
    public string? ActionTs { get; init; }
    public SlackRef? Team { get; init; }
    public SlackUserRef? User { get; init; }
    public SlackRef? Channel { get; init; }
    public SlackContainer? Container { get; init; }
    public SlackMessageRef? Message { get; init; }
    public IReadOnlyList<SlackAction>? Actions { get; init; }
    public SlackView? View { get; init; }
}

/// <summary>A form that was sent.</summary>
internal sealed record SlackView(string? Id, string? Hash, string? CallbackId, string? PrivateMetadata, JsonElement State);

internal sealed record SlackRef(string? Id);

internal sealed record SlackUserRef(string? Id, string? TeamId);

/// <summary>The message or view that was pressed.</summary>
internal sealed record SlackContainer(string? Type, string? MessageTs, string? ChannelId, string? ThreadTs, bool IsEphemeral);

/// <summary>The message a press or shortcut belongs to.</summary>
internal sealed record SlackMessageRef(string? Ts, string? ThreadTs, string? Text);

/// <summary>One element that was used.</summary>
internal sealed record SlackAction(string? Type, string? ActionId, string? BlockId, string? Value, string? ActionTs);
