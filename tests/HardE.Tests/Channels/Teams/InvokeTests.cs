using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Simulators;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Channels.Teams;

/// <summary>What is answered in the response itself: presses, thumbs, and the invokes we do not serve (teams.md 8).</summary>
[Collection(SharedTeamsTests.Name)]
public sealed class InvokeTests(SharedTeams shared)
{
    private static readonly TurnReply Question = new("leap_interaction_agent", "I would create a job for Pat Example.")
    {
        Parts =
        [
            new FactsPart("New job", [new Fact("Customer", "Pat Example")]),
            new ButtonsPart([new ReplyButton("Yes, do it", "ok:1", ButtonStyle.Primary), new ReplyButton("No", "no:1")]),
        ],
    };

    private TeamsHost Teams => shared.Host;

    [Fact]
    public async Task A_press_is_stored_and_answered_with_the_used_card()
    {
        var (chat, card) = await ShowCardAsync();
        var fields = new JsonObject { ["customer_name"] = "Pat Example", ["count"] = 2, ["msteams"] = new JsonObject(), ["Bad Name"] = "x" };

        var response = await Teams.PostAsync(An.Pressed("ok:1", card, fields: fields, conversation: chat));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var body = (await response.Content.ReadFromJsonAsync<JsonNode>()).ShouldNotBeNull();
        body["statusCode"]!.GetValue<int>().ShouldBe(200);
        body["type"]!.GetValue<string>().ShouldBe("application/vnd.microsoft.card.adaptive");
        body["value"]!.ToJsonString().ShouldContain("You pressed: Yes, do it");
        body["value"]!.ToJsonString().ShouldNotContain("Action.Execute");
        var request = (await Teams.StoredAsync(chat)).Single(r => r.Press is not null);
        request.Press.ShouldBe("ok:1");
        request.Text.ShouldBeEmpty();
        request.Fields.ShouldNotBeNull().ShouldBe(new Dictionary<string, string> { ["customer_name"] = "Pat Example", ["count"] = "2" }, ignoreOrder: true);
    }

    [Fact]
    public async Task In_a_personal_chat_the_used_card_stays()
    {
        var (chat, card) = await ShowCardAsync();

        await Teams.PostAsync(An.Pressed("no:1", card, conversation: chat));

        await Eventually(() => Teams.Simulator.Shown[(chat, card)].ToJsonString().Contains("You pressed: No", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_press_delivered_twice_is_one_press_and_two_answers()
    {
        var (chat, card) = await ShowCardAsync();
        var press = An.Pressed("ok:1", card, conversation: chat);

        var first = await (await Teams.PostAsync(press)).Content.ReadAsStringAsync();
        var second = await (await Teams.PostAsync(press.DeepClone())).Content.ReadAsStringAsync();

        second.ShouldBe(first);
        (await Teams.StoredAsync(chat)).Count(r => r.Press is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Clients_without_execute_send_the_same_press_as_a_message()
    {
        var chat = An.NewChat();
        var submit = An.Activity("message", "8", chat);
        submit["value"] = new JsonObject { ["token"] = "ok:1", ["v"] = 1, ["phone"] = "201-555-0123" };

        var response = await Teams.PostAsync(submit);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var request = (await Teams.StoredAsync(chat)).ShouldHaveSingleItem();
        request.Press.ShouldBe("ok:1");
        request.Fields!["phone"].ShouldBe("201-555-0123");
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"press","data":{}}}""", 400)]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"token":"","v":1}}}""", 400)]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"token":"x"}}}""", 400)]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"token":{"a":1},"v":1}}}""", 400)]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"token":"\ud800","v":1}}}""", 400)]
    [InlineData("""{"action":[]}""", 400)]
    [InlineData("""[]""", 400)]
    [InlineData("""{"action":{"data":{"token":"ok:1","v":1}},"trigger":"automatic"}""", 200)]
    public async Task What_is_no_press_of_ours_gets_a_typed_answer_and_is_not_stored(string value, int statusCode)
    {
        var chat = An.NewChat();
        var invoke = An.Invoke("adaptiveCard/action", new JsonObject(), conversation: chat).ToJsonString()
            .Replace("\"value\":{}", $"\"value\":{value}", StringComparison.Ordinal);

        var response = await Teams.PostAsync(invoke, $"Bearer {Teams.Simulator.Sign(new TokenRecipe())}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = (await response.Content.ReadFromJsonAsync<JsonNode>()).ShouldNotBeNull();
        body["statusCode"]!.GetValue<int>().ShouldBe(statusCode);
        body["type"]!.GetValue<string>().ShouldStartWith("application/vnd.microsoft.");
        (await Teams.StoredAsync(chat)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_thumb_is_kept_and_a_changed_mind_replaces_it()
    {
        var chat = An.NewChat();

        foreach (var (reaction, words) in new[] { ("like", ""), ("dislike", "{\"feedbackText\":\"wrong price\"}") })
        {
            var value = new JsonObject
            {
                ["actionName"] = "feedback",
                ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = words },
            };
            var response = await Teams.PostAsync(An.Invoke("message/submitAction", value, "1001", $"f:{reaction}", chat));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await response.Content.ReadAsStringAsync()).ShouldBe("{}");
        }

        var rows = await Teams.Services.GetRequiredService<Database>().ReadAsync(
            db => db.QueryAsync<(string Reaction, string Text)>(
                "SELECT reaction, text FROM teams_feedback WHERE conversation_id = @chat AND activity_id = '1001'", new { chat }),
            default);
        var row = rows.ShouldHaveSingleItem();
        row.Reaction.ShouldBe("dislike");
        row.Text.ShouldNotContain("wrong price"); // sealed
        Teams.Services.GetRequiredService<Vault>().Open(row.Text).ShouldBe("wrong price");
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("task/fetch")]
    [InlineData("suggestedActions/submit")]
    [InlineData("something/else")]
    public async Task Other_invokes_are_not_implemented_and_say_so(string name)
    {
        var response = await Teams.PostAsync(An.Invoke(name, new JsonObject()));

        response.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    private async Task<(string Chat, string Card)> ShowCardAsync()
    {
        var chat = An.NewChat();
        await Teams.PostAsync(An.Message("create a job", "1", chat));
        var sent = await Teams.ReplyAsync(Question, chat);
        return (chat, sent.PlatformId.ShouldNotBeNull().Split(',')[1]);
    }

    /// <summary>Waits for work that the door does after it has answered.</summary>
    private static async Task Eventually(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!isSo())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
