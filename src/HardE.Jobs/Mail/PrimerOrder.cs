namespace HardE.Jobs.Mail;

/// <summary>What somebody asked for, in their words. It may choose customer, job and hold; nothing else follows from it.</summary>
public sealed record PrimerOrder
{
    /// <summary>The homeowner as the asker wrote the name, title dropped; null when only a job is named.</summary>
    public string? Customer { get; init; }

    /// <summary>Job number in the CRM.</summary>
    public string? Job { get; init; }

    /// <summary>Canonical trade: roofing, siding, gutters, windows, doors...</summary>
    public string? Trade { get; init; }

    /// <summary>The asker wants to see the film before the homeowner gets it.</summary>
    public bool Hold { get; init; }

    /// <summary>An address in the asker's own words. Mail goes there only if the customer's record holds it too.</summary>
    public string? Recipient { get; init; }
}
