using HardE.Agents.State;

namespace HardE.Bench;

/// <summary>What the program costs while nobody says anything.</summary>
internal static class IdleBench
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(Scale scale, Report report)
    {
        report.Section("Idle", $"{Settling.TotalSeconds:0} s after the start, over {scale.Idle} s.", "database", "CPU, % of a core", "memory MB");
        foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
        {
            await using var load = await Load.StartAsync(kind == DatabaseKind.Postgres);
            await Task.Delay(Settling);
            var before = load.Program.Processor;
            await Task.Delay(TimeSpan.FromSeconds(scale.Idle));
            var used = load.Program.Processor - before;
            report.Row(
                kind == DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL", 100 * used.TotalSeconds / scale.Idle, load.Program.Kilobytes("VmRSS") / 1024.0);
        }
    }
}
