using HardE.Agents.Crm;

namespace HardE.Agents.NewClients.Reading;

/// <summary>What a reader may know beside the message: the form so far, what was asked, the company and the day.</summary>
/// <param name="Form">The draft before this message.</param>
/// <param name="Asked">Slots that our last reply asked for; the first one is what a bare answer is about.</param>
/// <param name="Today">The day of the message in the company's zone.</param>
internal sealed record ReadingContext(NewClientForm Form, IReadOnlyList<string> Asked, DateOnly Today)
{
    /// <summary>Proposed for seven-digit numbers; empty when none is set.</summary>
    public string AreaCode { get; init; } = "";

    /// <summary>True where 555-01xx numbers count as real.</summary>
    public bool Demo { get; init; }

    public IReadOnlyList<CrmUser> Users { get; init; } = [];

    /// <summary>The CRM user who types, when known.</summary>
    public CrmUser? Me { get; init; }

    public bool WasAsked(params string[] slots) => Asked.Any(slots.Contains);
}
