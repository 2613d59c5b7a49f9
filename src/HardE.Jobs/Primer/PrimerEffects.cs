using System.Data.Common;
using Dapper;
using HardE.Agents.State;

namespace HardE.Jobs.Primer;

/// <summary>How far a thing that must happen once has come.</summary>
public enum EffectState { New, Started, Done, Skipped, Unknown }

/// <summary>Keyed effects of a run: a row before the act, its outcome after it. Found started = it may have happened.</summary>
internal sealed class PrimerEffects(Database database, TimeProvider clock)
{
    /// <summary>Says that an effect begins.</summary>
    /// <returns>What was known before: <see cref="EffectState.New"/> for the first time.</returns>
    public Task<EffectState> BeginAsync(PrimerRun run, string name, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var before = await db.QuerySingleOrDefaultAsync<string?>(
                "SELECT state FROM primer_effect WHERE tenant = @Tenant AND run_id = @Id AND name = @name", new { run.Tenant, run.Id, name });
            if (before is null)
            {
                await SaveAsync(db, run, name, EffectState.Started, null);
            }

            return before is null ? EffectState.New : Enum.Parse<EffectState>(before, ignoreCase: true);
        },
        ct);

    public Task EndAsync(PrimerRun run, string name, EffectState state, string? detail, CancellationToken ct) =>
        database.WriteAsync(db => SaveAsync(db, run, name, state, detail), ct);

    /// <summary>Effect and its row in one transaction: for effects that are rows themselves (the outbox).</summary>
    /// <returns>False when it was done before.</returns>
    public Task<bool> OnceAsync(PrimerRun run, string name, Func<DbConnection, Task> act, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var first = await db.ExecuteAsync(
                """
                INSERT INTO primer_effect (tenant, run_id, name, state, at) VALUES (@Tenant, @Id, @name, 'done', @now)
                ON CONFLICT (tenant, run_id, name) DO NOTHING
                """,
                new { run.Tenant, run.Id, name, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }) > 0;
            if (first)
            {
                await act(db);
            }

            return first;
        },
        ct);

    public Task<IReadOnlyDictionary<string, EffectState>> ListAsync(string tenant, string runId, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, EffectState>>(
            async db => (await db.QueryAsync<(string Name, string State)>(
                "SELECT name, state FROM primer_effect WHERE tenant = @tenant AND run_id = @runId", new { tenant, runId }))
                .ToDictionary(e => e.Name, e => Enum.Parse<EffectState>(e.State, ignoreCase: true)),
            ct);

    private async Task SaveAsync(DbConnection db, PrimerRun run, string name, EffectState state, string? detail) => await db.ExecuteAsync(
        """
        INSERT INTO primer_effect (tenant, run_id, name, state, detail, at) VALUES (@Tenant, @Id, @name, @state, @detail, @now)
        ON CONFLICT (tenant, run_id, name) DO UPDATE SET state = excluded.state, detail = excluded.detail, at = excluded.at
        """,
        new { run.Tenant, run.Id, name, state = state.ToString().ToLowerInvariant(), detail, now = clock.GetUtcNow().ToUnixTimeMilliseconds() });
}
