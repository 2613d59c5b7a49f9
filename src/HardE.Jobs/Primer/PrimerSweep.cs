using Microsoft.Extensions.Logging;
using Quartz;

namespace HardE.Jobs.Primer;

/// <summary>
/// Makes triggers again that were lost between saving a run and scheduling it, takes over what a dead node left, and
/// removes work folders of runs that are over.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class PrimerSweep(PrimerLeases leases, PrimerStore store, PrimerSchedule schedule, RunFiles files, ILogger<PrimerSweep> log) : IJob
{
    public async Task Execute(IJobExecutionContext context)
    {
        var ct = context.CancellationToken;
        var triggers = await TriggersAsync(ct);
        var folders = await FoldersAsync(ct);
        if (triggers + folders > 0)
        {
            PrimerLog.Swept(log, triggers, folders);
        }
    }

    /// <returns>How many were missing.</returns>
    internal async Task<int> TriggersAsync(CancellationToken ct)
    {
        var count = 0;
        foreach (var run in await leases.StrandedAsync(ct))
        {
            if (!await schedule.HasAsync(run.Tenant, run.Id, ct))
            {
                await schedule.AtAsync(run.Tenant, run.Id, run.DueAt, ct);
                count++;
            }
        }

        return count;
    }

    private async Task<int> FoldersAsync(CancellationToken ct)
    {
        var count = 0;
        foreach (var id in files.Folders())
        {
            if (await store.IsOverAsync(id, ct))
            {
                files.RemoveFolder(id);
                count++;
            }
        }

        return count;
    }
}
