using Dapper;
using HardE.Agents.State;

namespace HardE.Jobs.Primer;

/// <summary>One step as people see it.</summary>
/// <param name="Name">As in the list of ten.</param>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>done</c>, <c>failed</c>.</param>
/// <param name="Attempts">How often it was started.</param>
/// <param name="Took">Of the last try; zero while it runs.</param>
/// <param name="Output">What it made.</param>
/// <param name="Cost">US dollars; null when unknown.</param>
public sealed record PrimerStepView(
    string Name, string State, int Attempts, DateTimeOffset? StartedAt, TimeSpan Took, string? Output, decimal? Cost, string? Failure);

/// <summary>An act in a run's life.</summary>
public sealed record PrimerAct(DateTimeOffset At, string Actor, string Act, string? Reason);

/// <summary>A run with its ten steps, for the CLI, the dashboard and the demo.</summary>
/// <param name="Effects">The outside effects and how far they came.</param>
public sealed record PrimerView(
    PrimerRun Run, IReadOnlyList<PrimerStepView> Steps, IReadOnlyDictionary<string, EffectState> Effects, IReadOnlyList<PrimerAct> History)
{
    /// <summary>From the stored request to the end, or until now.</summary>
    public TimeSpan Age(DateTimeOffset now) => (Run.EndedAt ?? now) - Run.CreatedAt;
}

/// <summary>Reads how far runs are.</summary>
public sealed class PrimerProgress
{
    private readonly Database database;
    private readonly PrimerStore store;
    private readonly PrimerEffects effects;

    internal PrimerProgress(Database database, PrimerStore store, PrimerEffects effects) =>
        (this.database, this.store, this.effects) = (database, store, effects);

    /// <returns>Null when there is no such run. A merged run shows the one it became part of.</returns>
    public async Task<PrimerView?> ReadAsync(string tenant, string runId, CancellationToken ct)
    {
        if (await store.FindAsync(tenant, runId, ct) is not { } run)
        {
            return null;
        }

        var rows = await database.ReadAsync(
            async db => (await db.QueryAsync<StepRow>(
                """
                SELECT seq, name, state, attempts, started_at, milliseconds, output, cost_micros, failure
                FROM primer_step WHERE tenant = @Tenant AND run_id = @Id
                """,
                new { run.Tenant, run.Id })).ToDictionary(r => r.Seq),
            ct);
        var history = await database.ReadAsync(
            async db => (await db.QueryAsync<ActRow>(
                "SELECT at, actor, act, reason FROM primer_history WHERE tenant = @Tenant AND run_id = @Id ORDER BY seq", new { run.Tenant, run.Id })).ToList(),
            ct);
        return new PrimerView(
            run,
            [.. PrimerPipeline.Order.Select((name, i) => View(name, i < run.StepsDone, rows.GetValueOrDefault(i + 1)))],
            await effects.ListAsync(run.Tenant, run.Id, ct),
            [.. history.Select(h => new PrimerAct(DateTimeOffset.FromUnixTimeMilliseconds(h.At), h.Actor, h.Act, h.Reason))]);
    }

    private static PrimerStepView View(string name, bool done, StepRow? row) => row is null || (!done && row.State == "done")
        ? new PrimerStepView(name, "waiting", 0, null, TimeSpan.Zero, null, null, null)
        : new PrimerStepView(
            name, row.State, (int)row.Attempts, DateTimeOffset.FromUnixTimeMilliseconds(row.StartedAt),
            TimeSpan.FromMilliseconds(row.Milliseconds), row.Output, row.CostMicros / 1_000_000m, row.Failure);

    private sealed record StepRow
    {
        public long Seq { get; init; }
        public string Name { get; init; } = "";
        public string State { get; init; } = "";
        public long Attempts { get; init; }
        public long StartedAt { get; init; }
        public long Milliseconds { get; init; }
        public string? Output { get; init; }
        public long? CostMicros { get; init; }
        public string? Failure { get; init; }
    }

    private sealed record ActRow
    {
        public long At { get; init; }
        public string Actor { get; init; } = "";
        public string Act { get; init; } = "";
        public string? Reason { get; init; }
    }
}
