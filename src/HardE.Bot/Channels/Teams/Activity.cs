using System.Text.Json;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// What Teams sends us: the fields of the Activity protocol that we read (docs/wire/teams.md). Unknown fields are
/// skipped; which of these must be there is checked by <see cref="ActivityReader"/>.
/// </summary>
internal sealed record Activity
{
    public string Type { get; init; } = "";
    public string Id { get; init; } = "";
    public string ChannelId { get; init; } = "";
    public string ServiceUrl { get; init; } = "";

    /// <summary>Name of an invoke or event.</summary>
    public string? Name { get; init; }

    /// <summary>As the sender wrote it; may be missing, late or odd, so it is no <see cref="DateTimeOffset"/>.</summary>
    public string? Timestamp { get; init; }
    public ActivityAccount From { get; init; } = new();
    public ActivityAccount Recipient { get; init; } = new();
    public ActivityConversation Conversation { get; init; } = new();
    public string? Text { get; init; }

    /// <summary>For presses: the message that holds the card.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Of an installation update: add or remove.</summary>
    public string? Action { get; init; }
    public IReadOnlyList<ActivityAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ActivityAccount>? MembersRemoved { get; init; }
    public IReadOnlyList<ActivityEntity>? Entities { get; init; }
    public IReadOnlyList<ActivityAttachment>? Attachments { get; init; }
    public ActivityChannelData? ChannelData { get; init; }

    /// <summary>What a card or an invoke carries; anybody in the conversation can have written it.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The Entra tenant the activity says it is from; empty when it says nothing.</summary>
    public string TenantId => ChannelData?.Tenant?.Id ?? Conversation.TenantId ?? "";

    public bool IsPersonal => Conversation.ConversationType is null or "" or "personal";
}

/// <summary>A person or a bot in a conversation.</summary>
/// <param name="Id"><c>29:…</c> for people, <c>28:…</c> for bots; belongs to this bot.</param>
/// <param name="AadObjectId">The person's Entra object id; missing for strangers.</param>
internal sealed record ActivityAccount(string Id = "", string? Name = null, string? AadObjectId = null);

/// <param name="Id">In channels with <c>;messageid=</c> and the root message of the thread.</param>
/// <param name="ConversationType">personal, groupChat or channel.</param>
internal sealed record ActivityConversation(
    string Id = "", string? ConversationType = null, string? TenantId = null, bool? IsGroup = null, string? Name = null);

/// <summary>Something the text points at; we read mentions.</summary>
internal sealed record ActivityEntity(string? Type = null, ActivityAccount? Mentioned = null, JsonElement? Text = null)
{
    public bool IsMention => Type == "mention" && Mentioned is not null;

    /// <summary>The exact piece of the message's text.</summary>
    public string? Piece => Text is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}

internal sealed record ActivityAttachment(string? ContentType = null, string? ContentUrl = null, string? Name = null);

/// <summary>What Teams adds to the protocol.</summary>
internal sealed record ActivityChannelData(
    ChannelTenant? Tenant = null, ChannelTeam? Team = null, string? EventType = null);

internal sealed record ChannelTenant(string? Id = null);

internal sealed record ChannelTeam(string? Id = null, string? Name = null);
