using HardE.Jobs.Primer;

namespace HardE.Bot.Api;

/// <summary>A run as REST and the command line show it.</summary>
/// <param name="State">queued, running, retrying, asking, held, ending, done, failed, cancelled.</param>
/// <param name="Reason">Why it waits or ended, as a sentence.</param>
/// <param name="Seconds">From the stored request to the end, or until now.</param>
internal sealed record PrimerDocument(
    string Id, PrimerState State, string Customer, string? Job, bool Hold, string? Reason, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, double Seconds)
{
    public IReadOnlyList<PrimerStepDocument> Steps { get; init; } = [];

    /// <summary>Who could be meant, while the run asks.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Null until there is a link.</summary>
    public PrimerFilmDocument? Film { get; init; }

    /// <summary>True when the homeowner was mailed; null until that is decided.</summary>
    public bool? ClientMailed { get; init; }

    /// <summary>Why the homeowner was not mailed.</summary>
    public string? NoClientMail { get; init; }

    /// <summary>Nothing changes any more without a person.</summary>
    public bool IsOver => State is PrimerState.Done or PrimerState.Failed or PrimerState.Cancelled or PrimerState.Merged;

    public static PrimerDocument From(PrimerView view, DateTimeOffset now)
    {
        var (run, work) = (view.Run, view.Run.Work);
        var notified = run.StepsDone > PrimerPipeline.Order.ToList().IndexOf("notify");
        return new PrimerDocument(
            run.Id, run.State, run.CustomerName, work.Customer?.JobNumber ?? run.Order.Job, run.Hold, run.Reason, run.CreatedAt, run.EndedAt, view.Age(now).TotalSeconds)
        {
            Steps = [.. view.Steps.Select(s => new PrimerStepDocument(s.Name, s.State, s.Attempts, s.Took.TotalSeconds, s.Output, s.Failure))],
            Choices = run.State == PrimerState.Asking ? [.. work.Choices.Select(c => c.Words)] : [],
            Film = work is { Film: { } film, Delivered: { } delivered } && run.State is not (PrimerState.Failed or PrimerState.Cancelled)
                ? new PrimerFilmDocument(delivered.Page, delivered.File, film.Seconds)
                : null,
            ClientMailed = notified ? work.NoClientMail is null : null,
            NoClientMail = work.NoClientMail,
        };
    }
}

/// <summary>One of the ten steps. State: waiting, running, done, failed.</summary>
internal sealed record PrimerStepDocument(string Name, string State, int Attempts, double Seconds, string? Output, string? Failure);

/// <summary>Where the film is, and its length in seconds.</summary>
internal sealed record PrimerFilmDocument(Uri Page, Uri File, double Seconds);

/// <summary>What became of a request.</summary>
/// <param name="Message">For a person: whole sentences.</param>
internal sealed record PrimerAcceptedDocument(string Id, PrimerState State, bool IsNew, string Message);
