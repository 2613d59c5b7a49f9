using HardE.Agents.Services;
using HardE.Agents.State;
using Microsoft.Extensions.Logging;
using Quartz;
using Quartz.Listener;

namespace HardE.Jobs.Engine;

/// <summary>Writes a heartbeat after each run of a recurring job.</summary>
internal sealed class HeartbeatListener(Heartbeats heartbeats, NodeIdentity node, ILogger<HeartbeatListener> log) : JobListenerSupport
{
    public override string Name => "heartbeat";

    public override async Task JobWasExecuted(
        IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        if (context.JobDetail.Key.Group != RecurringJob.Group || context.Trigger is not ISimpleTrigger trigger)
        {
            return;
        }

        var name = context.JobDetail.Key.Name;
        if (jobException is not null)
        {
            EngineLog.RecurringFailed(log, jobException, name);
        }

        try
        {
            var failure = (jobException?.InnerException ?? jobException)?.GetType().Name;
            await heartbeats.SaveAsync(name, trigger.RepeatInterval, node.Incarnation, failure, cancellationToken);
        }
        catch (ServiceException problem)
        {
            EngineLog.NotRecorded(log, problem, name);
        }
    }
}
