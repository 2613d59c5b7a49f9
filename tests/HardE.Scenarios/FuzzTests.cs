using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using HardE.Agents.State;
using HardE.Simulators;

namespace HardE.Scenarios;

/// <summary>Random bodies at both doors and random messages in chat (faults F11): the program lives, never answers 5xx, stores nothing that it refused.</summary>
public sealed class FuzzTests
{
    private const string Secret = "scenario-signing-secret";
    private const int Seed = 20261122;

    private static int Bodies => Amount.Of(150, 5000);

    [Fact]
    public async Task The_Slack_door_takes_any_bytes()
    {
        await using var slack = await SlackSimulator.StartAsync();
        await using var database = await ScenarioDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var program = await RunningProgram.StartAsync(Settings(slack));
        await using var db = await database.OpenAsync(program.Folder);
        using var http = new HttpClient { BaseAddress = program.Url };
        var (noise, ours, foreign) = (new Noise(Seed), new SlackDelivery(Secret), new SlackDelivery("another-secret"));
        var good = SlackDelivery.Mention("help", "1700000009.000100");

        var unsigned = await EachAsync(Bodies, i => foreign.PostAsync(http, i % 2 == 0 ? good : noise.Bytes(), Path(i), Type(i)));
        var garbage = await EachAsync(Bodies, i => ours.PostAsync(http, i % 2 == 0 ? noise.Bytes() : noise.Json(), Path(i), Type(i)));

        unsigned.ShouldAllBe(s => s == HttpStatusCode.Unauthorized);
        garbage.Where(s => s is null || (int)s >= 500).ShouldBeEmpty(program.Failures);
        (await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox")).ShouldBe(0);

        var bent = await EachAsync(Bodies, i => ours.PostAsync(http, noise.Bent(SlackDelivery.Mention("help", $"1700000010.{i:000000}"))));
        bent.Where(s => s is null || (int)s >= 500).ShouldBeEmpty(program.Failures);
        (await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox")).ShouldBeLessThanOrEqualTo(bent.Count(s => s == HttpStatusCode.OK));
        await StillServesAsync(program);
    }

    [Fact]
    public async Task The_Teams_door_takes_any_bytes()
    {
        await using var database = await ScenarioDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var program = await RunningProgram.StartAsync(new Dictionary<string, string> { ["HARDE_Teams__AllowUnsignedDevelopment"] = "true" });
        await using var db = await database.OpenAsync(program.Folder);
        using var http = new HttpClient { BaseAddress = program.Url };
        var noise = new Noise(Seed);

        var count = Amount.Of(100, 1000); // each that is taken leads to a turn and a reply that nobody takes
        var garbage = await EachAsync(count, i => PostAsync(http, i % 2 == 0 ? noise.Bytes() : noise.Json()));
        garbage.Where(s => s is null || (int)s is < 400 or >= 500).ShouldBeEmpty(program.Failures);
        (await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox")).ShouldBe(0);

        var bent = await EachAsync(count, i => PostAsync(http, noise.Bent(Encoding.UTF8.GetBytes(Activity(i).ToJsonString()))));
        bent.Where(s => s is null || ((int)s >= 500 && s != HttpStatusCode.NotImplemented)).ShouldBeEmpty(program.Failures); // 501: Teams' word for an unknown invoke
        (await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox")).ShouldBeLessThanOrEqualTo(bent.Count(s => (int)s! < 300));
        await StillServesAsync(program);
    }

    [Fact]
    public async Task Any_message_in_chat_gets_a_sensible_answer()
    {
        await using var program = await RunningProgram.StartAsync(new Dictionary<string, string>());
        var noise = new Noise(Seed);

        for (var i = 0; i < Amount.Of(60, 1500); i++)
        {
            var text = noise.Text();
            var reply = await program.AskAsync(text, $"fuzz-{i / 5}"); // some talk goes on, so that drafts and questions are met, too
            reply.Text.ShouldNotBeNullOrWhiteSpace($"{i}: {text}");
            reply.Text.ShouldNotContain("Something went wrong", customMessage: $"{i}: {text}\n{program.Failures}");
        }

        await StillServesAsync(program);
    }

    private static Dictionary<string, string> Settings(SlackSimulator slack) => new()
    {
        ["SLACK_SIGNING_SECRET"] = Secret,
        ["SLACK_BOT_TOKEN"] = SlackSimulator.BotToken,
        ["HARDE_Slack__ApiBase"] = slack.ApiBase.ToString(),
    };

    private static string Path(int i) => (i % 3) switch { 0 => "slack/events", 1 => "slack/commands", _ => "slack/interactions" };

    private static string Type(int i) => i % 3 == 0 ? "application/json" : "application/x-www-form-urlencoded";

    private static async Task<IReadOnlyList<HttpStatusCode?>> EachAsync(int count, Func<int, Task<HttpStatusCode?>> post)
    {
        var statuses = new List<HttpStatusCode?>();
        for (var i = 0; i < count; i++)
        {
            statuses.Add(await post(i));
        }

        return statuses;
    }

    private static async Task<HttpStatusCode?> PostAsync(HttpClient http, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        using var answer = await http.PostAsync("api/messages", content);
        return answer.StatusCode;
    }

    private static JsonObject Activity(int number) => new()
    {
        ["type"] = number % 4 == 0 ? "invoke" : "message",
        ["name"] = number % 4 == 0 ? "adaptiveCard/action" : null,
        ["id"] = $"fuzz-{number}",
        ["text"] = "help",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "press", ["data"] = new JsonObject { ["token"] = "x", ["v"] = 1 } } },
        ["channelId"] = "msteams",
        ["serviceUrl"] = "https://smba.trafficmanager.net/amer/",
        ["from"] = new JsonObject { ["id"] = "29:1riley", ["name"] = "Riley Rep" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = $"a:{number}", ["conversationType"] = "personal", ["tenantId"] = "tenant-1" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-1" } },
    };

    private static async Task StillServesAsync(RunningProgram program) => (await program.AskAsync("help", "after")).Text.ShouldNotBeEmpty();
}
