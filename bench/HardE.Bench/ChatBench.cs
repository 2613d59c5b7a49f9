using HardE.Agents.State;

namespace HardE.Bench;

/// <summary>Messages a second through the Slack door, processor time a reply, and how long Slack waits for its 200.</summary>
internal static class ChatBench
{
    private const int AtOnce = 16;

    private static readonly string[] Mix =
    [
        "help",
        "Search for gutter pricing in the Englert catalog",
        "What's our standard objection response for price concerns?",
        "find customer John Smith",
        "Generate a primer script for John Smith's roof replacement job",
    ];

    public static IReadOnlyList<string> Texts => Mix;

    public static async Task RunAsync(Scale scale, Report report)
    {
        report.Section(
            "Chat through Slack over HTTP, rules mode",
            $"Signed events, each stored before its 200; journal and outbox on disk; {AtOnce} at once after {scale.WarmUp} messages of warm-up, a mix of the five requests below, "
            + $"{scale.Turns} messages. Then ten events a second for {scale.Paced} s on the same process.",
            "database", "replies/s", "CPU ms a reply", "ack p50 ms", "ack p99 ms", "reply p50 ms", "reply p99 ms");
        foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
        {
            await using var load = await Load.StartAsync(kind == DatabaseKind.Postgres);
            await load.TalkAsync(scale.WarmUp, AtOnce, Mix);
            var (wall, processor) = await load.TalkAsync(scale.Turns, AtOnce, Mix);
            var (acknowledged, answered) = await load.PaceAsync(scale.Paced, Mix);
            report.Row(
                kind == DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL", scale.Turns / wall.TotalSeconds, processor.TotalMilliseconds / scale.Turns,
                Sample.Median(acknowledged), Sample.At(acknowledged, 0.99), Sample.Median(answered), Sample.At(answered, 0.99));
        }

        await ByRequestAsync(scale, report);
    }

    private static async Task ByRequestAsync(Scale scale, Report report)
    {
        report.Section("The same by request (SQLite)", "Whole turns: triage, agent, tools, store, reply.", "request", "CPU ms a reply");
        await using var load = await Load.StartAsync(onPostgres: false);
        await load.TalkAsync(scale.WarmUp, AtOnce, Mix);
        foreach (var text in Mix)
        {
            var (_, processor) = await load.TalkAsync(scale.Turns / Mix.Length, AtOnce, [text]);
            report.Row(text, processor.TotalMilliseconds / (scale.Turns / Mix.Length));
        }
    }
}
