using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Simulators;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Channels.Slack;

/// <summary>The way in over real HTTP, with the real inbox behind it.</summary>
public sealed class SlackEndpointTests
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    public async Task The_challenge_is_echoed_as_plain_text_whatever_the_charset()
    {
        await using var host = await SlackHost.StartAsync();

        var answer = await host.PostAsync("/slack/events", """{"type":"url_verification","challenge":"c-42"}""", "application/json; charset=utf-8");

        (await answer.Content.ReadAsStringAsync()).ShouldBe("c-42");
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/plain");
    }

    [Fact]
    public async Task A_mention_that_arrives_as_two_events_is_answered_once_in_its_thread()
    {
        await using var host = await SlackHost.StartAsync();
        var text = $"<@{SlackSimulator.BotUser}>, find John &amp; Mary";

        await Task.WhenAll(
            host.EventAsync(SlackHost.Said("app_mention", text, "1700000100.000100")),
            host.EventAsync(SlackHost.Said("message", text, "1700000100.000100")));
        var seen = await host.SettleAsync();

        var post = seen.ShouldHaveSingleItem();
        post["thread_ts"]!.GetValue<string>().ShouldBe("1700000100.000100");
        post["text"]!.GetValue<string>().ShouldStartWith("You said: find John &amp; Mary");
        host.Heard[0].Speaker.Name.ShouldBe("Riley Rep");
    }

    [Fact]
    public async Task A_hundred_equal_deliveries_are_one_answer()
    {
        await using var host = await SlackHost.StartAsync();
        var body = SlackHost.Envelope(SlackHost.Direct("hello", "1700000101.000100")).ToJsonString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.PostAsync("/slack/events", body, Json)));
        var seen = await host.SettleAsync();

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Own_messages_bots_edits_joins_and_the_talk_of_others_are_left_alone()
    {
        await using var host = await SlackHost.StartAsync();
        JsonObject With(JsonObject said, string name, JsonNode value)
        {
            said[name] = value;
            return said;
        }

        JsonObject[] noise =
        [
            SlackHost.Direct("mine", "1700000200.1", SlackSimulator.BotUser),
            With(SlackHost.Direct("a bot", "1700000200.2"), "bot_id", "B1"),
            With(SlackHost.Direct("edited", "1700000200.3"), "subtype", "message_changed"),
            With(SlackHost.Direct("gone", "1700000200.4"), "hidden", true),
            SlackHost.Said("message", "nobody asked you", "1700000200.5"),
            SlackHost.Said("message", "nor here", "1700000200.6", thread: "1700000100.9"),
            new JsonObject { ["type"] = "some_event_of_next_year", ["channel"] = new JsonObject { ["deep"] = 1 }, ["ts"] = 7 },
            new JsonObject { ["type"] = "message", ["channel"] = new JsonArray(1, 2), ["text"] = 5 },
        ];

        foreach (var said in noise)
        {
            (await host.EventAsync(said)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await host.SettleAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_thread_only_the_person_it_answered_is_heard_without_a_mention()
    {
        await using var host = await SlackHost.StartAsync();
        const string Root = "1700000300.000100";
        await host.EventAsync(SlackHost.Said("app_mention", $"<@{SlackSimulator.BotUser}> new customer", Root));

        await host.EventAsync(SlackHost.Said("message", "Sarah Johnson", "1700000301.000100", Root));
        await host.EventAsync(SlackHost.Said("message", "let me cut in", "1700000302.000100", Root, SlackSimulator.Guest));
        await host.EventAsync(SlackHost.Said("message", "<@U0COLLEAGUE> what do you think?", "1700000303.000100", Root));
        var seen = await host.SettleAsync();

        seen.Select(p => p["thread_ts"]!.GetValue<string>()).ShouldBe([Root, Root]);
        host.Heard.Take(2).Select(h => h.Text).ShouldBe(["new customer", "Sarah Johnson"]);
    }

    [Fact]
    public async Task Another_workspace_gets_its_200_and_nothing_else()
    {
        await using var host = await SlackHost.StartAsync();

        var answer = await host.EventAsync(SlackHost.Direct("hello", "1700000400.000100"), team: "T0STRANGER");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.SettleAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Members_are_reps_guests_and_strangers_hold_no_rights()
    {
        await using var host = await SlackHost.StartAsync();
        await host.Services.GetRequiredService<People>().SaveAsync(
            Tenants.Default, "Dana Director", $"{SlackSimulator.Rep.ToLowerInvariant()}@example.com", Roles.Director, null, default);
        var foreign = SlackHost.Direct("from afar", "1700000500.3", "U0FOREIGN");
        foreign["user_team"] = "T0OTHER";

        await host.EventAsync(SlackHost.Direct("listed", "1700000500.1"));
        await host.EventAsync(SlackHost.Direct("unlisted", "1700000500.2", "U0MEMBER"));
        await host.EventAsync(SlackHost.Direct("guest", "1700000500.4", SlackSimulator.Guest));
        await host.EventAsync(foreign);
        await host.SettleAsync();

        string RoleOf(string text) => host.Heard.First(h => h.Text == text).Speaker.Role;
        RoleOf("listed").ShouldBe(Roles.Director);
        RoleOf("unlisted").ShouldBe(Roles.Rep);
        RoleOf("guest").ShouldBe(Roles.Guest);
        RoleOf("from afar").ShouldBe(Roles.Guest);
    }

    [Theory]
    [InlineData("{\"type\":", Json, 400)]
    [InlineData("[]", Json, 400)]
    [InlineData("null", Json, 400)]
    [InlineData("{\"type\":\"\\ud800\"}", Json, 400)]
    [InlineData("{\"type\":\"event_callback\"}", Form, 415)]
    [InlineData("{\"type\":\"event_callback\"}", "text/plain", 415)]
    [InlineData("{\"type\":\"a\",\"type\":\"event_callback\"}", Json, 200)]
    public async Task Malformed_events_get_the_right_status(string body, string mediaType, int status)
    {
        await using var host = await SlackHost.StartAsync();

        ((int)(await host.PostAsync("/slack/events", body, mediaType)).StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Deep_large_and_garbled_bodies_are_refused_and_long_text_is_taken()
    {
        await using var host = await SlackHost.StartAsync();
        var deep = new string('[', 10_000) + new string(']', 10_000);
        var large = new string(' ', (1 << 20) + 1);
        var long40k = SlackHost.Envelope(SlackHost.Direct(new string('x', 40_000) + "\\u0000", "1700000600.1")).ToJsonString();

        (await host.PostAsync("/slack/events", deep, Json)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await host.PostAsync("/slack/events", large, Json)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await host.PostAsync("/slack/interactions", "payload=%FF%FE{", Form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await host.PostAsync("/slack/events", long40k, Json)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.SettleAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_chunked_body_over_the_limit_is_refused_too()
    {
        await using var host = await SlackHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events")
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', (1 << 20) + 1)))),
        };
        request.Headers.TransferEncodingChunked = true;

        (await host.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Forged_requests_are_refused_at_every_address_and_nothing_happens()
    {
        await using var host = await SlackHost.StartAsync();
        var body = SlackHost.Envelope(SlackHost.Direct("hello", "1700000700.1")).ToJsonString();
        (string Path, string Body, string Type)[] doors =
            [("/slack/events", body, Json), ("/slack/commands", "command=%2Fharde", Form), ("/slack/interactions", "payload=%7B%7D", Form)];

        foreach (var (path, sent, type) in doors)
        {
            (await host.PostAsync(path, sent, type, secret: "wrong")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await host.PostAsync(path, sent, type, at: DateTimeOffset.UtcNow.AddSeconds(-310))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await host.PostAsync(path, sent, type, at: DateTimeOffset.UtcNow.AddSeconds(310))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await host.SettleAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unsigned_ssl_check_gets_its_200_and_drops_all_else()
    {
        await using var host = await SlackHost.StartAsync();
        using var check = new FormUrlEncodedContent([new("ssl_check", "1"), new("command", "/harde"), new("text", "hello")]);

        (await host.Http.PostAsync(new Uri("/slack/commands", UriKind.Relative), check)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.SettleAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_Slack_cannot_be_asked_who_speaks_the_event_is_left_for_a_retry()
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Limit("users.info", 1);
        var body = SlackHost.Envelope(SlackHost.Direct("hello", "1700000800.1")).ToJsonString();

        (await host.PostAsync("/slack/events", body, Json)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task The_previous_secret_serves_while_it_is_set()
    {
        await using var host = await SlackHost.StartAsync(settings: new Dictionary<string, string?> { ["Slack:PreviousSigningSecret"] = "old-secret" });

        var answer = await host.PostAsync("/slack/events", """{"type":"url_verification","challenge":"x"}""", Json, secret: "old-secret");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task While_the_database_is_locked_nothing_is_acknowledged_and_the_repetition_is_answered_once()
    {
        await using var host = await SlackHost.StartAsync();
        await host.EventAsync(SlackHost.Direct("warm", "1700000900.1"));
        await host.SettleAsync();
        var body = SlackHost.Envelope(SlackHost.Direct("hello", "1700000900.2")).ToJsonString();
        using (var other = new SqliteConnection(host.Services.GetRequiredService<Database>().ConnectionString))
        {
            await other.OpenAsync();
            await using var locked = other.BeginTransaction(deferred: false);

            (await host.PostAsync("/slack/events", body, Json)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        HttpStatusCode again;
        do
        {
            again = (await host.PostAsync("/slack/events", body, Json)).StatusCode;
        }
        while (again == HttpStatusCode.ServiceUnavailable);

        again.ShouldBe(HttpStatusCode.OK);
        (await host.SettleAsync()).Count(p => p["text"]!.GetValue<string>().Contains("hello", StringComparison.Ordinal)).ShouldBe(1);
    }
}
