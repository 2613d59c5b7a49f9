using System.Data.Common;
using Dapper;
using HardE.Agents.Services;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace HardE.Agents.State;

/// <summary>
/// The one way to the database, SQLite or PostgreSQL: <see cref="ReadAsync"/> to look, <see cref="WriteAsync"/> for a
/// transaction. On SQLite all writes go through one connection that commits several of them together.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private readonly string connectionString;
    private readonly NpgsqlDataSource? postgres;
    private readonly SqliteWriter? sqlite;

    public Database(IOptions<DatabaseOptions> options, IOptions<DataOptions> data)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        Kind = options.Value.Provider;
        if (Kind == DatabaseKind.Postgres)
        {
            var builder = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString) { MaxAutoPrepare = 100 };
            connectionString = builder.ConnectionString;
            postgres = NpgsqlDataSource.Create(builder);
        }
        else
        {
            data.Value.Make();
            connectionString = new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(data.Value.Folder, "harde.db"),
                ForeignKeys = false,
                DefaultTimeout = 15,
            }.ConnectionString;
            sqlite = new SqliteWriter(OpenSqliteForWriting);
        }
    }

    public DatabaseKind Kind { get; }

    /// <summary>For the job engine, which opens its own connections to the same store.</summary>
    public string ConnectionString => connectionString;

    /// <summary>Runs queries on a connection of their own. Statements that change data belong in <see cref="WriteAsync"/>.</summary>
    /// <exception cref="ServiceException">The database cannot be reached.</exception>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> query, CancellationToken ct)
    {
        try
        {
            await using var db = await OpenAsync(ct);
            return await query(db);
        }
        catch (DbException problem) when (IsOutage(problem))
        {
            throw Unavailable(problem);
        }
    }

    /// <summary>
    /// Runs statements as one transaction; when this returns, they are on disk. The work may be run next to other work
    /// in one commit, so it only talks to the database; it must not wait for anything else.
    /// </summary>
    /// <exception cref="ServiceException">The database cannot be reached; nothing was changed.</exception>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct)
    {
        try
        {
            if (sqlite is not null)
            {
                return await sqlite.WriteAsync(work, ct);
            }

            await using var db = await postgres!.OpenConnectionAsync(ct);
            await using var transaction = await db.BeginTransactionAsync(ct);
            var result = await work(db);
            await transaction.CommitAsync(ct);
            return result;
        }
        catch (DbException problem) when (IsOutage(problem))
        {
            throw Unavailable(problem);
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<DbConnection, Task> work, CancellationToken ct) =>
        WriteAsync(
            async db =>
            {
                await work(db);
                return true;
            },
            ct);

    /// <summary>Opens a plain connection; the caller disposes it.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken ct) =>
        postgres is null ? OpenSqlite() : await postgres.OpenConnectionAsync(ct);

    /// <summary>Opens a connection to listen on: not from the pool, kept alive; PostgreSQL only. The caller disposes it.</summary>
    internal async Task<NpgsqlConnection> OpenLineAsync(CancellationToken ct)
    {
        var line = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 15 }.ConnectionString);
        try
        {
            await line.OpenAsync(ct);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a plain connection without waiting asynchronously, for frameworks that cannot wait.</summary>
    public DbConnection OpenNow() => postgres is null ? OpenSqlite() : postgres.OpenConnection();

    public async ValueTask DisposeAsync()
    {
        if (sqlite is not null)
        {
            await sqlite.DisposeAsync();
            SqliteConnection.ClearAllPools();
        }

        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }
    }

    private SqliteConnection OpenSqlite()
    {
        var db = new SqliteConnection(connectionString);
        db.Open();
        return db;
    }

    private SqliteConnection OpenSqliteForWriting()
    {
        var db = OpenSqlite();
        db.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;");
        return db;
    }

    private static bool IsOutage(DbException problem) => problem switch
    {
        // busy, locked, I/O error, full, cannot open, read-only: https://www.sqlite.org/rescode.html
        SqliteException lite => lite.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14,
        PostgresException server => server.IsTransient || server.SqlState.StartsWith("57", StringComparison.Ordinal)
            || server.SqlState.StartsWith("53", StringComparison.Ordinal),
        NpgsqlException => true,
        _ => false,
    };

    private static ServiceException Unavailable(DbException problem) =>
        new("database", Failure.Transient, problem is SqliteException { SqliteErrorCode: 13 } ? "the disk is full" : "not available", problem);
}
