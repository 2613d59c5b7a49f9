using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack;
using HardE.Bot.Channels.Slack.Blocks;
using HardE.Simulators;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Channels.Slack;

/// <summary>Edits, deletions, votes, the stop button, the home, rooms with others in them, places that refuse.</summary>
public sealed class SlackEverydayTests
{
    [Fact]
    public async Task A_reworded_message_is_answered_again_and_one_we_never_took_is_not()
    {
        await using var host = await SlackHost.StartAsync();
        await host.EventAsync(SlackHost.Direct("price of 5 inch guters", "1700000300.000100"));
        await host.SeenAsync(1);

        await host.EventAsync(Changed("price of 5 inch guters", "price of 5 inch gutters", "1700000300.000100", edited: true));
        await host.EventAsync(Changed("price of 5 inch guters", "price of 5 inch gutters", "1700000300.000100", edited: true)); // delivered twice
        await host.EventAsync(Changed("a link", "a link with a preview", "1700000300.000100", edited: false));
        await host.EventAsync(Changed("old", "new", "1700000399.000100", edited: true));
        await host.SeenAsync(2);
        await host.SettleAsync();

        host.Heard.Select(r => r.Text).ShouldBe(["price of 5 inch guters", "price of 5 inch gutters"]);
    }

    [Fact]
    public async Task A_deleted_message_that_still_waits_is_not_answered()
    {
        using var hold = new ManualResetEventSlim();
        await using var host = await SlackHost.StartAsync(turn =>
        {
            hold.Wait(TimeSpan.FromSeconds(20));
            return new TurnReply("triage_agent", $"You said: {turn.Text}");
        });
        await host.EventAsync(With(SlackHost.Direct("first", "1700000310.000100"), "thread_ts", "1700000310.000100"));
        await host.EventAsync(With(SlackHost.Direct("second", "1700000311.000100"), "thread_ts", "1700000310.000100")); // waits behind the first

        await host.EventAsync(Deleted("1700000311.000100"));
        hold.Set();
        await host.SettleAsync();

        host.Heard.Select(r => r.Text).ShouldBe(["first"]);
    }

    [Fact]
    public async Task A_vote_is_kept_beside_the_turn_and_its_comment_is_sealed()
    {
        await using var host = await SlackHost.StartAsync(_ => new TurnReply("knowledge_agent", new string('w', 400)));
        await host.EventAsync(SlackHost.Direct("why so expensive?", "1700000320.000100"));
        var shown = (await host.SeenAsync(1))[0]["blocks"]!.AsArray().Last(b => b!["type"]!.GetValue<string>() == "context_actions");
        var value = shown!["elements"]![0]!["negative_button"]!["value"]!.GetValue<string>();

        await host.InteractAsync(Press(FeedbackBlock.Action, value));
        await host.Services.GetRequiredService<SlackFeedback>().CommentAsync(
            (await host.Services.GetRequiredService<SlackTeams>().FindAsync(SlackSimulator.Team, default))!, SlackSimulator.Rep, value["down:".Length..], "wrong price", default);

        var kept = await host.Services.GetRequiredService<Database>().ReadAsync(
            db => db.QuerySingleAsync<(string Turn, long Good, string Comment)>(
                "SELECT t.id, f.good, f.comment FROM slack_feedback f JOIN turn t ON t.tenant = f.tenant AND t.id = f.message_id"), default);
        kept.Good.ShouldBe(0);
        kept.Comment.ShouldNotContain("wrong price");
        host.Services.GetRequiredService<Vault>().Open(kept.Comment).ShouldBe("wrong price");
        host.Slack.CallsOf("views.open").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_stop_button_says_stop_in_that_thread()
    {
        await using var host = await SlackHost.StartAsync();
        var stop = new JsonObject
        {
            ["type"] = "agent_session_stopped",
            ["channel"] = "D0SIM0001",
            ["user"] = SlackSimulator.Rep,
            ["thread_ts"] = "1700000330.000100",
            ["streaming_message_ts"] = new JsonArray("1.2"),
        };

        (await host.EventAsync(stop)).EnsureSuccessStatusCode();
        await host.SeenAsync(1);

        host.Slack.Seen.Single()["thread_ts"]!.GetValue<string>().ShouldBe("1700000330.000100");
    }

    [Fact]
    public async Task The_home_tells_staff_what_is_open_and_guests_nothing()
    {
        await using var host = await SlackHost.StartAsync();
        await host.EventAsync(Opened(SlackSimulator.Rep));
        await host.EventAsync(Opened(SlackSimulator.Guest));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (host.Slack.CallsOf("views.publish").Count < 2)
        {
            await Task.Yield();
            patience.Token.ThrowIfCancellationRequested();
        }

        var views = host.Slack.CallsOf("views.publish").ToDictionary(c => c.Arguments["user_id"]!.GetValue<string>(), c => c.Arguments["view"]!.ToJsonString());
        views[SlackSimulator.Rep].ShouldContain("What waits for you");
        views[SlackSimulator.Rep].ShouldContain("Running videos");
        views[SlackSimulator.Rep].ShouldContain("Settings");
        views[SlackSimulator.Guest].ShouldNotContain("waits");
    }

    [Theory]
    [InlineData("none", false)]
    [InlineData("guest", true)]
    [InlineData("other company", true)]
    [InlineData("too many", true)]
    [InlineData("slack does not say", true)]
    public async Task A_room_is_shared_when_others_may_read_it(string who, bool shared)
    {
        await using var host = await SlackHost.StartAsync(settings: new Dictionary<string, string?> { ["Slack:MostMembers"] = "3" });
        host.Slack.Members = who switch { "guest" => [SlackSimulator.Rep, SlackSimulator.Guest], "too many" => ["U1", "U2", "U3", "U4", "U5"], _ => [SlackSimulator.Rep] };
        if (who == "other company")
        {
            host.Slack.SharedChannels.Add(SlackHost.Channel);
        }
        else if (who == "slack does not say")
        {
            host.Slack.Refuse("conversations.members", "missing_scope");
        }

        await host.EventAsync(SlackHost.Said("app_mention", $"<@{SlackSimulator.BotUser}> hello", "1700000340.000100"));
        await host.SeenAsync(1);

        host.Heard.ShouldHaveSingleItem().SharedRoom.ShouldBe(shared);
    }

    [Fact]
    public async Task What_a_shared_room_hides_staff_may_see_in_private_and_guests_may_not()
    {
        await using var host = await SlackHost.StartAsync(
            turn => new TurnReply("leap_interaction_agent", turn.Request.SharedRoom ? "John Smith, ***-0123" : "John Smith, (201) 555-0123"));
        host.Slack.SharedChannels.Add(SlackHost.Channel);
        await host.EventAsync(SlackHost.Said("app_mention", $"<@{SlackSimulator.BotUser}> find John Smith", "1700000350.000100"));
        var button = (await host.SeenAsync(1))[0]["blocks"]!.AsArray().Single(b => b!["type"]!.GetValue<string>() == "actions")!["elements"]![0]!;

        await host.InteractAsync(Press(button["action_id"]!.GetValue<string>(), button["value"]!.GetValue<string>()));
        await host.InteractAsync(Press(button["action_id"]!.GetValue<string>(), button["value"]!.GetValue<string>(), SlackSimulator.Guest));
        await host.SeenAsync(3);

        var seen = (await host.SettleAsync()).Skip(1).ToList();
        seen.ShouldAllBe(s => s["kind"]!.GetValue<string>() == "ephemeral");
        seen.Single(s => s["user"]!.GetValue<string>() == SlackSimulator.Rep)["text"]!.GetValue<string>().ShouldContain("(201) 555-0123");
        seen.Single(s => s["user"]!.GetValue<string>() == SlackSimulator.Guest)["text"]!.GetValue<string>().ShouldContain("Only people of this company");
    }

    [Theory]
    [InlineData("is_archived")]
    [InlineData("not_in_channel")]
    [InlineData("channel_not_found")]
    [InlineData("restricted_action_thread_locked")]
    public async Task A_place_that_refuses_sends_the_answer_to_the_person_directly(string error)
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("chat.postMessage", error);

        await host.EventAsync(SlackHost.Said("app_mention", $"<@{SlackSimulator.BotUser}> hello", "1700000360.000100"));
        var seen = (await host.SeenAsync(1))[0];

        seen["channel"]!.GetValue<string>().ShouldBe("D0SIM0001");
        seen["text"]!.GetValue<string>().ShouldContain("may not post");
        seen["text"]!.GetValue<string>().ShouldContain("You said: hello");
    }

