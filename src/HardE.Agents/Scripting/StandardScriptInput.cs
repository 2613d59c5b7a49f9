namespace HardE.Agents.Scripting;

/// <summary>What a rep's own script is written from. What is not known is marked as missing, never made up.</summary>
/// <param name="Kind">One of <see cref="StandardKinds"/>.</param>
/// <param name="Names">First name or names; null is marked as missing.</param>
public sealed record StandardScriptInput(string Kind, string? Names, IReadOnlyList<string> Trades, string JobDescription)
{
    public string? City { get; init; }
    public string? Rep { get; init; }

    /// <summary>Any of <c>referral, storm, requote, repeat, two_owner, landlord, new_lead</c>.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>In their words, most important first.</summary>
    public IReadOnlyList<string> Priorities { get; init; } = [];
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>As it will be said; null means the script says "price after measuring".</summary>
    public string? Price { get; init; }
    public string? Proof { get; init; }
    public string? NextStep { get; init; }
    public string? Referrer { get; init; }

    /// <summary>The one new thing a follow-up call brings.</summary>
    public string? News { get; init; }
}

/// <summary>Scripts that a rep says, by name.</summary>
public static class StandardKinds
{
    public const string Visit = "in_home_visit";

    public static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Visit] = "Standard in-home script",
        ["follow_up_call"] = "Follow-up call",
        ["voicemail"] = "Voicemail",
        ["referral_request"] = "Referral and review request",
        ["door"] = "At the door",
        ["objection"] = "Answer to the price objection",
    };
}
