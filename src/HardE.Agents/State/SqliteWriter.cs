using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace HardE.Agents.State;

/// <summary>
/// The only writer of a SQLite file. Takes what waits and commits it together: one disk flush serves many messages.
/// A piece of work that fails is rolled back alone.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostInOneCommit = 64;
    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<SqliteConnection> open;
    private readonly Task loop;

    public SqliteWriter(Func<SqliteConnection> open)
    {
        this.open = open;
        loop = RunAsync();
    }

    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> statements, CancellationToken ct)
    {
        var work = new Work<T>(statements);
        await queue.Writer.WriteAsync(work, ct);
        return await work.Result.WaitAsync(ct); // whoever stops waiting does not know whether it was done
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task RunAsync()
    {
        await Task.Yield();
        SqliteConnection? db = null;
        var batch = new List<Work>(MostInOneCommit);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostInOneCommit && queue.Reader.TryRead(out var work))
            {
                batch.Add(work);
            }

            try
            {
                db ??= open();
                await CommitAsync(db, batch);
            }
            catch (Exception problem) // the border between the writer and its callers: each caller gets the exception
            {
                batch.ForEach(w => w.Fail(problem));
                db?.Dispose(); // whatever state it is in, a new connection has none
                db = null;
            }
        }

        db?.Dispose();
    }

    private static async Task CommitAsync(SqliteConnection db, List<Work> batch)
    {
        await db.ExecuteAsync("BEGIN IMMEDIATE");
        foreach (var work in batch)
        {
            await db.ExecuteAsync("SAVEPOINT work");
            if (await work.RunAsync(db))
            {
                await db.ExecuteAsync("RELEASE work");
            }
            else
            {
                await db.ExecuteAsync("ROLLBACK TO work; RELEASE work");
            }
        }

        await db.ExecuteAsync("COMMIT");
        batch.ForEach(w => w.Done());
    }

    private abstract class Work
    {
        /// <returns>False when it failed and must be undone.</returns>
        public abstract Task<bool> RunAsync(SqliteConnection db);
        public abstract void Done();
        public abstract void Fail(Exception problem);
    }

    private sealed class Work<T>(Func<DbConnection, Task<T>> statements) : Work
    {
        private readonly TaskCompletionSource<T> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? failure;
        private T? value;

        public Task<T> Result => result.Task;

        public override async Task<bool> RunAsync(SqliteConnection db)
        {
            try
            {
                value = await statements(db);
                return true;
            }
            catch (SqliteException problem) when (problem.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14)
            {
                throw; // concerns the whole file, not this piece of work
            }
            catch (Exception problem) // the border between the writer and its callers: the caller gets the exception
            {
                failure = problem;
                return false;
            }
        }

        public override void Done()
        {
            if (failure is null)
            {
                result.TrySetResult(value!);
            }
            else
            {
                result.TrySetException(failure);
            }
        }

        public override void Fail(Exception problem) => result.TrySetException(failure ?? problem);
    }
}