    [Fact]
    public async Task A_thousand_deliveries_of_one_message_are_one_answer()
    {
        await using var host = await SlackHost.StartAsync();
        var body = SlackHost.Envelope(SlackHost.Direct("hello", "1700000370.000100")).ToJsonString();

        var statuses = new List<HttpStatusCode>();
        foreach (var fifty in Enumerable.Range(0, 1000).Chunk(50))
        {
            var answers = await Task.WhenAll(fifty.Select(_ => host.PostAsync("/slack/events", body, "application/json")));
            statuses.AddRange(answers.Select(a => a.StatusCode));
        }

        await host.SeenAsync(1);

        statuses.Distinct().ShouldBeSubsetOf([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]); // on a busy machine some are asked to come again
        statuses.ShouldContain(HttpStatusCode.OK);
        (await host.SettleAsync()).ShouldHaveSingleItem();
    }

    private static JsonObject Opened(string user) => new() { ["type"] = "app_home_opened", ["tab"] = "home", ["user"] = user, ["channel"] = "D0SIM0001" };

    private static JsonObject With(JsonObject said, string name, JsonNode value)
    {
        said[name] = value;
        return said;
    }

    private static JsonObject Changed(string before, string after, string ts, bool edited)
    {
        var message = SlackHost.Direct(after, ts);
        if (edited)
        {
            message["edited"] = new JsonObject { ["user"] = SlackSimulator.Rep, ["ts"] = "1700000999.000000" };
        }

        return new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = "message_changed",
            ["hidden"] = true,
            ["channel"] = "D0SIM0001",
            ["channel_type"] = "im",
            ["ts"] = "1700000999.000100",
            ["message"] = message,
            ["previous_message"] = SlackHost.Direct(before, ts),
        };
    }

    private static JsonObject Deleted(string ts) => new()
    {
        ["type"] = "message",
        ["subtype"] = "message_deleted",
        ["hidden"] = true,
        ["channel"] = "D0SIM0001",
        ["channel_type"] = "im",
        ["ts"] = "1700000998.000100",
        ["deleted_ts"] = ts,
    };

    private static JsonObject Press(string action, string value, string user = SlackSimulator.Rep) => new()
    {
        ["type"] = "block_actions",
        ["trigger_id"] = "1.4.press",
        ["team"] = new JsonObject { ["id"] = SlackSimulator.Team },
        ["user"] = new JsonObject { ["id"] = user, ["team_id"] = SlackSimulator.Team },
        ["channel"] = new JsonObject { ["id"] = SlackHost.Channel },
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = "1700000002.000100", ["channel_id"] = SlackHost.Channel, ["thread_ts"] = "1700000350.000100" },
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = action, ["value"] = value, ["action_ts"] = "1700000003.5" }),
    };
}
