using System.Net;
using System.Text.Json.Nodes;
using HardE.Agents.Turns;
using HardE.Simulators;

namespace HardE.Tests.Channels.Slack;

/// <summary>Commands, shortcuts and presses, from the signed request to what their sender sees.</summary>
public sealed class SlackInteractionTests
{
    [Fact]
    public async Task A_command_is_answered_privately_through_its_response_url()
    {
        await using var host = await SlackHost.StartAsync();

        var answer = await host.FormAsync("/slack/commands", Command(host, "/harde", "find &lt;John&gt;", "r1"));
        var seen = (await host.SeenAsync(1))[0];

        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
        seen["kind"]!.GetValue<string>().ShouldBe("response");
        seen["response_type"]!.GetValue<string>().ShouldBe("ephemeral");
        seen["text"]!.GetValue<string>().ShouldStartWith("You said: find &lt;John&gt;");
    }

    [Theory]
    [InlineData("/primer", "John Smith", "Produce primer video for John Smith")]
    [InlineData("/lead", "Sarah Johnson, siding", "Create a new customer: Sarah Johnson, siding")]
    [InlineData("/harde", "", "help")]
    public async Task Commands_are_sentences(string command, string text, string sentence)
    {
        await using var host = await SlackHost.StartAsync();

        await host.FormAsync("/slack/commands", Command(host, command, text, "r1"));
        await host.SeenAsync(1);

        host.Heard[0].Text.ShouldBe(sentence);
    }

    [Fact]
    public async Task Five_posts_use_the_response_url_up_and_the_sixth_is_whispered()
    {
        var long6 = string.Join("\n\n", Enumerable.Range(0, 6).Select(_ => new string('x', 11_000)));
        await using var host = await SlackHost.StartAsync(_ => new TurnReply("triage_agent", long6));

        await host.FormAsync("/slack/commands", Command(host, "/harde", "everything", "r1"));
        var seen = await host.SeenAsync(6);

        seen.Take(5).ShouldAllBe(p => p["kind"]!.GetValue<string>() == "response");
        seen[5]["kind"]!.GetValue<string>().ShouldBe("ephemeral");
        seen[5]["user"]!.GetValue<string>().ShouldBe(SlackSimulator.Rep);
    }

    [Fact]
    public async Task A_response_url_of_another_host_is_never_posted_to()
    {
        await using var host = await SlackHost.StartAsync();
        var fields = Command(host, "/harde", "hello", "r1");
        fields["response_url"] = "https://evil.example.com/steal";

        await host.FormAsync("/slack/commands", fields);
        var seen = (await host.SeenAsync(1))[0];

        seen["kind"]!.GetValue<string>().ShouldBe("ephemeral");
    }

    [Fact]
    public async Task A_press_comes_back_as_its_token_in_the_dialogue_of_its_thread()
    {
        await using var host = await SlackHost.StartAsync(turn => new TurnReply("triage_agent", $"press {turn.Request.Press}"));
        var press = Press("press_0", "token-7");

        (await host.InteractAsync(press)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await host.InteractAsync(press); // Slack's retry, or a proxy's
        var seen = await host.SettleAsync();

        seen.ShouldHaveSingleItem()["thread_ts"]!.GetValue<string>().ShouldBe("1700000001.000100");
        host.Heard[0].Press.ShouldBe("token-7");
        host.Heard[0].Conversation.ShouldBe($"slack:{SlackSimulator.Team}:{SlackHost.Channel}:1700000001.000100");
    }

    [Fact]
    public async Task A_button_of_an_older_version_is_told_so_and_a_link_button_is_left_alone()
    {
        await using var host = await SlackHost.StartAsync();

        await host.InteractAsync(Press("approve_v1", "anything"));
        await host.InteractAsync(Press("open_3", null));
        var seen = await host.SettleAsync();

        seen.ShouldHaveSingleItem()["text"]!.GetValue<string>().ShouldContain("older version");
    }

    [Theory]
    [InlineData("""{"type":"something_new","team":null,"user":{"id":"U0SIMREP0","team_id":"T0SIM0001"}}""")]
    [InlineData("""{"type":"block_actions","team":{"id":"T0SIM0001"}}""")]
    public async Task Unknown_interactions_get_their_200(string payload)
    {
        await using var host = await SlackHost.StartAsync();

        var answer = await host.InteractAsync(JsonNode.Parse(payload)!.AsObject());

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Command(SlackHost host, string command, string text, string key) => new()
    {
        ["command"] = command,
        ["text"] = text,
        ["team_id"] = SlackSimulator.Team,
        ["channel_id"] = SlackHost.Channel,
        ["user_id"] = SlackSimulator.Rep,
        ["response_url"] = $"http://{host.Slack.Authority}/response/{key}",
        ["trigger_id"] = "1.2.abc",
    };

    private static JsonObject Press(string action, string? value) => new()
    {
        ["type"] = "block_actions",
        ["team"] = new JsonObject { ["id"] = SlackSimulator.Team },
        ["user"] = new JsonObject { ["id"] = SlackSimulator.Rep, ["team_id"] = SlackSimulator.Team },
        ["channel"] = new JsonObject { ["id"] = SlackHost.Channel },
        ["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = "1700000002.000100",
            ["channel_id"] = SlackHost.Channel,
            ["thread_ts"] = "1700000001.000100",
        },
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = action, ["value"] = value, ["action_ts"] = "1700000003.5" }),
    };
}
