using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HardE.Agents.State;
using HardE.Simulators;

namespace HardE.Scenarios;

/// <summary>kill -9 under load: what was acknowledged is answered, and answered once (faults F1, the channel can be asked).</summary>
public sealed class KillTests
{
    private const string Secret = "scenario-signing-secret";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static int Kills => Environment.GetEnvironmentVariable("HARDE_TEST_FULL") == "1" ? 20 : 3;

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

        await WaitAsync(() => acknowledged.All(ts => Answers(slack, ts) >= 1), program);

        acknowledged.Count.ShouldBeGreaterThan(0);
        acknowledged.Where(ts => Answers(slack, ts) != 1).ShouldBeEmpty();
    }

    private static int Answers(SlackSimulator slack, string ts) =>
        slack.Seen.Count(m => m["thread_ts"]?.GetValue<string>() == ts);

    /// <returns>The message's ts when it was acknowledged; null when the process died first.</returns>
    private static async Task<string?> SendAsync(HttpClient http, string ts)
    {
        var body = JsonSerializer.Serialize(new
        {
            type = "event_callback",
            team_id = SlackSimulator.Team,
            api_app_id = "A0SIM",
            event_id = $"Ev{ts}",
            authorizations = new[] { new { team_id = SlackSimulator.Team, user_id = SlackSimulator.BotUser, is_bot = true } },
            @event = new { type = "app_mention", user = SlackSimulator.Rep, text = $"<@{SlackSimulator.BotUser}> help", channel = "C0SIM0001", ts, event_ts = ts },
        });
        var at = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{at}:{body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "slack/events") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Slack-Request-Timestamp", at);
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(hash)}");
        try
        {
            using var answer = await http.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.OK ? ts : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task WaitAsync(Func<bool> done, RunningProgram program)
    {
        var until = DateTime.UtcNow + Patience;
        while (!done() && DateTime.UtcNow < until)
        {
            await Task.Delay(100);
        }

        if (!done())
        {
            throw new TimeoutException(program.Output);
        }
    }
}
