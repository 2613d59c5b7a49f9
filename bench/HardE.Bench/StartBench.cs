using System.Diagnostics;
using HardE.Scenarios;

namespace HardE.Bench;

/// <summary>From nothing to the first 200 of <c>/health/live</c>, which is answered when the host takes messages.</summary>
internal static class StartBench
{
    public static async Task RunAsync(Scale scale, Report report)
    {
        report.Section(
            "Start", $"`up` until it answers, {scale.Starts} times each: in a new data folder (tables and samples are made), and again in the same one. Medians.",
            "", "seconds", "CPU seconds");
        report.Row(["new data folder", .. await NewAsync(scale.Starts)]);
        report.Row(["again", .. await AgainAsync(scale.Starts)]);
    }

    private static async Task<object[]> AgainAsync(int count)
    {
        await using var program = await RunningProgram.StartAsync(new Dictionary<string, string>());
        var starts = new List<(double Wall, double Processor)>();
        for (var i = 0; i < count; i++)
        {
            program.Kill();
            var at = Stopwatch.GetTimestamp();
            await program.StartAsync();
            starts.Add((Stopwatch.GetElapsedTime(at).TotalSeconds, program.Processor.TotalSeconds));
        }

        return [Sample.Median(starts.Select(s => s.Wall)), Sample.Median(starts.Select(s => s.Processor))];
    }

    private static async Task<object[]> NewAsync(int count)
    {
        var starts = new List<(double Wall, double Processor)>();
        for (var i = 0; i < count; i++)
        {
            var at = Stopwatch.GetTimestamp();
            await using var program = await RunningProgram.StartAsync(new Dictionary<string, string>());
            starts.Add((Stopwatch.GetElapsedTime(at).TotalSeconds, program.Processor.TotalSeconds));
        }

        return [Sample.Median(starts.Select(s => s.Wall)), Sample.Median(starts.Select(s => s.Processor))];
    }
}
