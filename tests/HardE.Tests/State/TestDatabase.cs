using HardE.Agents;
using HardE.Agents.State;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace HardE.Tests.State;

/// <summary>
/// A database of its own for one test: a SQLite file in a temporary folder, or a new database on the PostgreSQL server
/// named by HARDE_TEST_POSTGRES (set by <c>./harde test</c>). All schemas of the product are applied.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("harde-test-").FullName;
    private string? postgresName;

    private TestDatabase()
    {
    }

    /// <summary>Both kinds when a server is there; a theory's data.</summary>
    public static TheoryData<DatabaseKind> Kinds =>
        Server is null ? [DatabaseKind.Sqlite] : [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    public static string? Server => Environment.GetEnvironmentVariable("HARDE_TEST_POSTGRES");

    public Database Database { get; private set; } = null!;
    public IOptions<DataOptions> Data { get; private set; } = null!;
    public IOptions<DatabaseOptions> Options { get; private set; } = null!;
    public Vault Vault { get; } = new(new EphemeralDataProtectionProvider());
    public NodeIdentity Node { get; private set; } = null!;
    public Leases Leases { get; private set; } = null!;
    public string Folder => folder;

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite, TimeProvider? clock = null)
    {
        var test = new TestDatabase();
        test.Data = Microsoft.Extensions.Options.Options.Create(new DataOptions { Folder = test.folder });
        test.Options = Microsoft.Extensions.Options.Options.Create(new DatabaseOptions
        {
            Provider = kind,
            ConnectionString = kind == DatabaseKind.Postgres ? await test.MakePostgresAsync() : "",
        });
        test.Database = new Database(test.Options, test.Data);
        var time = clock ?? TimeProvider.System;
        SchemaSource[] sources = [new(typeof(HardEAgents).Assembly), new(typeof(HardE.Jobs.HardEJobs).Assembly), new(typeof(Program).Assembly)];
        await new SchemaUpdater(test.Database, sources, time).UpdateAsync(default);
        test.Node = new NodeIdentity(test.Data, time);
        test.Leases = new Leases(test.Database, test.Node, time);
        return test;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (postgresName is not null)
        {
            await using var server = new NpgsqlConnection(Server);
            await server.OpenAsync();
            await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {postgresName} WITH (FORCE)", server);
            await drop.ExecuteNonQueryAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> MakePostgresAsync()
    {
        postgresName = $"harde_{Guid.NewGuid():N}";
        await using var server = new NpgsqlConnection(Server ?? throw new InvalidOperationException("HARDE_TEST_POSTGRES is not set."));
        await server.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {postgresName}", server);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Server) { Database = postgresName }.ConnectionString;
    }
}
