using System.Globalization;
using System.Net;
using HardE.Simulators;

namespace HardE.Scenarios;

/// <summary>Ten messages a second for a long while (faults F25): nothing is lost or doubled, memory and handles stay where they are.</summary>
public sealed class SoakTests
{
    private const string Secret = "scenario-signing-secret";

    /// <summary>HARDE_TEST_SOAK_MINUTES makes it longer; an hour is a good night.</summary>
    private static double Minutes => double.Parse(Environment.GetEnvironmentVariable("HARDE_TEST_SOAK_MINUTES") ?? "5", CultureInfo.InvariantCulture);

    [FullFact]
    public async Task Ten_messages_a_second()
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var program = await RunningProgram.StartAsync(new Dictionary<string, string>
        {
            ["SLACK_SIGNING_SECRET"] = Secret,
            ["SLACK_BOT_TOKEN"] = SlackSimulator.BotToken,
            ["HARDE_Slack__ApiBase"] = slack.ApiBase.ToString(),
        });
        using var http = new HttpClient { BaseAddress = program.Url };
        var delivery = new SlackDelivery(Secret);
        string[] texts = ["help", "find customer John Smith", "Search for gutter pricing in the Englert catalog", "What's our standard objection response for price concerns?"];
        var (total, early, earlyFiles) = ((int)(Minutes * 600), 0L, 0);
        var sending = new List<Task<HttpStatusCode?>>();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < total && await beat.WaitForNextTickAsync(); i++)
        {
            sending.Add(delivery.MentionAsync(http, texts[i % texts.Length], Ts(i), channel: $"C0SOAK{i % 100:00}"));
            if (i == total / 2)
            {
                (early, earlyFiles) = (program.Kilobytes("VmRSS"), Handles(program));
            }
        }

        var statuses = await Task.WhenAll(sending);
        statuses.ShouldAllBe(s => s == HttpStatusCode.OK);
        await Until.TrueAsync(() => Threads(slack).Distinct().Count() >= total, () => $"{Threads(slack).Distinct().Count()} of {total}");
        Threads(slack).Count().ShouldBe(total);
        (program.Kilobytes("VmRSS") - early).ShouldBeLessThan(20 * 1024, "memory grew in the second half, kB");
        (Handles(program) - earlyFiles).ShouldBeLessThan(30, "open files grew in the second half");
    }

    private static IEnumerable<string> Threads(SlackSimulator slack) => slack.Seen.Select(m => m["thread_ts"]!.GetValue<string>());

    private static int Handles(RunningProgram program) => Directory.EnumerateFileSystemEntries($"/proc/{program.ProcessId}/fd").Count();

    private static string Ts(int number) => string.Create(CultureInfo.InvariantCulture, $"1700000011.{number:000000}");
}

/// <summary>A story for <c>./harde test --full</c> only.</summary>
public sealed class FullFactAttribute : FactAttribute
{
    public FullFactAttribute()
    {
        if (!Amount.IsFull)
        {
            Skip = "long: ./harde test --full";
        }
    }
}
