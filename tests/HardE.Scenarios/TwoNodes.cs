using System.Data.Common;
using Dapper;

namespace HardE.Scenarios;

/// <summary>Two programs on one PostgreSQL, with the files and the mailbox that all nodes share.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private TwoNodes(RunningProgram one, RunningProgram two, string shared) => (One, Two, Shared) = (one, two, shared);

    public RunningProgram One { get; }
    public RunningProgram Two { get; }

    /// <summary>The folder that both mount.</summary>
    public string Shared { get; }
    public string Mailbox => Path.Combine(Shared, "mail");
    public string Files => Path.Combine(Shared, "files");
    public string Output => $"ONE: {One.Output}\nTWO: {Two.Output}";

    public static async Task<TwoNodes> StartAsync(ScenarioDatabase database, IReadOnlyDictionary<string, string> settings)
    {
        var shared = Directory.CreateTempSubdirectory("harde-shared-").FullName;
        var both = new Dictionary<string, string>([.. settings, .. database.Settings])
        {
            ["HARDE_MASTER_KEY"] = "a-master-key-for-two-nodes-of-a-scenario",
            ["HARDE_Delivery__LinkKey"] = "a-link-key-for-the-two-nodes-of-a-scenario",
            ["HARDE_Files__Folder"] = Path.Combine(shared, "files"),
            ["HARDE_Mail__Folder__Path"] = Path.Combine(shared, "mail"),
        };
        var one = await RunningProgram.StartAsync(both);
        return new TwoNodes(one, await RunningProgram.StartAsync(both), shared);
    }

    /// <returns>The node that has the film now, and the other one.</returns>
    public async Task<(RunningProgram Worker, RunningProgram Other)> WorkerAsync(DbConnection db)
    {
        var owner = await db.ExecuteScalarAsync<string?>("SELECT lease_owner FROM primer_run");
        var name = await File.ReadAllTextAsync(Path.Combine(One.Folder, "node-id"));
        return owner?.StartsWith(name.Trim(), StringComparison.Ordinal) == true ? (One, Two) : (Two, One);
    }

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Two.DisposeAsync();
        Directory.Delete(Shared, recursive: true);
    }
}
