using System.Net;
using HardE.Agents.State;
using HardE.Simulators;

namespace HardE.Scenarios;

/// <summary>kill -9 under load: what was acknowledged is answered, and answered once (faults F1, the channel can be asked).</summary>
public sealed class KillTests
{
    private const string Secret = "scenario-signing-secret";

    private static int Kills => Amount.Of(3, 20);

    [Theory, MemberData(nameof(ScenarioDatabase.Kinds), MemberType = typeof(ScenarioDatabase))]
    public async Task Every_acknowledged_message_is_answered_exactly_once(DatabaseKind kind)
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var database = await ScenarioDatabase.CreateAsync(kind);
        await using var program = await RunningProgram.StartAsync(new Dictionary<string, string>(database.Settings)
        {
            ["SLACK_SIGNING_SECRET"] = Secret,
            ["SLACK_BOT_TOKEN"] = SlackSimulator.BotToken,
            ["HARDE_Slack__ApiBase"] = slack.ApiBase.ToString(),
        });
        var acknowledged = new HashSet<string>();
        var random = new Random(20260310);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var http = new HttpClient { BaseAddress = program.Url };
            var sending = Enumerable.Range(0, 10).Select(i => SendAsync(http, $"17000{kill:00000}.{i:000000}")).ToList();
            await Task.WhenAny(sending);
            await Task.Delay(random.Next(0, 40)); // the moment of death is what varies; no assertion hangs on it
            program.Kill();
            acknowledged.UnionWith((await Task.WhenAll(sending)).OfType<string>());
            await program.StartAsync();
        }

        await Until.TrueAsync(() => acknowledged.All(ts => Answers(slack, ts) >= 1), () => program.Output);

        acknowledged.Count.ShouldBeGreaterThan(0);
        acknowledged.Where(ts => Answers(slack, ts) != 1).ShouldBeEmpty();
    }

    private static int Answers(SlackSimulator slack, string ts) =>
        slack.Seen.Count(m => m["thread_ts"]?.GetValue<string>() == ts);

    /// <returns>The message's ts when it was acknowledged; null when the process died first.</returns>
    private static async Task<string?> SendAsync(HttpClient http, string ts) =>
        await new SlackDelivery(Secret).MentionAsync(http, "help", ts) == HttpStatusCode.OK ? ts : null;
}
