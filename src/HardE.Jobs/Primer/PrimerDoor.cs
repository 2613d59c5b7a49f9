using HardE.Agents.Turns;
using HardE.Jobs.Mail;

namespace HardE.Jobs.Primer;

/// <summary>The ways a request comes in.</summary>
public enum DoorKind { Email, Chat, Slash, Card, Rest, Cli }

/// <summary>Where the answer to a request goes: a chat, a mail, or nowhere (REST and CLI ask for themselves).</summary>
public sealed record DoorAddress
{
    public ReplyAddress? Chat { get; init; }

    /// <summary>Proven address of the asker.</summary>
    public string? Mail { get; init; }

    /// <summary>The mail that is answered, with brackets.</summary>
    public string? MessageId { get; init; }
    public string? Subject { get; init; }
}

/// <summary>One request as it came in.</summary>
/// <param name="Key">The message's own id at its door: the same again is no second request.</param>
public sealed record PrimerDoor(string Key, DoorKind Kind, string Asker, DoorAddress Address);

/// <summary>A request for a primer video, from whichever door.</summary>
/// <param name="AskerKey">Who asks, the same over all doors where it is known: person id, else address or account.</param>
public sealed record PrimerRequest(string Tenant, PrimerOrder Order, PrimerDoor Door, string AskerKey)
{
    /// <summary>Why it is wanted, in the asker's words; stays in the run's history.</summary>
    public string? Note { get; init; }
}

/// <summary>What became of a request.</summary>
/// <param name="RunId">The run that makes the film.</param>
/// <param name="IsNew">False when a run for the same customer and job was there already.</param>
/// <param name="Words">For the asker: whole sentences.</param>
public sealed record PrimerAccepted(string RunId, bool IsNew, PrimerState State, string Words);
