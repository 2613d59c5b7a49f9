using System.Text.Json.Serialization;

namespace HardE.Agents.NewClients;

/// <summary>
/// A record that is being taken down: one a person and conversation, kept seven days after the last word. It lives in the
/// conversation's state document <see cref="Document"/>.
/// </summary>
/// <param name="Id">Half of the key under which the record is made at most once.</param>
/// <param name="Revision">Counts the changes; the other half.</param>
public sealed record NewClientDraft(string Id, int Revision, NewClientForm Form)
{
    /// <summary>Name of the state document; kept per person (<c>turn.Mine</c>).</summary>
    public const string Document = "new_client";

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>What our last reply asked for, first thing first.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>How often each slot was asked for without an answer.</summary>
    public IReadOnlyDictionary<string, int> TimesAsked { get; init; } = new Dictionary<string, int>();

    /// <summary>True when the person put it aside; it is not asked about until they come back to it.</summary>
    public bool IsParked { get; init; }

    /// <summary>True when the person said to create although a customer like this exists.</summary>
    public bool IsKnownToBeNew { get; init; }

    /// <summary>Further leads that wait for their turn: the rest of a paste, or one that a new lead interrupted.</summary>
    public IReadOnlyList<NewClientForm> Waiting { get; init; } = [];

    /// <summary>The turn whose message is in the form already; rules are asked several times a turn.</summary>
    public string? HeardIn { get; init; }

    /// <summary>Whom the last search for duplicates was about.</summary>
    public string? SearchedFor { get; init; }

    [JsonIgnore]
    public string Key => $"{Id}:{Revision}";

    public NewClientDraft With(NewClientForm form) =>
        this with { Form = form, Revision = ReferenceEquals(form, Form) ? Revision : Revision + 1, IsParked = false };
}
