using System.Security.Cryptography;
using System.Text;

namespace HardE.Jobs.Primer;

/// <summary>The ten steps of a primer video, in order. Runs what is left of them and saves after each.</summary>
public sealed class PrimerPipeline
{
    public static readonly IReadOnlyList<string> Order =
    [
        "read_request",   // what was asked for
        "find_customer",  // homeowner and job in the CRM; asks back when it is not clear who is meant
        "write_script",   // spoken English, checked
        "speak",          // the standard voice, with the exact time of each sentence
        "enhance_voice",  // the primer voice
        "upload",         // sound and brand files are where the assembler reads them
        "assemble",       // the film, measured
        "deliver",        // a link that lasts
        "notify",         // note in the CRM, mail to the homeowner, answer to the asker, card
        "clean_up",       // nothing is left but the film
    ];

    private readonly IReadOnlyList<IPrimerStep> ordered;
    private readonly PrimerLeases leases;
    private readonly PrimerCards cards;
    private readonly TimeProvider clock;

    internal PrimerPipeline(IEnumerable<IPrimerStep> steps, PrimerLeases leases, PrimerCards cards, TimeProvider clock)
    {
        ordered = [.. Order.Select(name => steps.Single(s => s.Name == name))];
        (this.leases, this.cards, this.clock) = (leases, cards, clock);
    }

    /// <summary>Runs the steps that are not done.</summary>
    /// <exception cref="StepFailedException">A step failed; those before it are saved.</exception>
    /// <exception cref="OperationCanceledException">The program stops, or the run was cancelled or lost.</exception>
    internal async Task<PipelineEnd> RunAsync(PrimerLease lease, PrimerRun run, CancellationToken ct)
    {
        while (run.StepsDone < ordered.Count)
        {
            var step = ordered[run.StepsDone];
            if (run.CancelledBy is not null && step.Name != "clean_up")
            {
                return new PipelineEnd.Cancelled(run);
            }

            if (step.Name == "notify" && run.Hold)
            {
                return new PipelineEnd.Held(run, "The film waits for your yes before the homeowner gets it.");
            }

            var (result, took) = await StepAsync(lease, run, step, ct);
            if (result is not StepResult.Done done)
            {
                return PipelineEnd.From(run, result);
            }

            var end = new StepEnd(took, done.Output, done.Cost);
            if (await leases.SaveStepAsync(lease, run.StepsDone + 1, done.Run, end, ct) is not { } saved)
            {
                return new PipelineEnd.Lost(run);
            }

            run = saved;
            await cards.ShowAsync(run, ct);
        }

        return new PipelineEnd.Finished(run);
    }

    private async Task<(StepResult Result, TimeSpan Took)> StepAsync(PrimerLease lease, PrimerRun run, IPrimerStep step, CancellationToken ct)
    {
        var seq = run.StepsDone + 1;
        var input = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(step.InputOf(run))));
        await leases.StartStepAsync(lease, seq, step.Name, run.Attempts + 1, input, ct);
        var started = clock.GetTimestamp();
        try
        {
            var result = await step.RunAsync(run, ct);
            if (result is not StepResult.Done)
            {
                await leases.FailStepAsync(lease, seq, "waiting", new StepEnd(clock.GetElapsedTime(started)), ct);
            }

            return (result, clock.GetElapsedTime(started));
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            var end = new StepEnd(clock.GetElapsedTime(started), Failure: Describe(problem));
            await leases.FailStepAsync(lease, seq, "failed", end, ct);
            throw new StepFailedException(run, step.Name, problem);
        }
    }

    /// <summary>Kind and service only: messages may hold names.</summary>
    private static string Describe(Exception problem) => problem is HardE.Agents.Services.ServiceException service
        ? $"{service.Service}: {service.Failure}" : problem.GetType().Name;
}

/// <summary>A step failed with an exception.</summary>
internal sealed class StepFailedException(PrimerRun run, string step, Exception inner) : Exception($"Step {step} failed.", inner)
{
    /// <summary>The run as it was before the step.</summary>
    public PrimerRun Run { get; } = run;
    public string Step { get; } = step;
}

/// <summary>Where the pipeline stopped.</summary>
internal abstract record PipelineEnd(PrimerRun Run)
{
    public sealed record Finished(PrimerRun Run) : PipelineEnd(Run);

    /// <summary>Another node has the run now: nothing more may be written.</summary>
    public sealed record Lost(PrimerRun Run) : PipelineEnd(Run);

    public sealed record Cancelled(PrimerRun Run) : PipelineEnd(Run);

    public sealed record Asked(PrimerRun Run, string Question) : PipelineEnd(Run);

    public sealed record Held(PrimerRun Run, string Reason) : PipelineEnd(Run);

    public sealed record Merged(PrimerRun Run, string Into) : PipelineEnd(Run);

    public sealed record Waiting(PrimerRun Run, TimeSpan Wait) : PipelineEnd(Run);

    public sealed record GivenUp(PrimerRun Run, string Reason) : PipelineEnd(Run);

    public static PipelineEnd From(PrimerRun run, StepResult result) => result switch
    {
        StepResult.Ask ask => new Asked(ask.Run, ask.Question),
        StepResult.Merge merge => new Merged(run, merge.Into),
        StepResult.Hold hold => new Held(run, hold.Reason),
        StepResult.Later later => new Waiting(run, later.Wait),
        StepResult.GiveUp end => new GivenUp(run, end.Reason),
        _ => throw new InvalidOperationException(result.GetType().Name),
    };
}
