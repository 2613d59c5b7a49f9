using System.Data.Common;
using HardE.Agents.State;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HardE.Scenarios;

/// <summary>The database of one scenario: SQLite in the program's folder, or a new one on the server of HARDE_TEST_POSTGRES.</summary>
public sealed class ScenarioDatabase : IAsyncDisposable
{
    private readonly string? name;

    private ScenarioDatabase(string? name) => this.name = name;

    public DatabaseKind Kind => name is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres;

    public static TheoryData<DatabaseKind> Kinds =>
        Server is null ? [DatabaseKind.Sqlite] : [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    /// <summary>Settings that point the program to it.</summary>
    public IReadOnlyDictionary<string, string> Settings => name is null
        ? new Dictionary<string, string>()
        : new Dictionary<string, string>
        {
            ["HARDE_Database__Provider"] = "postgres",
            ["HARDE_Database__ConnectionString"] = new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString,
        };

    /// <summary>A look into it from outside, while the program runs or lies still.</summary>
    /// <param name="folder">The program's data folder, where a SQLite file is.</param>
    public async Task<DbConnection> OpenAsync(string folder)
    {
        DbConnection db = name is null
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "harde.db"), DefaultTimeout = 1, Pooling = false }.ConnectionString)
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = false }.ConnectionString);
        await db.OpenAsync();
        return db;
    }

    internal static string? Server => Environment.GetEnvironmentVariable("HARDE_TEST_POSTGRES");

    public static async Task<ScenarioDatabase> CreateAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return new ScenarioDatabase(null);
        }

        var name = $"harde_{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {name}");
        return new ScenarioDatabase(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (name is not null)
        {
            await RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private static async Task RunAsync(string sql)
    {
        await using var server = new NpgsqlConnection(Server);
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }
}
