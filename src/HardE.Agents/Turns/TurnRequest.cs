namespace HardE.Agents.Turns;

/// <summary>Who speaks, as far as the channel has proved it.</summary>
/// <param name="UserId">The person's id on the channel.</param>
/// <param name="Name">Name for greetings and receipts.</param>
/// <param name="Role">What the person may do; see <see cref="Roles"/>.</param>
/// <param name="PersonId">Our own record of the person, when there is one.</param>
/// <param name="Email">Proven e-mail address, when the channel gives one.</param>
public sealed record Speaker(string UserId, string Name, string Role, string? PersonId = null, string? Email = null);

/// <summary>Roles a person can have in a company. Permissions hang on them, never on prompts.</summary>
public static class Roles
{
    public const string Guest = "guest";
    public const string Rep = "rep";
    public const string Office = "office";
    public const string Production = "production";
    public const string Director = "director";
    public const string Owner = "owner";
    public const string Admin = "admin";

    /// <summary>Every role that can be given, least first.</summary>
    public static readonly IReadOnlyList<string> All = [Guest, Rep, Office, Production, Director, Owner, Admin];
}

/// <summary>One thing a person said or pressed, as a channel hands it to the inbox.</summary>
/// <param name="Tenant">The company.</param>
/// <param name="Conversation">Key of the dialogue; one turn at a time runs in it.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Text">What was said, mentions of the bot already removed; empty for a press.</param>
/// <param name="ReplyTo">Where the answer goes.</param>
/// <param name="SaidAt">When it was said, UTC.</param>
public sealed record TurnRequest(
    string Tenant, string Conversation, Speaker Speaker, string Text, ReplyAddress ReplyTo, DateTimeOffset SaidAt)
{
    /// <summary>Set by the inbox when the request is stored; the turn carries the same id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The token of the button that was pressed, when this is a press and not a sentence.</summary>
    public string? Press { get; init; }

    /// <summary>What the person filled into a card, by field name, when the press carries fields.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>True in a room that others may read: phone, address and margin are then masked.</summary>
    public bool SharedRoom { get; init; }
}
