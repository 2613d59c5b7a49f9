using System.Data.Common;
using Dapper;
using HardE.Agents.State;
using Microsoft.Data.Sqlite;

namespace HardE.Scenarios;

/// <summary>Where in the pipeline the process dies.</summary>
public enum Moment
{
    /// <summary>While the step works.</summary>
    Inside,

    /// <summary>The step's effects are there, its row is being saved.</summary>
    BeforeSave,

    /// <summary>The step is saved, nothing after it has begun.</summary>
    AfterSave,

    /// <summary>An outside effect has happened, its outcome is being written down.</summary>
    Effect,
}

/// <summary>
/// Stops the database at one exact statement, so that the process can be killed just there: a trigger that does not come
/// back. The product knows nothing of it.
/// </summary>
internal sealed class CutPoint(DatabaseKind kind, Moment moment, int step)
{
    /// <summary>The statement to stop at; null where the step is cut while it works.</summary>
    private (string Table, string Event, string When)? Statement => moment switch
    {
        Moment.BeforeSave => ("primer_run", "UPDATE", $"NEW.steps_done = {step} AND OLD.steps_done = {step - 1}"),
        Moment.AfterSave when step == 10 => ("primer_run", "UPDATE", "NEW.state = 'done' AND OLD.state <> 'done'"),
        Moment.AfterSave => ("primer_step", "INSERT", $"NEW.seq = {step + 1}"),
        Moment.Effect => ("primer_effect", "UPDATE", "NEW.state = 'done' AND OLD.state = 'started'"),
        _ => null,
    };

    public async Task SetAsync(DbConnection db)
    {
        if (Statement is not var (table, what, when))
        {
            return;
        }

        if (kind == DatabaseKind.Postgres)
        {
            await db.ExecuteAsync(
                $"""
                CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(600); RETURN NEW; END';
                CREATE TRIGGER cut BEFORE {what} ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION cut();
                """);
            return;
        }

        // Counts for days (a dozen customers to the power of twelve): SQLite cannot sleep.
        await db.ExecuteAsync(
            $"""
            CREATE TRIGGER cut BEFORE {what} ON {table} WHEN {when} BEGIN
                SELECT COUNT(*) FROM {string.Join(", ", "abcdefghijkl".Select(name => $"crm_customer {name}"))};
            END
            """);
    }

    /// <summary>True when the process has come to the point.</summary>
    public async Task<bool> IsReachedAsync(DbConnection db)
    {
        if (Statement is null)
        {
            return await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM primer_step WHERE state = 'running' AND seq = @step", new { step }) > 0;
        }

        return kind == DatabaseKind.Postgres
            ? await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'") > 0
            : await IsLockedAsync(db);
    }

    /// <summary>Lets the database go on after the process is dead.</summary>
    public async Task ClearAsync(DbConnection db)
    {
        if (Statement is not var (table, _, _))
        {
            return;
        }

        if (kind == DatabaseKind.Postgres)
        {
            await db.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'");
            await db.ExecuteAsync($"DROP TRIGGER cut ON {table}; DROP FUNCTION cut()");
        }
        else
        {
            await db.ExecuteAsync("DROP TRIGGER cut");
        }
    }

    /// <summary>Nobody else holds SQLite's write lock for a second.</summary>
    private static async Task<bool> IsLockedAsync(DbConnection db)
    {
        try
        {
            await db.ExecuteAsync("BEGIN IMMEDIATE; ROLLBACK");
            return false;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == 5)
        {
            return true;
        }
    }
}
