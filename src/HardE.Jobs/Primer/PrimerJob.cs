using HardE.Agents.Services;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace HardE.Jobs.Primer;

/// <summary>
/// The engine's job: take the run, run the pipeline, decide what is next: done, wait, try again, give up. The only place
/// with retry rules.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class PrimerJob(
    PrimerWorker worker, PrimerLeases leases, PrimerOutcome outcome, IOptions<PrimerOptions> options, ILogger<PrimerJob> log) : IJob
{
    public async Task Execute(IJobExecutionContext context)
    {
        var data = context.MergedJobDataMap;
        if (await leases.TakeAsync(data.GetString("tenant")!, data.GetString("run")!, context.Recovering, context.CancellationToken) is not ({ } lease, { } run))
        {
            return; // not due, over, or another node has it
        }

        using var scope = PrimerLog.RunScope(log, run.Id);
        try
        {
            if (run.State == PrimerState.Ending)
            {
                await outcome.EndAsync(lease, run, context.CancellationToken);
            }
            else if (run.Attempts >= options.Value.Tries)
            {
                await outcome.GiveUpAsync(lease, run, "The same step ended the program several times.", context.CancellationToken);
            }
            else
            {
                await outcome.GoOnAsync(lease, await worker.RunAsync(lease, run, context.CancellationToken), context.CancellationToken);
            }
        }
        catch (StepFailedException failed)
        {
            await RetryAsync(lease, failed, context.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            await outcome.PutBackAsync(lease, run, CancellationToken.None); // the program stops: the next start, or another node, goes on
        }
        catch (ServiceException problem)
        {
            PrimerLog.NotSaved(log, problem, run.Id); // the row is as it was; the sweep brings the run back when its lease is over
        }
    }

    private async Task RetryAsync(PrimerLease lease, StepFailedException failed, CancellationToken ct)
    {
        var problem = failed.InnerException!;
        var run = failed.Run;
        var tried = run.Attempts + 1;
        PrimerLog.StepFailed(log, problem, failed.Step, tried);
        if (RetryRules.Pause(problem, tried, options.Value, Random.Shared.NextDouble()) is { } pause && outcome.InTime(run, pause))
        {
            await outcome.RetryAsync(lease, run, pause, ct);
        }
        else
        {
            await outcome.GiveUpAsync(lease, run, $"Step {failed.Step.Replace('_', ' ')} failed: {PrimerOutcome.Describe(problem)}", ct);
        }
    }
}
