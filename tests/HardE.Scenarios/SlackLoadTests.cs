using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HardE.Simulators;

namespace HardE.Scenarios;

/// <summary>
/// Fifty messages a second with kill -9 in the middle. The driver sends again what was not acknowledged, as Slack does; in
/// the end every message is answered, and answered once.
/// </summary>
public sealed class SlackLoadTests
{
    private const string Secret = "scenario-signing-secret";
    private const int EventsASecond = 50;
    private static readonly TimeSpan SlackWaits = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static int Seconds => Environment.GetEnvironmentVariable("HARDE_TEST_FULL") == "1" ? 60 : 6;

    private readonly ConcurrentDictionary<string, int> tries = new();
    private int late;
    private long slowest;

    [Fact]
    public async Task Nothing_is_lost_doubled_or_acknowledged_too_late()
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var program = await RunningProgram.StartAsync(new Dictionary<string, string>
        {
            ["SLACK_SIGNING_SECRET"] = Secret,
            ["SLACK_BOT_TOKEN"] = SlackSimulator.BotToken,
            ["HARDE_Slack__ApiBase"] = slack.ApiBase.ToString(),
        });
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(1) }) { BaseAddress = program.Url };
        await DeliverAsync(http, Name(0)); // the first one meets a cold program
        (late, slowest) = (0, 0);

        var sending = new List<Task>();
        var restarted = Task.CompletedTask;
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / EventsASecond));
        for (var at = 1; at <= Seconds * EventsASecond && await beat.WaitForNextTickAsync(); at++)
        {
            sending.Add(DeliverAsync(http, Name(at)));
            if (at == Seconds * EventsASecond / 2)
            {
                restarted = RestartAsync(program); // while the messages keep coming
            }
        }

        await restarted;
        await Task.WhenAll(sending);
        await WaitAsync(() => tries.Keys.All(name => Answers(slack, name) >= 1), program);

        tries.Count.ShouldBe((Seconds * EventsASecond) + 1);
        tries.Keys.Where(name => Answers(slack, name) != 1).ShouldBeEmpty();
        late.ShouldBe(0, $"acknowledged after more than three seconds; the slowest took {slowest} ms");
        Console.WriteLine($"{tries.Count} messages, {tries.Values.Count(t => t > 1)} sent again, slowest acknowledgement {slowest} ms");
    }

    private static async Task RestartAsync(RunningProgram program)
    {
        program.Kill();
        await program.StartAsync();
    }

    /// <summary>Sends until it is acknowledged in time: at once, then again as long as it takes.</summary>
    private async Task DeliverAsync(HttpClient http, string ts)
    {
        using var giveUp = new CancellationTokenSource(Patience);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (!await SendAsync(http, ts, tries.AddOrUpdate(ts, 1, (_, n) => n + 1)))
        {
            await beat.WaitForNextTickAsync(giveUp.Token);
        }
    }

    private async Task<bool> SendAsync(HttpClient http, string ts, int attempt)
    {
        var body = JsonSerializer.Serialize(new
        {
            type = "event_callback",
            team_id = SlackSimulator.Team,
            event_id = $"Ev{ts}",
            authorizations = new[] { new { team_id = SlackSimulator.Team, user_id = SlackSimulator.BotUser, is_bot = true } },
            @event = new { type = "message", channel_type = "im", user = SlackSimulator.Rep, text = "help", channel = "D0SIM0001", ts, event_ts = ts },
        });
        var at = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{at}:{body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "slack/events") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Slack-Request-Timestamp", at);
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(hash)}");
        if (attempt > 1)
        {
            request.Headers.Add("X-Slack-Retry-Num", "1");
            request.Headers.Add("X-Slack-Retry-Reason", "connection_failed");
        }

        var clock = Stopwatch.StartNew();
        try
        {
            using var answer = await http.SendAsync(request);
            Note(clock.Elapsed, answer.StatusCode);
            return answer.StatusCode == HttpStatusCode.OK && clock.Elapsed < SlackWaits;
        }
        catch (HttpRequestException)
        {
            return false; // nobody there: being killed or starting
        }
    }

    private void Note(TimeSpan took, HttpStatusCode status)
    {
        if (status == HttpStatusCode.OK && took >= SlackWaits)
        {
            Interlocked.Increment(ref late);
        }

        long seen;
        while ((seen = Interlocked.Read(ref slowest)) < (long)took.TotalMilliseconds
            && Interlocked.CompareExchange(ref slowest, (long)took.TotalMilliseconds, seen) != seen)
        {
        }
    }

    private static string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"1700001000.{at:000000}");

    private static int Answers(SlackSimulator slack, string ts) => slack.Seen.Count(m => m["thread_ts"]?.GetValue<string>() == ts);

    private static async Task WaitAsync(Func<bool> done, RunningProgram program)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            while (!done())
            {
                await beat.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(program.Output);
        }
    }
}
