using HardE.Jobs.Engine;
using Quartz;

namespace HardE.Jobs.Primer;

/// <summary>Tells the engine when a run goes on. The run's row is the truth; a lost trigger is made again by the sweep.</summary>
internal sealed class PrimerSchedule(JobEngine engine)
{
    private const string Group = "primer";

    /// <summary>Stores the run's one trigger, in place of an earlier one.</summary>
    public async Task AtAsync(string tenant, string runId, DateTimeOffset at, CancellationToken ct)
    {
        var scheduler = await engine.SchedulerAsync(ct);
        var job = JobBuilder.Create<PrimerJob>().WithIdentity($"{tenant}:{runId}", Group).RequestRecovery()
            .UsingJobData("tenant", tenant).UsingJobData("run", runId).Build();
        var trigger = TriggerBuilder.Create().WithIdentity($"{tenant}:{runId}", Group).ForJob(job).StartAt(at)
            .WithSimpleSchedule(s => s.WithMisfireHandlingInstructionFireNow()).Build();
        await scheduler.ScheduleJob(job, [trigger], replace: true, ct);
    }

    /// <summary>True when the engine will come back to the run by itself.</summary>
    public async Task<bool> HasAsync(string tenant, string runId, CancellationToken ct)
    {
        var scheduler = await engine.SchedulerAsync(ct);
        return await scheduler.GetTriggerState(new TriggerKey($"{tenant}:{runId}", Group), ct) is not (TriggerState.None or TriggerState.Error or TriggerState.Complete);
    }
}
