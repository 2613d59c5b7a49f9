using System.Data.Common;
using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Primer;

/// <summary>Runs as people ask for them and act on them. Tables: Schema/0001_primer.sql. What nodes do to runs: <see cref="PrimerLeases"/>.</summary>
public sealed class PrimerStore(Database database, IOptions<PrimerOptions> options, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Stores a request and, unless the same film is being made already, its run; one transaction.</summary>
    /// <param name="subject">Customer and job as the CRM knows them; null while that is unknown.</param>
    /// <returns>The run, and whether it is new.</returns>
    internal Task<(string RunId, bool IsNew)> AcceptAsync(PrimerRequest request, string? subject, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var known = await db.QuerySingleOrDefaultAsync<string?>(
                "SELECT run_id FROM primer_door WHERE tenant = @Tenant AND door_key = @Key", new { request.Tenant, request.Door.Key });
            if (known is not null)
            {
                return (known, false);
            }

            var id = Ids.New(clock.GetUtcNow());
            var run = subject is null ? id : await ClaimSubjectAsync(db, request.Tenant, subject, id);
            if (run == id)
            {
                await InsertAsync(db, request, id, subject);
            }
            else if (request.Order.Hold)
            {
                await db.ExecuteAsync("UPDATE primer_run SET hold = 1, version = version + 1 WHERE tenant = @Tenant AND id = @run", new { request.Tenant, run });
            }

            await AddDoorAsync(db, request, run);
            await NoteAsync(db, request.Tenant, run, request.Door.Asker, run == id ? "ordered" : "ordered_again", request.Door.Kind.ToString().ToLowerInvariant());
            if (!string.IsNullOrWhiteSpace(request.Note))
            {
                await NoteAsync(db, request.Tenant, run, request.Door.Asker, "noted", request.Note.Trim());
            }

            return (run, run == id);
        },
        ct);

    /// <summary>The run of this id; null when there is none. A merged run leads to the one it became part of.</summary>
    public async Task<PrimerRun?> FindAsync(string tenant, string id, CancellationToken ct)
    {
        var row = await database.ReadAsync(
            db => db.QuerySingleOrDefaultAsync<PrimerRows.Run?>(
                $"SELECT {PrimerRows.Columns} FROM primer_run WHERE tenant = @tenant AND id = @id", new { tenant, id }),
            ct);
        return row?.MergedInto is { } into && into != id ? await FindAsync(tenant, into, ct) : row?.ToRun();
    }

    /// <summary>Runs of a company, newest first; only those that are not over when <paramref name="open"/>.</summary>
    public Task<IReadOnlyList<PrimerRun>> ListAsync(string tenant, bool open, int most, CancellationToken ct) => database.ReadAsync<IReadOnlyList<PrimerRun>>(
        async db => [.. (await db.QueryAsync<PrimerRows.Run>(
            $"""
            SELECT {PrimerRows.Columns} FROM primer_run WHERE tenant = @tenant AND (@open = 0 OR ended_at IS NULL)
            ORDER BY created_at DESC, id DESC LIMIT @most
            """,
            new { tenant, open = open ? 1L : 0L, most = (long)most })).Select(r => r.ToRun())],
        ct);

    /// <summary>Runs that wait for this asker to say who is meant, newest first.</summary>
    internal Task<IReadOnlyList<PrimerRun>> AskingAsync(string tenant, string askerKey, CancellationToken ct) => database.ReadAsync<IReadOnlyList<PrimerRun>>(
        async db => [.. (await db.QueryAsync<PrimerRows.Run>(
            $"SELECT {PrimerRows.Columns} FROM primer_run WHERE tenant = @tenant AND asker_key = @askerKey AND state = 'asking' ORDER BY created_at DESC LIMIT 20",
            new { tenant, askerKey })).Select(r => r.ToRun())],
        ct);

    /// <summary>Runs that are not over and were asked for in this chat, newest first.</summary>
    internal Task<IReadOnlyList<PrimerRun>> OpenInAsync(string tenant, ReplyAddress chat, CancellationToken ct) => database.ReadAsync<IReadOnlyList<PrimerRun>>(
        async db =>
        {
            var rows = await db.QueryAsync<PrimerRows.Run>(
                $"SELECT {PrimerRows.Columns} FROM primer_run WHERE tenant = @tenant AND ended_at IS NULL ORDER BY created_at DESC LIMIT 200", new { tenant });
            var doors = (await db.QueryAsync<(string RunId, string Address)>(
                """
                SELECT d.run_id, d.address FROM primer_door d JOIN primer_run r ON r.tenant = d.tenant AND r.id = d.run_id
                WHERE d.tenant = @tenant AND r.ended_at IS NULL
                """,
                new { tenant })).ToLookup(d => d.RunId, d => TurnJson.Read<DoorAddress>(d.Address).Chat);
            return [.. rows.Where(r => doors[r.Id].Any(c => c is not null && (c.Channel, c.Account, c.Place) == (chat.Channel, chat.Account, chat.Place)))
                .Select(r => r.ToRun())];
        },
        ct);

    /// <summary>True when the run has ended, or nobody knows it.</summary>
    internal Task<bool> IsOverAsync(string id, CancellationToken ct) => database.ReadAsync(
        async db => await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM primer_run WHERE id = @id AND ended_at IS NULL", new { id }) == 0, ct);

    internal Task<IReadOnlyList<PrimerDoor>> DoorsAsync(string tenant, string runId, CancellationToken ct) => database.ReadAsync<IReadOnlyList<PrimerDoor>>(
        async db => [.. (await db.QueryAsync<PrimerRows.Door>(
            "SELECT door_key, kind, asker, address FROM primer_door WHERE tenant = @tenant AND run_id = @runId ORDER BY created_at, door_key",
            new { tenant, runId })).Select(d => d.ToDoor())],
        ct);

    /// <summary>Changes a run that no node holds or that is only waiting, and notes who did it.</summary>
    /// <param name="set">Assignments, with the members of <paramref name="values"/> as parameters; <c>version</c> is the expected one, or negative.</param>
    /// <param name="states">States it must be in.</param>
    /// <returns>False when it is in another state by now.</returns>
    internal Task<bool> ActAsync(
        string tenant, string id, string set, PrimerState[] states, DynamicParameters values, (string Actor, string Act, string? Reason) history, CancellationToken ct) =>
        database.WriteAsync(
            async db =>
            {
                values.AddDynamicParams(new { tenant, id, now = Now });
                var allowed = string.Join(", ", states.Select(s => $"'{PrimerRows.Word(s)}'"));
                var changed = await db.ExecuteAsync(
                    $"""
                    UPDATE primer_run SET {set}, version = version + 1, updated_at = @now
                    WHERE tenant = @tenant AND id = @id AND state IN ({allowed}) AND (@version < 0 OR version = @version)
                    """,
                    values);
                if (changed > 0)
                {
                    await NoteAsync(db, tenant, id, history.Actor, history.Act, history.Reason);
                }

                return changed > 0;
            },
            ct);

    /// <summary>Puts a run back to a step, with the work of those before it.</summary>
    /// <returns>Its id; the id of another run that has the same customer and job now; null when it is at work, or not as it was seen.</returns>
    internal Task<string?> AgainAsync(
        PrimerRun run, int from, PrimerWork work, (string Actor, string Act, string? Reason) history, long version, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var subject = await db.QuerySingleOrDefaultAsync<string?>("SELECT subject FROM primer_run WHERE tenant = @Tenant AND id = @Id", new { run.Tenant, run.Id });
            if (subject is not null && await ClaimSubjectAsync(db, run.Tenant, subject, run.Id) is var owner && owner != run.Id)
            {
                return owner;
            }

            var changed = await db.ExecuteAsync(
                """
                UPDATE primer_run SET state = 'queued', steps_done = @from, work = @work, ends_as = NULL, cancelled_by = NULL, ended_at = NULL, reason = NULL,
                    attempts = 0, round = round + 1, due_at = @now, deadline_at = @deadline, version = version + 1, updated_at = @now
                WHERE tenant = @Tenant AND id = @Id AND state IN ('failed', 'cancelled', 'done', 'held', 'retrying') AND lease_owner IS NULL
                    AND (@version < 0 OR version = @version)
                """,
                new { run.Tenant, run.Id, from = (long)from, work = TurnJson.Write(work), now = Now, deadline = Deadline, version });
            if (changed > 0)
            {
                await NoteAsync(db, run.Tenant, run.Id, history.Actor, history.Act, history.Reason);
            }

            return changed > 0 ? run.Id : null;
        },
        ct);

    /// <summary>Adds a request to a run that waits for its asker, in place of the words that were not enough.</summary>
    internal Task<bool> AnswerAsync(string runId, PrimerRequest request, string subject, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            if (await ClaimSubjectAsync(db, request.Tenant, subject, runId) != runId)
            {
                return false;
            }

            var changed = await db.ExecuteAsync(
                """
                UPDATE primer_run SET state = 'queued', request = @order, reason = NULL, subject = @subject, due_at = @now, attempts = 0,
                    deadline_at = @deadline, version = version + 1, updated_at = @now
                WHERE tenant = @Tenant AND id = @runId AND state = 'asking'
                """,
                new { request.Tenant, runId, subject, order = TurnJson.Write(request.Order), now = Now, deadline = Deadline });
            if (changed > 0)
            {
                await AddDoorAsync(db, request, runId);
                await NoteAsync(db, request.Tenant, runId, request.Door.Asker, "answered", request.Order.Customer ?? request.Order.Job);
            }

            return changed > 0;
        },
        ct);

    internal long Deadline => (clock.GetUtcNow() + options.Value.Deadline).ToUnixTimeMilliseconds();

    /// <returns>The run that has this customer and job now: ours, or one that came within the window.</returns>
    internal async Task<string> ClaimSubjectAsync(DbConnection db, string tenant, string subject, string runId)
    {
        var since = Now - (long)options.Value.SameRunWindow.TotalMilliseconds;
        return await db.QuerySingleOrDefaultAsync<string?>(
            """
            INSERT INTO primer_subject (tenant, subject, run_id, at) VALUES (@tenant, @subject, @runId, @now)
            ON CONFLICT (tenant, subject) DO UPDATE SET run_id = excluded.run_id, at = excluded.at
                WHERE primer_subject.at < @since OR primer_subject.run_id = excluded.run_id
            RETURNING run_id
            """,
            new { tenant, subject, runId, now = Now, since })
            ?? await db.QuerySingleAsync<string>(
                "SELECT run_id FROM primer_subject WHERE tenant = @tenant AND subject = @subject", new { tenant, subject });
    }

    internal async Task NoteAsync(DbConnection db, string tenant, string runId, string actor, string act, string? reason) =>
        await db.ExecuteAsync(
            """
            INSERT INTO primer_history (tenant, run_id, seq, at, actor, act, reason)
            SELECT @tenant, @runId, COALESCE(MAX(seq), 0) + 1, @now, @actor, @act, @reason
            FROM primer_history WHERE tenant = @tenant AND run_id = @runId
            """,
            new { tenant, runId, now = Now, actor, act, reason });

    /// <summary>The first films of a company are seen by a person before a homeowner sees them.</summary>
    private async Task<bool> IsOneOfTheFirstAsync(DbConnection db, string tenant) => options.Value.HoldFirst > 0
        && await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM primer_run WHERE tenant = @tenant AND state = 'done'", new { tenant }) < options.Value.HoldFirst;

    private async Task InsertAsync(DbConnection db, PrimerRequest request, string id, string? subject) =>
        await db.ExecuteAsync(
            """
            INSERT INTO primer_run (tenant, id, state, steps_done, attempts, hold, due_at, deadline_at, lease_until, fence, version, customer,
                job, search, subject, asker, asker_key, request, work, created_at, updated_at)
            VALUES (@Tenant, @id, 'queued', 0, 0, @hold, @now, @deadline, 0, 0, 1, @customer, @Job, @search, @subject, @asker, @AskerKey, @order, '{}', @now, @now)
            """,
            new
            {
                request.Tenant,
                id,
                hold = request.Order.Hold || await IsOneOfTheFirstAsync(db, request.Tenant) ? 1L : 0L,
                now = Now,
                deadline = Deadline,
                customer = request.Order.Customer ?? request.Order.Job ?? "",
                request.Order.Job,
                search = PrimerRows.Search(request.Order.Customer, request.Order.Job, request.Door.Asker),
                subject,
                asker = request.Door.Asker,
                request.AskerKey,
                order = TurnJson.Write(request.Order),
            });

    private async Task AddDoorAsync(DbConnection db, PrimerRequest request, string runId) =>
        await db.ExecuteAsync(
            """
            INSERT INTO primer_door (tenant, door_key, run_id, kind, asker, address, created_at)
            VALUES (@Tenant, @Key, @runId, @kind, @Asker, @address, @now) ON CONFLICT (tenant, door_key) DO NOTHING
            """,
            new
            {
                request.Tenant,
                request.Door.Key,
                runId,
                kind = request.Door.Kind.ToString().ToLowerInvariant(),
                request.Door.Asker,
                address = TurnJson.Write(request.Door.Address),
                now = Now,
            });
}
