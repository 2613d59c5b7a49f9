using Dapper;
using HardE.Agents.State;
using Quartz;
using Quartz.Impl.Matchers;

namespace HardE.Jobs.Engine;

/// <summary>A recurring job as an admin sees it.</summary>
/// <param name="LastAt">Its last end; null when it never ran.</param>
/// <param name="NextAt">When it comes next; null while it is paused or broken.</param>
/// <param name="Late">Three runs are missing.</param>
public sealed record RecurringView(
    string Name, TimeSpan Interval, DateTimeOffset? LastAt, string? LastFailure, DateTimeOffset? NextAt, bool Paused, bool Late);

/// <summary>A process that works on jobs.</summary>
/// <param name="SeenAt">Its last sign of life.</param>
/// <param name="Running">Runs it holds now.</param>
public sealed record NodeView(string Name, DateTimeOffset SeenAt, int Running, bool IsThisOne);

/// <summary>What the job engine does now: recurring jobs and nodes; pause and resume.</summary>
public sealed class EngineBoard
{
    private readonly JobEngine engine;
    private readonly Heartbeats heartbeats;
    private readonly Database database;
    private readonly NodeIdentity node;
    private readonly TimeProvider clock;

    internal EngineBoard(JobEngine engine, Heartbeats heartbeats, Database database, NodeIdentity node, TimeProvider clock) =>
        (this.engine, this.heartbeats, this.database, this.node, this.clock) = (engine, heartbeats, database, node, clock);

    /// <summary>All recurring jobs by name.</summary>
    public async Task<IReadOnlyList<RecurringView>> RecurringAsync(CancellationToken ct)
    {
        var scheduler = await engine.SchedulerAsync(ct);
        var beats = (await heartbeats.ListAsync(ct)).ToDictionary(h => h.Name);
        var views = new List<RecurringView>();
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(RecurringJob.Group), ct))
        {
            if (await scheduler.GetTrigger(key, ct) is ISimpleTrigger trigger)
            {
                var paused = await scheduler.GetTriggerState(key, ct) == TriggerState.Paused;
                var beat = beats.GetValueOrDefault(key.Name);
                views.Add(new RecurringView(
                    key.Name, trigger.RepeatInterval, beat?.LastAt, beat?.Failure, paused ? null : trigger.GetNextFireTimeUtc(), paused,
                    !paused && beat?.IsLate(clock.GetUtcNow()) == true));
            }
        }

        return [.. views.OrderBy(v => v.Name, StringComparer.Ordinal)];
    }

    /// <summary>Pauses or resumes a recurring job on all nodes; it stays so over restarts.</summary>
    /// <returns>False when there is none of this name.</returns>
    public async Task<bool> PauseAsync(string name, bool pause, CancellationToken ct)
    {
        var scheduler = await engine.SchedulerAsync(ct);
        var key = new TriggerKey(name, RecurringJob.Group);
        if (await scheduler.GetTrigger(key, ct) is null)
        {
            return false;
        }

        await (pause ? scheduler.PauseTrigger(key, ct) : scheduler.ResumeTrigger(key, ct));
        return true;
    }

    /// <summary>The processes that work on jobs, by their signs of life.</summary>
    public async Task<IReadOnlyList<NodeView>> NodesAsync(CancellationToken ct)
    {
        var (seen, running) = await database.ReadAsync(
            async db => (
                database.Kind == DatabaseKind.Postgres
                    ? (await db.QueryAsync<(string Name, long Ticks)>("SELECT instance_name, last_checkin_time FROM qrtz_scheduler_state")).ToList()
                    : [(node.Incarnation, clock.GetUtcNow().UtcTicks)], // a SQLite file has one process, and it is answering now
                (await db.QueryAsync<(string Owner, long Count)>(
                    "SELECT lease_owner, COUNT(*) FROM primer_run WHERE state IN ('running', 'ending') AND lease_owner IS NOT NULL GROUP BY lease_owner"))
                    .ToDictionary(r => r.Owner, r => (int)r.Count)),
            ct);
        return [.. seen.Select(s => new NodeView(
            s.Name, new DateTimeOffset(s.Ticks, TimeSpan.Zero), running.GetValueOrDefault(s.Name), s.Name == node.Incarnation))
            .OrderByDescending(n => n.SeenAt)];
    }
}
