using HardE.Agents.Services;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HardE.Jobs.Engine;

/// <summary>Says loudly when a recurring job has stopped. Runs outside the engine it watches.</summary>
internal sealed class HeartbeatAlarm(Heartbeats heartbeats, TimeProvider clock, ILogger<HeartbeatAlarm> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Logs each recurring job that is late.</summary>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var late = (await heartbeats.ListAsync(ct)).Where(h => h.IsLate(now)).ToList();
        late.ForEach(h => EngineLog.Late(log, h.Name, (now - h.LastAt).TotalSeconds, h.Interval.TotalSeconds));
        return [.. late.Select(h => h.Name)];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (ServiceException problem)
            {
                EngineLog.SchedulerError(log, problem, "heartbeats could not be read");
            }
        }
    }
}
