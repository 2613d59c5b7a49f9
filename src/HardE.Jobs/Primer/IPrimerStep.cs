namespace HardE.Jobs.Primer;

/// <summary>One of the ten steps of a primer video. Safe to run twice; what it makes is saved by the pipeline.</summary>
internal interface IPrimerStep
{
    /// <summary>As in <see cref="PrimerPipeline.Order"/>.</summary>
    string Name { get; }

    /// <summary>What the step works from; the same input needs no second run.</summary>
    string InputOf(PrimerRun run);

    /// <exception cref="HardE.Agents.Services.ServiceException">A service failed; the job decides whether to try again.</exception>
    Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct);
}

/// <summary>How a step ended; failures are exceptions.</summary>
internal abstract record StepResult
{
    private StepResult()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Output">What it made, for people: a file's key, a count, a link.</param>
    /// <param name="Cost">US dollars; null when unknown.</param>
    public sealed record Done(PrimerRun Run, string Output, decimal? Cost = 0) : StepResult;

    /// <summary>The asker has to say who is meant.</summary>
    public sealed record Ask(PrimerRun Run, string Question) : StepResult;

    /// <summary>Another run makes the same film already.</summary>
    public sealed record Merge(string Into) : StepResult;

    /// <summary>A person has to look before it goes on.</summary>
    public sealed record Hold(string Reason) : StepResult;

    /// <summary>Something outside is not ready; look again later. Not counted as a failure.</summary>
    public sealed record Later(TimeSpan Wait) : StepResult;

    /// <summary>It cannot be done, and trying again will not help.</summary>
    public sealed record GiveUp(string Reason) : StepResult;
}
