using HardE.Agents.Crm;
using HardE.Agents.Scripting;
using HardE.Agents.State;
using HardE.Agents.Voice;
using HardE.Jobs.Delivery;
using HardE.Jobs.Mail;
using HardE.Jobs.Video;

namespace HardE.Jobs.Primer;

/// <summary>Where a run stands.</summary>
public enum PrimerState
{
    /// <summary>Waits for a node.</summary>
    Queued,

    /// <summary>A node works on it.</summary>
    Running,

    /// <summary>A step failed and is tried again at its due time.</summary>
    Retrying,

    /// <summary>Waits for the asker: who is meant is not clear.</summary>
    Asking,

    /// <summary>The film is ready and waits for a person's yes before the homeowner gets it.</summary>
    Held,

    /// <summary>Given up or cancelled; the asker is told and files are removed.</summary>
    Ending,
    Done,
    Failed,
    Cancelled,

    /// <summary>Another run makes the same film; its doors moved there.</summary>
    Merged,
}

/// <summary>One primer video on its way: the order, what its steps have made so far, and where it stands.</summary>
/// <param name="Tenant">The company.</param>
/// <param name="Id">Our id.</param>
/// <param name="Order">What was asked for.</param>
/// <param name="Work">What finished steps have made.</param>
public sealed record PrimerRun(string Tenant, string Id, PrimerOrder Order, PrimerWork Work)
{
    public PrimerState State { get; init; }

    /// <summary>State that an ending run comes to.</summary>
    public PrimerState? EndsAs { get; init; }

    /// <summary>Why it waits or ended, as a sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>How many of the ten steps are done.</summary>
    public int StepsDone { get; init; }

    /// <summary>How often the next step was started.</summary>
    public int Attempts { get; init; }

    /// <summary>A person wants to see the film before the homeowner gets it.</summary>
    public bool Hold { get; init; }

    /// <summary>Who cancelled; null when nobody did.</summary>
    public string? CancelledBy { get; init; }
    public string Asker { get; init; } = "";
    public DateTimeOffset DueAt { get; init; }
    public DateTimeOffset DeadlineAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Counts the changes of the row; an act on an old version is refused.</summary>
    public long Version { get; init; }

    /// <summary>How often a person has started it again.</summary>
    public int Round { get; init; }

    /// <summary>The run that this one became part of.</summary>
    public string? MergedInto { get; init; }

    public bool IsOver => State is PrimerState.Done or PrimerState.Failed or PrimerState.Cancelled or PrimerState.Merged;

    /// <summary>The customer as far as known: from the CRM, else in the asker's words.</summary>
    public string CustomerName => Work.Customer?.Name ?? Order.Customer ?? (Order.Job is { } job ? $"job {job}" : "?");
}

/// <summary>What finished steps have made. Files are named by their keys in the file store.</summary>
public sealed record PrimerWork
{
    /// <summary>Step <c>find_customer</c>.</summary>
    public PrimerCustomer? Customer { get; init; }

    /// <summary>Who could be meant, while the run asks.</summary>
    public IReadOnlyList<PrimerChoice> Choices { get; init; } = [];

    /// <summary>Step <c>write_script</c>.</summary>
    public PrimerScript? Script { get; init; }

    /// <summary>Who comes to the homeowner; null when nobody is assigned.</summary>
    public string? Rep { get; init; }

    /// <summary>Step <c>speak</c>; the audio's path is a name in the run's folder, as of all files here.</summary>
    public Narrated? Plain { get; init; }

    /// <summary>Step <c>enhance_voice</c>.</summary>
    public AudioClip? Voice { get; init; }
    public string? VoiceEngine { get; init; }

    /// <summary>True when only this machine's own voices were used: people are told.</summary>
    public bool EmbeddedVoice { get; init; }

    /// <summary>Step <c>assemble</c>.</summary>
    public Film? Film { get; init; }

    /// <summary>Step <c>deliver</c>.</summary>
    public Delivered? Delivered { get; init; }

    /// <summary>Why the homeowner gets no mail; null when he does.</summary>
    public string? NoClientMail { get; init; }

    /// <summary>All files of the run that are kept between steps.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];
}

/// <summary>The homeowner and job a film is for, as the CRM has them.</summary>
/// <param name="Email">Where the link goes; null when the record has none.</param>
public sealed record PrimerCustomer(CrmId Id, string Name, string FirstName, string? Email, CrmId? Job, string? JobNumber, string? Trade);

/// <summary>One of several that could be meant.</summary>
/// <param name="Words">As the asker can name it: name, job number, trade, city.</param>
public sealed record PrimerChoice(CrmId Customer, CrmId? Job, string? JobNumber, string Words);
