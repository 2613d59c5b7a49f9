using Dapper;
using HardE.Agents.State;

namespace HardE.Jobs.Engine;

/// <summary>When a recurring job last ran, where, and whether it went well.</summary>
/// <param name="Name">The recurring job.</param>
/// <param name="Interval">Time from start to start.</param>
/// <param name="LastAt">Its last end, UTC.</param>
/// <param name="Node">The process that ran it.</param>
/// <param name="Failure">Kind of failure of the last run; null when it went well.</param>
public sealed record Heartbeat(string Name, TimeSpan Interval, DateTimeOffset LastAt, string Node, string? Failure)
{
    /// <summary>True when three runs are missing: the trigger has stopped.</summary>
    public bool IsLate(DateTimeOffset now) => now - LastAt > (3 * Interval) + TimeSpan.FromSeconds(10);
}

/// <summary>Signs of life of the recurring jobs, for alarms, <c>doctor</c> and the jobs page.</summary>
public sealed class Heartbeats(Database database, TimeProvider clock)
{
    public Task<IReadOnlyList<Heartbeat>> ListAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<Heartbeat>>(
        async db => [.. (await db.QueryAsync<Row>("SELECT name, interval_ms, last_at, node, failure FROM job_heartbeat ORDER BY name"))
            .Select(r => new Heartbeat(
                r.Name, TimeSpan.FromMilliseconds(r.IntervalMs), DateTimeOffset.FromUnixTimeMilliseconds(r.LastAt), r.Node, r.Failure))],
        ct);

    /// <summary>Notes that a recurring job has ended.</summary>
    public Task SaveAsync(string name, TimeSpan interval, string node, string? failure, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            """
            INSERT INTO job_heartbeat (name, interval_ms, last_at, node, failure) VALUES (@name, @interval, @now, @node, @failure)
            ON CONFLICT (name) DO UPDATE SET interval_ms = excluded.interval_ms, last_at = excluded.last_at,
                node = excluded.node, failure = excluded.failure
            """,
            new { name, interval = (long)interval.TotalMilliseconds, now = clock.GetUtcNow().ToUnixTimeMilliseconds(), node, failure }),
        ct);

    private sealed record Row(string Name, long IntervalMs, long LastAt, string Node, string? Failure);
}
