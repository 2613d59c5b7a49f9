using System.Data.Common;
using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Primer;

/// <summary>A node's hold on a run: every write repeats the fence, so one that lost the run changes nothing.</summary>
internal sealed record PrimerLease(string Tenant, string RunId, string Owner, long Fence);

/// <summary>What nodes do to runs: take one, save each step, put it down.</summary>
internal sealed class PrimerLeases(
    Database database, PrimerStore store, NodeIdentity node, IOptions<PrimerOptions> options, TimeProvider clock)
{
    private const string Mine = "tenant = @Tenant AND id = @RunId AND lease_owner = @Owner AND fence = @Fence";

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private long Until => Now + (long)options.Value.Lease.TotalMilliseconds;

    /// <summary>Takes a run that is due and free.</summary>
    /// <param name="ownerIsDead">The engine knows that the last owner is gone: its lease need not run out.</param>
    /// <returns>Null when it is not due, over, waiting for a person, or held by another process.</returns>
    public async Task<(PrimerLease Lease, PrimerRun Run)?> TakeAsync(string tenant, string id, bool ownerIsDead, CancellationToken ct)
    {
        var taken = ownerIsDead || database.Kind == DatabaseKind.Sqlite; // a SQLite file has one process: any other owner is gone
        var row = await database.WriteAsync(
            db => db.QuerySingleOrDefaultAsync<PrimerRows.Run?>(
                $"""
                UPDATE primer_run SET state = CASE WHEN state = 'ending' THEN 'ending' ELSE 'running' END,
                    lease_owner = @owner, lease_until = @until, fence = fence + 1, version = version + 1, updated_at = @now
                WHERE tenant = @tenant AND id = @id AND state IN ('queued', 'retrying', 'running', 'ending') AND due_at <= @soon
                    AND (lease_owner IS NULL OR lease_until < @now OR (@taken = 1 AND lease_owner <> @owner))
                RETURNING {PrimerRows.Columns}
                """,
                new { tenant, id, owner = node.Incarnation, until = Until, now = Now, soon = Now + 100, taken = taken ? 1L : 0L }),
            ct);
        return row is null ? null : (new PrimerLease(tenant, id, node.Incarnation, row.Fence), row.ToRun());
    }

    /// <summary>Says that this node is alive.</summary>
    /// <returns>Null when the run was lost; else whether somebody cancelled it.</returns>
    public Task<bool?> RenewAsync(PrimerLease lease, CancellationToken ct) => database.WriteAsync<bool?>(
        async db => await db.QuerySingleOrDefaultAsync<long?>(
            $"UPDATE primer_run SET lease_until = @until WHERE {Mine} RETURNING CASE WHEN cancelled_by IS NULL THEN 0 ELSE 1 END",
            With(lease, new { until = Until })) is { } cancelled ? cancelled != 0 : null,
        ct);

    /// <summary>Counts a start of a step before it starts: a step that kills the program is counted, too.</summary>
    public Task<bool> StartStepAsync(PrimerLease lease, int seq, string name, int attempts, string inputHash, CancellationToken ct) => WriteAsync(
        lease,
        "attempts = @attempts",
        new { attempts = (long)attempts },
        db => db.ExecuteAsync(
            """
            INSERT INTO primer_step (tenant, run_id, seq, name, state, attempts, started_at, milliseconds, input_hash)
            VALUES (@Tenant, @RunId, @seq, @name, 'running', @attempts, @now, 0, @inputHash)
            ON CONFLICT (tenant, run_id, seq) DO UPDATE SET state = 'running', attempts = excluded.attempts, started_at = excluded.started_at,
                ended_at = NULL, input_hash = excluded.input_hash
            """,
            With(lease, new { seq = (long)seq, name, attempts = (long)attempts, now = Now, inputHash })),
        ct);

    /// <summary>Saves what a step made; the run goes on from here on any node.</summary>
    /// <returns>The row as it is now (hold and cancel may have changed); null when the run was lost.</returns>
    public Task<PrimerRun?> SaveStepAsync(PrimerLease lease, int seq, PrimerRun run, StepEnd end, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var row = await db.QuerySingleOrDefaultAsync<PrimerRows.Run?>(
                $"""
                UPDATE primer_run SET steps_done = @done, attempts = 0, work = @work, request = @request, customer = @customer, job = COALESCE(@job, job), search = @search,
                    version = version + 1, updated_at = @now, lease_until = @until
                WHERE {Mine} RETURNING {PrimerRows.Columns}
                """,
                With(lease, new
                {
                    done = (long)seq,
                    work = TurnJson.Write(run.Work),
                    request = TurnJson.Write(run.Order),
                    customer = run.CustomerName,
                    job = run.Work.Customer?.JobNumber,
                    search = PrimerRows.Search(run.CustomerName, run.Work.Customer?.JobNumber ?? run.Order.Job, run.Asker),
                    now = Now,
                    until = Until,
                }));
            if (row is not null)
            {
                await EndStepAsync(db, lease, seq, "done", end);
            }

            return row?.ToRun();
        },
        ct);

    /// <summary>Notes that a step did not finish.</summary>
    public Task<bool> FailStepAsync(PrimerLease lease, int seq, string state, StepEnd end, CancellationToken ct) =>
        WriteAsync(lease, "attempts = attempts", new { }, db => EndStepAsync(db, lease, seq, state, end), ct);

    /// <summary>Puts the run down in a state.</summary>
    /// <param name="more">Further assignments; may name members of <paramref name="values"/>.</param>
    public Task<bool> PutDownAsync(
        PrimerLease lease, PrimerState state, string? reason, DateTimeOffset? dueAt, object? values, string more, CancellationToken ct) => WriteAsync(
        lease,
        $"""
        state = CASE WHEN cancelled_by IS NOT NULL AND @waits = 1 THEN 'ending' ELSE @state END,
        ends_as = CASE WHEN cancelled_by IS NOT NULL AND @waits = 1 THEN 'cancelled' ELSE {(more.Contains("@endsAs", StringComparison.Ordinal) ? "@endsAs" : "ends_as")} END,
        reason = @reason, due_at = COALESCE(@dueAt, due_at), lease_owner = NULL, lease_until = 0{more.Replace(", ends_as = @endsAs", "", StringComparison.Ordinal)}
        """,
        With(values ?? new { }, new { state = PrimerRows.Word(state), waits = Waits(state) ? 1L : 0L, reason, dueAt = dueAt?.ToUnixTimeMilliseconds() }),
        async db =>
        {
            if (state is not (PrimerState.Retrying or PrimerState.Queued))
            {
                await store.NoteAsync(db, lease.Tenant, lease.RunId, "Hard-E", PrimerRows.Word(state), reason);
            }
        },
        ct);

    /// <summary>Makes this run the one for a customer and job, unless another came first within the window.</summary>
    /// <returns>The run that has them.</returns>
    public Task<string> ClaimSubjectAsync(PrimerRun run, string subject, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var owner = await store.ClaimSubjectAsync(db, run.Tenant, subject, run.Id);
            await db.ExecuteAsync(
                "UPDATE primer_run SET subject = @subject WHERE tenant = @Tenant AND id = @Id AND @owner = @Id", new { run.Tenant, run.Id, subject, owner });
            return owner;
        },
        ct);

    /// <summary>Moves the doors of a run to the run that makes the same film, and frees what it claimed.</summary>
    public Task MergeAsync(PrimerLease lease, string into, CancellationToken ct) => WriteAsync(
        lease,
        "state = 'merged', merged_into = @into, ended_at = @now, lease_owner = NULL, lease_until = 0",
        new { into },
        db => db.ExecuteAsync(
            "UPDATE primer_door SET run_id = @into WHERE tenant = @Tenant AND run_id = @RunId", With(lease, new { into })),
        ct);

    /// <summary>Lets the next request for the same customer and job be a run of its own.</summary>
    public Task FreeSubjectAsync(PrimerRun run, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync("DELETE FROM primer_subject WHERE tenant = @Tenant AND run_id = @Id", new { run.Tenant, run.Id }), ct);

    /// <summary>Runs that should be worked on now and are held by nobody alive, oldest first.</summary>
    public Task<IReadOnlyList<PrimerRun>> StrandedAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<PrimerRun>>(
        async db => [.. (await db.QueryAsync<PrimerRows.Run>(
            $"""
            SELECT {PrimerRows.Columns} FROM primer_run
            WHERE state IN ('queued', 'retrying', 'running', 'ending') AND (lease_owner IS NULL OR lease_until < @now)
            ORDER BY due_at LIMIT 500
            """,
            new { now = Now })).Select(r => r.ToRun())],
        ct);

    /// <summary>A run that would wait on is ended instead when somebody cancelled it meanwhile.</summary>
    private static bool Waits(PrimerState state) =>
        state is PrimerState.Held or PrimerState.Asking or PrimerState.Retrying or PrimerState.Queued;

    private async Task EndStepAsync(DbConnection db, PrimerLease lease, int seq, string state, StepEnd end) => await db.ExecuteAsync(
        """
        UPDATE primer_step SET state = @state, ended_at = @now, milliseconds = @milliseconds, output = COALESCE(@Output, output),
            cost_micros = @cost, failure = @Failure
        WHERE tenant = @Tenant AND run_id = @RunId AND seq = @seq
        """,
        With(lease, new
        {
            seq = (long)seq,
            state,
            now = Now,
            milliseconds = (long)end.Took.TotalMilliseconds,
            end.Output,
            cost = end.Cost is { } dollars ? (long?)(dollars * 1_000_000) : null,
            end.Failure,
        }));

    private Task<bool> WriteAsync(PrimerLease lease, string set, object values, Func<DbConnection, Task> also, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var changed = await db.ExecuteAsync(
                $"UPDATE primer_run SET {set}, version = version + 1, updated_at = @now WHERE {Mine}", With(lease, With(values, new { now = Now })));
            if (changed > 0)
            {
                await also(db);
            }

            return changed > 0;
        },
        ct);

    private static DynamicParameters With(object first, object second)
    {
        var all = new DynamicParameters(first);
        all.AddDynamicParams(second);
        return all;
    }
}

/// <summary>How a step ended, for its row.</summary>
/// <param name="Output">What it made; null when nothing.</param>
/// <param name="Cost">US dollars; null when unknown.</param>
/// <param name="Failure">A sentence without personal data; null when it went well.</param>
internal sealed record StepEnd(TimeSpan Took, string? Output = null, decimal? Cost = null, string? Failure = null);
