using System.Diagnostics;
using System.Text.Json;
using HardE.Agents.Roster;
using HardE.Agents.Triage;
using HardE.Bot.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Bench;

/// <summary>Training and use of the sentence classifier, in this process.</summary>
internal static class TriageBench
{
    public static async Task RunAsync(Scale scale, Report report)
    {
        var folder = Directory.CreateTempSubdirectory("harde-bench-").FullName;
        await using var app = global::Program.Compose(new HostShape("http://127.0.0.1:0")
        {
            UsesMachineSettings = false,
            Quiet = true,
            Overrides = new Dictionary<string, string?> { ["Data:Folder"] = folder },
        });
        var roster = app.Services.GetRequiredService<AgentRoster>();
        var sentences = File.ReadLines(Path.Combine(Machine.Root(), "samples", "evals", "routing.jsonl")).Select(First).ToArray();

        var at = Stopwatch.GetTimestamp();
        var classifier = UtteranceClassifier.Train(roster);
        var trained = Stopwatch.GetElapsedTime(at);
        var rounds = Enumerable.Range(0, 3).Select(_ => sentences.Select(s => Time(classifier, s)).ToArray()).ToArray();
        report.Section("Triage", $"{sentences.Length} sentences of samples/evals, third round.", "", "");
        report.Row("training at the start, ms", trained.TotalMilliseconds);
        report.Row("one sentence, median µs", Sample.Median(rounds[^1]));
        report.Row("one sentence, p99 µs", Sample.At(rounds[^1], 0.99));
        Directory.Delete(folder, recursive: true);
    }

    private static double Time(UtteranceClassifier classifier, string sentence)
    {
        var at = Stopwatch.GetTimestamp();
        _ = classifier.Classify(new Utterance(sentence));
        return Stopwatch.GetElapsedTime(at).TotalMicroseconds;
    }

    private static string First(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("turns")[0].GetString() ?? "";
    }
}
