using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HardE.Scenarios;

namespace HardE.Bench;

/// <summary>The whole demo, with the time of each step as the demo itself reports it.</summary>
internal static partial class DemoBench
{
    public static async Task RunAsync(Scale scale, Report report)
    {
        var folder = Directory.CreateTempSubdirectory("harde-bench-").FullName;
        var examples = Path.Combine(folder, "examples");
        var at = Stopwatch.GetTimestamp();
        var (code, output) = await RunningProgram.RunAsync(folder, new Dictionary<string, string>(), "demo", "--folder", Path.Combine(folder, "demo"), "--examples", examples);
        var wall = Stopwatch.GetElapsedTime(at);
        report.Section("The demo", "`./harde demo` from a built tree, the long film; seconds by step as it prints them.", "step", "seconds");
        foreach (Match step in Step().Matches(await File.ReadAllTextAsync(Path.Combine(examples, "conversation.md"))))
        {
            report.Row(step.Groups[1].Value.Replace('_', ' '), double.Parse(step.Groups[2].Value, CultureInfo.InvariantCulture));
        }

        var speed = Speed().Match(output);
        report.Row("from the stored request to the end", speed.Groups[2].Value);
        report.Row("film", $"{speed.Groups[1].Value} s: {speed.Groups[3].Value} x real time");
        report.Row("the whole command", wall.TotalSeconds);
        report.Row("its exit code", code);
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(@"^- (\w+): done, ([\d.]+) s", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(@"Film of ([\d.]+) s in ([\d.]+) s .*?:\s+([\d.]+) x")]
    private static partial Regex Speed();
}
