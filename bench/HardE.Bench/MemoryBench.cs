namespace HardE.Bench;

/// <summary>Resident memory at rest and after many turns (SQLite).</summary>
internal static class MemoryBench
{
    public static async Task RunAsync(Scale scale, Report report)
    {
        report.Section("Memory", $"Resident memory of the process, SQLite, 16 at once.", "after turns", "memory MB", "most so far MB", "open files");
        await using var load = await Load.StartAsync(onPostgres: false);
        Look(0);
        for (var part = 1; part <= 4; part++)
        {
            await load.TalkAsync(scale.Many / 4, 16, ChatBench.Texts);
            Look(scale.Many / 4 * part);
        }

        void Look(int turns) => report.Row(
            turns, load.Program.Kilobytes("VmRSS") / 1024.0, load.Program.Kilobytes("VmHWM") / 1024.0,
            Directory.EnumerateFileSystemEntries($"/proc/{load.Program.ProcessId}/fd").Count());
    }
}
