using System.Globalization;

namespace HardE.Bench;

/// <summary>
/// Measures the real program and prints what it found: <c>dotnet run -c Release --project bench/HardE.Bench -- [--light] [--write] [--only NAME]</c>.
/// Nothing is asserted: times on a shared machine mean little, processor time and ratios more.
/// </summary>
internal static class Bench
{
    private static readonly (string Name, Func<Scale, Report, Task> Run)[] Parts =
    [
        ("start", StartBench.RunAsync),
        ("chat", ChatBench.RunAsync),
        ("idle", IdleBench.RunAsync),
        ("memory", MemoryBench.RunAsync),
        ("triage", TriageBench.RunAsync),
        ("demo", DemoBench.RunAsync),
    ];

    public static async Task<int> Main(string[] args)
    {
        var only = args.SkipWhile(a => a != "--only").Skip(1).FirstOrDefault();
        if (args.Any(a => a.StartsWith('-') && a is not ("--light" or "--write" or "--only")) || (only is not null && Parts.All(p => p.Name != only)))
        {
            await Console.Error.WriteLineAsync($"There are --light, --write and --only {string.Join("|", Parts.Select(p => p.Name))}.");
            return 2;
        }

        UsePublished();
        var report = new Report(Machine.Describe(), args.Contains("--light"));
        foreach (var part in Parts.Where(p => only is null || p.Name == only))
        {
            Console.WriteLine($"== {part.Name} (load {Machine.Load().ToString("0.0", CultureInfo.InvariantCulture)})");
            await part.Run(args.Contains("--light") ? Scale.Light : Scale.Full, report);
        }

        report.End(Machine.Load());
        Console.WriteLine(report.Markdown());
        if (args.Contains("--write"))
        {
            var page = Path.Combine(Machine.Root(), "docs", "benchmarks.md");
            await File.WriteAllTextAsync(page, report.Markdown());
            Console.WriteLine($"Written to {page}.");
        }

        return 0;
    }

    /// <summary>What <c>./harde</c> has built is what people start; without it the plain build is measured.</summary>
    private static void UsePublished()
    {
        var published = Path.Combine(Machine.Root(), "artifacts", "publish", "HardE.Bot", "release", "HardE.Bot.dll");
        if (File.Exists(published) && Environment.GetEnvironmentVariable("HARDE_TEST_PROGRAM") is null)
        {
            Environment.SetEnvironmentVariable("HARDE_TEST_PROGRAM", published);
        }
    }
}

/// <summary>How much is done.</summary>
/// <param name="Turns">Messages of one throughput run.</param>
/// <param name="Paced">Seconds at ten events a second.</param>
/// <param name="Many">Turns before the second look at memory.</param>
internal sealed record Scale(int Starts, int WarmUp, int Turns, int Paced, int Idle, int Many)
{
    public static readonly Scale Full = new(7, 2000, 4000, 60, 60, 10_000);
    public static readonly Scale Light = new(3, 500, 1000, 15, 20, 2000);
}
