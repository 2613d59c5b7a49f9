namespace HardE.Agents.Crm.Rules;

/// <summary>What kind of thing a sentence asks for.</summary>
internal enum AskKind { Lookup, List, Note, Move, Create, Update, Undo, Cannot }

/// <summary>
/// Where a note belongs: said to be the job's or the customer's, left open ("note on Garcia"), or "in their file", which is the only
/// open job, else the customer.
/// </summary>
internal enum NoteLevel { Job, Customer, Either, File }

/// <summary>Which facts of a record are asked for.</summary>
[Flags]
internal enum Facets
{
    None = 0,
    Phone = 1,
    Email = 2,
    Address = 4,
    Stage = 8,
    Rep = 16,
    Notes = 32,
    Description = 64,
    Appointment = 128,
    Money = 256,
    Insurance = 512,
    Source = 1024,
    Contacts = 2048,
}

/// <summary>Which record is meant: pinned, named, or "hers".</summary>
internal sealed record Reference
{
    public static Reference None { get; } = new();

    public string? CustomerId { get; init; }

    /// <summary>Number or id.</summary>
    public string? Job { get; init; }

    /// <summary>Name, phone, e-mail or street, as it was said.</summary>
    public string? Name { get; init; }

    /// <summary>Narrows to one trade.</summary>
    public string? Trade { get; init; }
    public string? City { get; init; }

    /// <summary>True for "her job", "that one".</summary>
    public bool Pronoun { get; init; }

    public bool IsEmpty => CustomerId is null && Job is null && Name is null && !Pronoun;
}

/// <summary>A sentence, understood. Stored while a question about it is open.</summary>
internal sealed record CrmAsk(AskKind Kind)
{
    public Reference Record { get; init; } = Reference.None;

    /// <summary>Note text or description, in the speaker's words.</summary>
    public string? Text { get; init; }
    public NoteLevel Level { get; init; }

    /// <summary>Colleagues as they were named; ids once they are known.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];
    public string? Stage { get; init; }

    /// <summary>A colleague as named; "me" for the speaker, "unassigned" for nobody.</summary>
    public string? Rep { get; init; }
    public IReadOnlyList<string> Trades { get; init; } = [];

    /// <summary>Trades (or text) are added to those that are there, not put in their place.</summary>
    public bool Append { get; init; }

    /// <summary>Trades are taken away.</summary>
    public bool Remove { get; init; }
    public string? JobName { get; init; }
    public bool? Insurance { get; init; }
    public SiteInput? Site { get; init; }
    public Facets Facets { get; init; }

    /// <summary>Lists: only jobs nobody has touched for so many days.</summary>
    public int? UntouchedDays { get; init; }

    /// <summary>Lists: only jobs changed in the last so many days.</summary>
    public int? ChangedDays { get; init; }

    /// <summary>True when the words leave no doubt that the CRM is meant.</summary>
    public bool Sure { get; init; }
}
