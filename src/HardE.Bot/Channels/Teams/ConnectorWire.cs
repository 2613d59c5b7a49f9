using System.Net;

namespace HardE.Bot.Channels.Teams;

/// <summary>What we send to Teams: one message, one typing sign.</summary>
internal sealed record OutgoingActivity
{
    public required string Type { get; init; }
    public string ChannelId { get; init; } = TeamsTokenCheck.Channel;
    public WireAccount? From { get; init; }
    public WireConversation? Conversation { get; init; }
    public string? TextFormat { get; init; }
    public string? Text { get; init; }

    /// <summary>What the notification says when there is only a card.</summary>
    public string? Summary { get; init; }
    public IReadOnlyList<WireAttachment>? Attachments { get; init; }
    public WireChannelData? ChannelData { get; init; }
}

internal sealed record WireAccount(string Id);

internal sealed record WireConversation(string Id, string? ConversationType = null);

/// <param name="Content">For cards: the card itself.</param>
internal sealed record WireAttachment(string ContentType, object Content, string? Name = null)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
}

internal sealed record WireChannelData(WireFeedbackLoop? FeedbackLoop = null);

/// <param name="Type">default: thumbs, and a box for words that Teams draws itself.</param>
internal sealed record WireFeedbackLoop(string Type);

/// <summary>Somebody in a conversation, as the roster knows them.</summary>
internal sealed record WireMember
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? ObjectId { get; init; }
    public string? AadObjectId { get; init; }
    public string? Email { get; init; }
    public string? UserPrincipalName { get; init; }

    /// <summary>user, guest or anonymous.</summary>
    public string? UserRole { get; init; }
    public string? TenantId { get; init; }
}

internal sealed record WireTeam(string? Id, string? Name, int? MemberCount);

/// <summary>What the connector said to one call.</summary>
/// <param name="Id">Id of the activity; null when Teams gives none (typing, a message it has split).</param>
/// <param name="Code">The error's code, as far as one could be read.</param>
internal sealed record ConnectorAnswer(HttpStatusCode Status, string? Id, string Code, TimeSpan? RetryAfter)
{
    public bool Ok => (int)Status is >= 200 and < 300;
}
