using Dapper;
using HardE.Agents.State;

namespace HardE.Jobs.Primer;

/// <summary>Runs that ended in one hour.</summary>
/// <param name="Hour">Its beginning, UTC.</param>
public sealed record PrimerHour(DateTimeOffset Hour, int Done, int Failed);

/// <summary>Runs that failed for the same reason.</summary>
public sealed record PrimerError(string Reason, int Count, DateTimeOffset LastAt);

/// <summary>What a step cost in a month.</summary>
/// <param name="Dollars">Sum of the known prices.</param>
/// <param name="Unknown">How many finished steps have no known price.</param>
public sealed record PrimerCost(string Step, string Asker, int Steps, decimal Dollars, int Unknown);

/// <summary>Numbers for the dashboard: throughput, usual times, reasons of failure, costs.</summary>
public sealed class PrimerFigures(Database database, TimeProvider clock)
{
    private const int UsualOf = 50;
    private const long HourMs = 3_600_000;

    /// <summary>Ended runs of the last hours, oldest first, with the empty hours.</summary>
    public async Task<IReadOnlyList<PrimerHour>> ThroughputAsync(string tenant, int hours, CancellationToken ct)
    {
        var last = clock.GetUtcNow().ToUnixTimeMilliseconds() / HourMs;
        var since = last - hours + 1;
        var rows = await database.ReadAsync(
            async db => (await db.QueryAsync<(long Hour, string State, long Count)>(
                """
                SELECT ended_at / 3600000, state, COUNT(*) FROM primer_run
                WHERE tenant = @tenant AND ended_at >= @since AND state IN ('done', 'failed') GROUP BY ended_at / 3600000, state
                """,
                new { tenant, since = since * HourMs })).ToList(),
            ct);
        return [.. Enumerable.Range(0, hours).Select(i => new PrimerHour(
            DateTimeOffset.FromUnixTimeMilliseconds((since + i) * HourMs), Count(i, "done"), Count(i, "failed")))];

        int Count(int hour, string state) => (int)rows.Where(r => r.Hour == since + hour && r.State == state).Sum(r => r.Count);
    }

    /// <summary>Mean time of each step over the latest finished runs; steps that never ran are missing.</summary>
    public Task<IReadOnlyDictionary<string, TimeSpan>> UsualAsync(string tenant, CancellationToken ct) => database.ReadAsync<IReadOnlyDictionary<string, TimeSpan>>(
        async db => (await db.QueryAsync<(string Name, double Milliseconds)>(
            """
            SELECT s.name, CAST(AVG(s.milliseconds) AS DOUBLE PRECISION) FROM primer_step s
            JOIN (SELECT id FROM primer_run WHERE tenant = @tenant AND state = 'done' ORDER BY created_at DESC LIMIT @most) r ON r.id = s.run_id
            WHERE s.tenant = @tenant AND s.state = 'done' GROUP BY s.name
            """,
            new { tenant, most = (long)UsualOf })).ToDictionary(r => r.Name, r => TimeSpan.FromMilliseconds(r.Milliseconds)),
        ct);

    /// <summary>Reasons of the failures of the last 30 days, most frequent first.</summary>
    public Task<IReadOnlyList<PrimerError>> ErrorsAsync(string tenant, CancellationToken ct) => database.ReadAsync<IReadOnlyList<PrimerError>>(
        async db => [.. (await db.QueryAsync<(string Reason, long Count, long Last)>(
            """
            SELECT COALESCE(reason, ''), COUNT(*), MAX(created_at) FROM primer_run
            WHERE tenant = @tenant AND state = 'failed' AND created_at >= @since GROUP BY reason ORDER BY COUNT(*) DESC, reason LIMIT 8
            """,
            new { tenant, since = clock.GetUtcNow().AddDays(-30).ToUnixTimeMilliseconds() }))
            .Select(e => new PrimerError(e.Reason, (int)e.Count, DateTimeOffset.FromUnixTimeMilliseconds(e.Last)))],
        ct);

    /// <summary>The newest failed runs with exactly this reason, and the step each failed at.</summary>
    public Task<IReadOnlyList<(string Id, string Step)>> FailedForAsync(string tenant, string reason, int most, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<(string, string)>>(
            async db => [.. (await db.QueryAsync<(string Id, long StepsDone)>(
                """
                SELECT id, steps_done FROM primer_run WHERE tenant = @tenant AND state = 'failed' AND COALESCE(reason, '') = @reason
                ORDER BY created_at DESC LIMIT @most
                """,
                new { tenant, reason, most = (long)most }))
                .Select(r => (r.Id, PrimerPipeline.Order[(int)Math.Min(r.StepsDone, PrimerPipeline.Order.Count - 1)]))],
            ct);

    /// <summary>Costs of the runs ordered in a month, by step and asker.</summary>
    public Task<IReadOnlyList<PrimerCost>> CostsAsync(string tenant, DateOnly month, CancellationToken ct) => database.ReadAsync<IReadOnlyList<PrimerCost>>(
        async db => [.. (await db.QueryAsync<(string Step, string Asker, long Steps, long Micros, long Unknown)>(
            """
            SELECT s.name, r.asker, COUNT(*), CAST(COALESCE(SUM(s.cost_micros), 0) AS BIGINT), CAST(SUM(CASE WHEN s.cost_micros IS NULL THEN 1 ELSE 0 END) AS BIGINT)
            FROM primer_run r JOIN primer_step s ON s.tenant = r.tenant AND s.run_id = r.id
            WHERE r.tenant = @tenant AND r.created_at >= @from AND r.created_at < @to AND s.state = 'done'
            GROUP BY s.name, r.asker
            """,
            new { tenant, from = Start(month), to = Start(month.AddMonths(1)) }))
            .Select(c => new PrimerCost(c.Step, c.Asker, (int)c.Steps, c.Micros / 1_000_000m, (int)c.Unknown))],
        ct);

    private static long Start(DateOnly month) =>
        new DateTimeOffset(month.Year, month.Month, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
