using System.Collections.Specialized;
using System.Globalization;
using System.Reflection;
using Dapper;
using HardE.Agents.State;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Quartz.Impl.AdoJobStore;
using Quartz.Simpl;

namespace HardE.Jobs.Engine;

/// <summary>
/// Where Quartz keeps jobs and triggers: the tables of Schema/0002 on PostgreSQL, a file of its own (<c>quartz.db</c>)
/// beside SQLite's; docs/decisions/0003-quartz.md says why.
/// </summary>
internal sealed class EngineStore(
    Database database, IOptions<DataOptions> data, IOptions<EngineOptions> options, NodeIdentity node)
{
    private readonly EngineOptions engine = options.Value;

    private bool Clustered => database.Kind == DatabaseKind.Postgres;

    /// <summary>Quartz's settings; the names are those of its configuration reference.</summary>
    public NameValueCollection Settings() => new()
    {
        ["quartz.scheduler.instanceName"] = "harde",
        ["quartz.scheduler.instanceId"] = node.Incarnation,
        // With one process nobody else stores jobs, and our own wake the scheduler.
        ["quartz.scheduler.idleWaitTime"] = Milliseconds(Clustered ? engine.IdlePoll : TimeSpan.FromSeconds(30)),
        ["quartz.scheduler.batchTriggerAcquisitionMaxCount"] = Number(engine.Threads),
        ["quartz.scheduler.interruptJobsOnShutdownWithWait"] = "true",
        ["quartz.threadPool.maxConcurrency"] = Number(engine.Threads),
        ["quartz.serializer.type"] = typeof(StringMapSerializer).AssemblyQualifiedName,
        ["quartz.jobStore.type"] = typeof(JobStoreTX).AssemblyQualifiedName,
        ["quartz.jobStore.useProperties"] = "true",
        ["quartz.jobStore.dataSource"] = "harde",
        ["quartz.jobStore.tablePrefix"] = "qrtz_",
        ["quartz.jobStore.misfireThreshold"] = Milliseconds(engine.Misfire),
        ["quartz.jobStore.dbRetryInterval"] = Milliseconds(engine.DatabaseRetry),
        ["quartz.jobStore.clustered"] = Clustered ? "true" : "false",
        ["quartz.jobStore.clusterCheckinInterval"] = Milliseconds(engine.CheckIn),
        ["quartz.jobStore.clusterCheckinMisfireThreshold"] = Milliseconds(engine.CheckInMisfire),
        ["quartz.jobStore.acquireTriggersWithinLock"] = "true",
        ["quartz.jobStore.driverDelegateType"] =
            (Clustered ? typeof(PostgreSQLDelegate) : typeof(SQLiteDelegate)).AssemblyQualifiedName,
        ["quartz.dataSource.harde.provider"] = Clustered ? "Npgsql" : "SQLite-Microsoft",
        ["quartz.dataSource.harde.connectionString"] = Clustered ? database.ConnectionString : SqliteConnectionString,
        ["quartz.threadPool.type"] = typeof(DefaultThreadPool).AssemblyQualifiedName,
    };

    /// <summary>Makes the file and its tables on SQLite; on PostgreSQL the schema scripts have made them.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        if (Clustered)
        {
            return;
        }

        data.Value.Make();
        await using var script = Assembly.GetExecutingAssembly().GetManifestResourceStream("HardE.Jobs.Engine.quartz.sqlite.sql")
            ?? throw new FileNotFoundException("quartz.sqlite.sql");
        using var reader = new StreamReader(script);
        await using var db = new SqliteConnection(SqliteConnectionString);
        await db.OpenAsync(ct);
        await db.ExecuteAsync(new CommandDefinition("PRAGMA journal_mode=WAL", cancellationToken: ct));
        await db.ExecuteAsync(new CommandDefinition(await reader.ReadToEndAsync(ct), cancellationToken: ct));
    }

    private string SqliteConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(data.Value.Folder, "quartz.db"),
        DefaultTimeout = 15,
    }.ConnectionString;

    private static string Milliseconds(TimeSpan time) => Number((long)time.TotalMilliseconds);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
