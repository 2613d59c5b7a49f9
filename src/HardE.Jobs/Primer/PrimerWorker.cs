using HardE.Agents.Services;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Primer;

/// <summary>Runs the pipeline while it keeps the run's lease alive; stops it when the run is lost or cancelled.</summary>
internal sealed class PrimerWorker(PrimerPipeline pipeline, PrimerLeases leases, IOptions<PrimerOptions> options, TimeProvider clock, ILogger<PrimerWorker> log)
{
    /// <exception cref="StepFailedException">A step failed.</exception>
    /// <exception cref="OperationCanceledException">The program stops.</exception>
    public async Task<PipelineEnd> RunAsync(PrimerLease lease, PrimerRun run, CancellationToken ct)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watch = new Watch();
        var keeping = KeepAsync(lease, watch, work, done.Token);
        try
        {
            return await pipeline.RunAsync(lease, run, work.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested && watch.Lost is not null)
        {
            return watch.Lost.Value ? new PipelineEnd.Lost(run) : new PipelineEnd.Cancelled(run);
        }
        finally
        {
            await done.CancelAsync();
            await keeping;
        }
    }

    private async Task KeepAsync(PrimerLease lease, Watch watch, CancellationTokenSource work, CancellationToken done)
    {
        using var timer = new PeriodicTimer(options.Value.Lease / 5, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                if (await RenewAsync(lease, done) is not false and var state)
                {
                    watch.Lost = state is null;
                    await work.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            return; // the pipeline has ended
        }
    }

    /// <returns>Null when the run was lost, true when it was cancelled, false when all is well or cannot be known now.</returns>
    private async Task<bool?> RenewAsync(PrimerLease lease, CancellationToken ct)
    {
        try
        {
            return await leases.RenewAsync(lease, ct);
        }
        catch (ServiceException problem)
        {
            PrimerLog.NotSaved(log, problem, lease.RunId); // each save repeats the fence, so nothing can be lost by going on
            return false;
        }
    }

    private sealed class Watch
    {
        /// <summary>True: another node has the run. False: it was cancelled. Null: neither.</summary>
        public bool? Lost { get; set; }
    }
}
