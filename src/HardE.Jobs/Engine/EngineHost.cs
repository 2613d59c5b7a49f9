using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Engine;

/// <summary>Starts the job engine with the program and stops it gently: running jobs are told to put their work down.</summary>
internal sealed class EngineHost(
    JobEngine engine, IEnumerable<RecurringJob> recurring, IOptions<EngineOptions> options, EngineRole role, ILogger<EngineHost> log)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await engine.SchedulerAsync(cancellationToken);
        if (!role.Works)
        {
            return;
        }

        foreach (var job in recurring)
        {
            await job.ScheduleAsync(scheduler, cancellationToken);
        }

        await scheduler.Start(cancellationToken);
        EngineLog.Started(log, scheduler.SchedulerInstanceId, options.Value.Threads);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var scheduler = await engine.SchedulerAsync(cancellationToken);
        var wait = options.Value.StopWait;
        try
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).WaitAsync(wait, cancellationToken);
        }
        catch (Exception problem) when (problem is TimeoutException or OperationCanceledException)
        {
            EngineLog.StopTimedOut(log, wait.TotalSeconds);
        }
    }
}
