using Microsoft.Extensions.Logging;
using Quartz;
using Quartz.Listener;

namespace HardE.Jobs.Engine;

/// <summary>The way to Quartz: made on first use, so that a door can store a job before this node works on jobs.</summary>
internal sealed class JobEngine(EngineStore store, ScopedJobFactory jobs, HeartbeatListener heartbeat, ILogger<JobEngine> log)
    : IDisposable
{
    private readonly SemaphoreSlim once = new(1, 1);
    private IScheduler? scheduler;

    /// <summary>The scheduler of this node; storing jobs works before it is started.</summary>
    public async Task<IScheduler> SchedulerAsync(CancellationToken ct)
    {
        if (scheduler is not null)
        {
            return scheduler;
        }

        await once.WaitAsync(ct);
        try
        {
            return scheduler ??= await MakeAsync(ct);
        }
        finally
        {
            once.Release();
        }
    }

    public void Dispose() => once.Dispose();

    private async Task<IScheduler> MakeAsync(CancellationToken ct)
    {
        await store.PrepareAsync(ct);
        var made = await new EngineFactory(store.Settings()).GetScheduler(ct);
        made.JobFactory = jobs;
        made.ListenerManager.AddSchedulerListener(new Errors(log));
        made.ListenerManager.AddJobListener(heartbeat);
        return made;
    }

    private sealed class Errors(ILogger log) : SchedulerListenerSupport
    {
        public override Task SchedulerError(string msg, SchedulerException cause, CancellationToken cancellationToken = default)
        {
            EngineLog.SchedulerError(log, cause, msg);
            return Task.CompletedTask;
        }
    }
}
