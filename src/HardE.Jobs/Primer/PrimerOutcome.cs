using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Primer;

/// <summary>What follows when the pipeline stops: save, tell, schedule.</summary>
internal sealed class PrimerOutcome(
    PrimerLeases leases, PrimerSchedule schedule, PrimerEnding ending, IOptions<PrimerOptions> options, TimeProvider clock)
{
    public bool InTime(PrimerRun run, TimeSpan pause) => clock.GetUtcNow() + pause < run.DeadlineAt;

    public async Task GoOnAsync(PrimerLease lease, PipelineEnd end, CancellationToken ct)
    {
        switch (end)
        {
            case PipelineEnd.Finished:
                await leases.PutDownAsync(lease, PrimerState.Done, null, null, null, ", ended_at = @now", ct);
                break;
            case PipelineEnd.Lost:
                break;
            case PipelineEnd.Merged merged:
                await leases.MergeAsync(lease, merged.Into, ct);
                break;
            case PipelineEnd.Waiting waiting:
                await LaterAsync(lease, waiting.Run, waiting.Wait, ct);
                break;
            case PipelineEnd.Asked asked:
                await ending.AskAsync(lease, asked.Run, asked.Question, ct);
                break;
            case PipelineEnd.Held held:
                await ending.HoldAsync(lease, held.Run, held.Reason, ct);
                break;
            case PipelineEnd.Cancelled cancelled:
                await EndAsAsync(lease, cancelled.Run, PrimerState.Cancelled, "", ct);
                break;
            case PipelineEnd.GivenUp gaveUp:
                await GiveUpAsync(lease, gaveUp.Run, gaveUp.Reason, ct);
                break;
        }
    }

    /// <summary>Tries the step again after a pause; no thread waits.</summary>
    public async Task RetryAsync(PrimerLease lease, PrimerRun run, TimeSpan pause, CancellationToken ct)
    {
        var at = clock.GetUtcNow() + pause;
        await leases.PutDownAsync(lease, PrimerState.Retrying, null, at, null, "", ct);
        await schedule.AtAsync(run.Tenant, run.Id, at, ct);
    }

    public Task GiveUpAsync(PrimerLease lease, PrimerRun run, string reason, CancellationToken ct) =>
        EndAsAsync(lease, run, PrimerState.Failed, reason, ct);

    /// <summary>Tells and cleans up; tried again by itself, so that a dead mail server keeps no files.</summary>
    public async Task EndAsync(PrimerLease lease, PrimerRun run, CancellationToken ct)
    {
        if (!await ending.FinishAsync(lease, run, run.Attempts + 1 >= options.Value.Tries, ct))
        {
            var at = clock.GetUtcNow() + (RetryRules.Pause(new ServiceException("", Failure.Transient, ""), run.Attempts + 1, options.Value, 1) ?? options.Value.LongestRetry);
            await leases.PutDownAsync(lease, PrimerState.Ending, run.Reason, at, null, ", attempts = attempts + 1", ct);
            await schedule.AtAsync(run.Tenant, run.Id, at, ct);
        }
    }

    /// <summary>Puts a run back that was interrupted.</summary>
    public async Task PutBackAsync(PrimerLease lease, PrimerRun run, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await leases.PutDownAsync(lease, run.State == PrimerState.Ending ? run.State : PrimerState.Queued, run.Reason, now, null, ", attempts = 0", ct))
        {
            await schedule.AtAsync(run.Tenant, run.Id, now, ct);
        }
    }

    /// <summary>For the asker: what failed, without insides.</summary>
    public static string Describe(Exception problem) => problem is ServiceException service
        ? service.Remedy ?? service.Failure switch
        {
            Failure.Transient => $"{service.Service} could not be reached.",
            Failure.Refused => $"{service.Service} refused the request.",
            Failure.Missing => $"{service.Service} does not have what is needed.",
            _ => $"{service.Service} gave something that cannot be used.",
        }
        : "something went wrong inside.";

    private async Task LaterAsync(PrimerLease lease, PrimerRun run, TimeSpan wait, CancellationToken ct)
    {
        if (!InTime(run, wait))
        {
            await GiveUpAsync(lease, run, "It took too long.", ct);
            return;
        }

        var at = clock.GetUtcNow() + wait;
        await leases.PutDownAsync(lease, PrimerState.Retrying, null, at, null, ", attempts = 0", ct);
        await schedule.AtAsync(run.Tenant, run.Id, at, ct);
    }

    private async Task EndAsAsync(PrimerLease lease, PrimerRun run, PrimerState state, string reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await leases.PutDownAsync(lease, PrimerState.Ending, reason, now, new { endsAs = PrimerRows.Word(state) }, ", ends_as = @endsAs, attempts = 0", ct))
        {
            await schedule.AtAsync(run.Tenant, run.Id, now, ct);
        }
    }
}
