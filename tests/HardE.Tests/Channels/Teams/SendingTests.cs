using System.Text.Json.Nodes;
using HardE.Agents.Turns;

namespace HardE.Tests.Channels.Teams;

/// <summary>Replies on their way to people: two activities, replaced in place, and the retry table of teams.md 10.</summary>
[Collection(SharedTeamsTests.Name)]
public sealed class SendingTests(SharedTeams shared)
{
    private static readonly TurnReply Receipt = new("leap_interaction_agent", "Done: the job is at **Sold**.")
    {
        Parts = [new ReceiptPart("Moved to Sold", [new Fact("Before", "Proposal"), new Fact("After", "Sold")])],
    };

    private TeamsHost Teams => shared.Host;

    [Fact]
    public async Task Text_and_card_are_two_activities_and_both_ids_are_kept()
    {
        var chat = await ChatAsync();

        var sent = await Teams.ReplyAsync(Receipt, chat);

        sent.State.ShouldBe("sent");
        var ids = sent.PlatformId!.Split(',');
        ids.Length.ShouldBe(2);
        var text = Teams.Simulator.Shown[(chat, ids[0])];
        text["text"]!.GetValue<string>().ShouldBe("Done: the job is at **Sold**.");
        text["textFormat"]!.GetValue<string>().ShouldBe("markdown");
        text["attachments"].ShouldBeNull();
        text["channelData"]!["feedbackLoop"]!["type"]!.GetValue<string>().ShouldBe("default");
        var card = Teams.Simulator.Shown[(chat, ids[1])];
        card["text"].ShouldBeNull();
        card["summary"]!.GetValue<string>().ShouldNotBeEmpty();
        card["attachments"]![0]!["contentType"]!.GetValue<string>().ShouldBe("application/vnd.microsoft.card.adaptive");
        card["conversation"]!["id"]!.GetValue<string>().ShouldBe(chat);
        card["channelId"]!.GetValue<string>().ShouldBe("msteams");
    }

    [Fact]
    public async Task An_answer_in_a_channel_goes_to_the_thread()
    {
        var thread = An.NewThread();
        await Teams.PostAsync(An.Mentioned("price gutters", thread));

        await Teams.ReplyAsync(new TurnReply("a", "Here they are."), thread);

        Teams.Simulator.Shown.Keys.Count(k => k.Conversation == thread).ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_of_the_same_slot_replaces_the_old_one_in_place()
    {
        var chat = await ChatAsync();
        var first = await Teams.ReplyAsync(Receipt with { Slot = "job-1" }, chat);

        var second = await Teams.ReplyAsync(Receipt with { Slot = "job-1", Text = "Taken back." }, chat);
        var shorter = await Teams.ReplyAsync(new TurnReply("a", "Only words.") { Slot = "job-1" }, chat);

        second.PlatformId.ShouldBe(first.PlatformId);
        shorter.PlatformId.ShouldBe(first.PlatformId!.Split(',')[0]);
        var left = Teams.Simulator.Shown.Where(s => s.Key.Conversation == chat).ShouldHaveSingleItem();
        left.Value["text"]!.GetValue<string>().ShouldBe("Only words.");
    }

    [Fact]
    public async Task Where_the_old_message_is_gone_a_new_one_is_sent()
    {
        var chat = await ChatAsync();
        var first = await Teams.ReplyAsync(new TurnReply("a", "One.") { Slot = "s" }, chat);
        Teams.Simulator.Shown.TryRemove((chat, first.PlatformId!), out _).ShouldBeTrue();

        var second = await Teams.ReplyAsync(new TurnReply("a", "Two.") { Slot = "s" }, chat);

        second.State.ShouldBe("sent");
        second.PlatformId.ShouldNotBe(first.PlatformId);
    }

    [Theory]
    [InlineData(429, "0", "sent", 2)]
    [InlineData(429, null, "sent", 2)]
    [InlineData(412, null, "sent", 2)]
    [InlineData(503, "0", "sent", 2)]
    [InlineData(503, null, "failed", 1)]
    [InlineData(500, null, "failed", 1)]
    [InlineData(408, null, "failed", 1)]
    [InlineData(502, null, "sent", 2)]
    [InlineData(504, null, "sent", 2)]
    [InlineData(400, null, "failed", 1)]
    [InlineData(403, null, "failed", 1)]
    [InlineData(404, null, "failed", 1)]
    [InlineData(413, null, "failed", 1)]
    public async Task Each_status_of_a_post_has_its_answer(int status, string? retryAfter, string state, int attempts)
    {
        var chat = await ChatAsync();
        Teams.Simulator.FailNext(status, """{"error":{"code":"Scripted","message":"as told"}}""", retryAfter);

        var sent = await Teams.ReplyAsync(new TurnReply("a", "Hello."), chat);

        sent.State.ShouldBe(state);
        Posts(chat).ShouldBe(attempts);
        Teams.Simulator.Shown.Keys.Count(k => k.Conversation == chat).ShouldBe(state == "sent" ? 1 : 0);
    }

    [Fact]
    public async Task A_second_unclear_answer_ends_it_because_the_message_may_be_there()
    {
        var chat = await ChatAsync();
        Teams.Simulator.FailNext(502, "<html>Bad Gateway</html>", contentType: "text/html");
        Teams.Simulator.FailNext(504);

        var sent = await Teams.ReplyAsync(new TurnReply("a", "Hello."), chat);

        sent.State.ShouldBe("failed");
        Posts(chat).ShouldBe(2);
    }

    [Fact]
    public async Task Being_throttled_first_does_not_use_up_the_one_retry_of_a_bad_gateway()
    {
        var chat = await ChatAsync();
        Teams.Simulator.FailNext(429, retryAfter: "0");
        Teams.Simulator.FailNext(502);

        var sent = await Teams.ReplyAsync(new TurnReply("a", "Hello."), chat);

        sent.State.ShouldBe("sent");
        Posts(chat).ShouldBe(3);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task Replacing_may_be_repeated(int status)
    {
        var chat = await ChatAsync();
        var first = await Teams.ReplyAsync(new TurnReply("a", "One.") { Slot = "s" }, chat);
        Teams.Simulator.FailNext(status);

        var second = await Teams.ReplyAsync(new TurnReply("a", "Two.") { Slot = "s" }, chat);

        second.ShouldBe(("sent", first.PlatformId));
        Teams.Simulator.Shown[(chat, first.PlatformId!)]["text"]!.GetValue<string>().ShouldBe("Two.");
    }

    [Fact]
    public async Task A_message_whose_card_failed_goes_on_with_the_card()
    {
        var chat = await ChatAsync();
        Teams.Simulator.FailNext(201, """{"id":"500"}""");
        Teams.Simulator.FailNext(429, retryAfter: "0");

        var sent = await Teams.ReplyAsync(Receipt, chat);

        sent.State.ShouldBe("sent");
        sent.PlatformId.ShouldStartWith("500,");
        Posts(chat).ShouldBe(3); // text once, card twice
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain words")]
    [InlineData("<html></html>")]
    [InlineData("[]")]
    public async Task A_success_without_an_id_is_a_success(string body)
    {
        var chat = await ChatAsync();
        Teams.Simulator.FailNext(202, body);

        var sent = await Teams.ReplyAsync(new TurnReply("a", "Hello."), chat);

        sent.ShouldBe(("sent", null));
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"MessageWritesBlocked","message":"x"}}""")]
    [InlineData(403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":\"x\"}"}""")]
    [InlineData(404, """{"error":{"code":"ConversationNotFound","message":"x"}}""")]
    public async Task Where_we_are_blocked_nothing_more_is_sent_until_somebody_speaks(int status, string body)
    {
        var chat = await ChatAsync();
        Teams.Simulator.FailNext(status, body);

        await Teams.ReplyAsync(new TurnReply("a", "One."), chat);
        await Teams.ReplyAsync(new TurnReply("a", "Two."), chat);
        await Teams.PostAsync(An.Message("hello", "2", chat));
        var back = await Teams.ReplyAsync(new TurnReply("a", "Three."), chat);

        back.State.ShouldBe("sent");
        Posts(chat).ShouldBe(2); // One, Three
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        var chat = await ChatAsync();
        await Teams.ReplyAsync(new TurnReply("a", "One."), chat);
        var before = Teams.Simulator.TokenFetches;
        Teams.Simulator.ForgetTokens();

        var sent = await Teams.ReplyAsync(new TurnReply("a", "Two."), chat);
        var again = await Teams.ReplyAsync(new TurnReply("a", "Three."), chat);

        sent.State.ShouldBe("sent");
        again.State.ShouldBe("sent");
        (Teams.Simulator.TokenFetches - before).ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_stays_refused_ends_it()
    {
        var chat = await ChatAsync();
        Teams.Simulator.FailNext(401);
        Teams.Simulator.FailNext(401);

        (await Teams.ReplyAsync(new TurnReply("a", "Hello."), chat)).State.ShouldBe("failed");
    }

    [Fact]
    public async Task A_long_answer_becomes_several_messages_in_order()
    {
        var chat = await ChatAsync();
        var text = string.Join("\n\n", Enumerable.Range(1, 300).Select(i => $"Paragraph {i}: {new string('x', 80)}"));

        var sent = await Teams.ReplyAsync(new TurnReply("a", text), chat);

        var ids = sent.PlatformId!.Split(',');
        ids.Length.ShouldBe(3);
        string.Join("\n\n", ids.Select(id => Teams.Simulator.Shown[(chat, id)]["text"]!.GetValue<string>())).ShouldBe(text);
        ids.Count(id => Teams.Simulator.Shown[(chat, id)]["channelData"] is not null).ShouldBe(1); // one thumb for all
    }

    [Fact]
    public async Task Working_is_shown_as_typing_and_never_fails()
    {
        var chat = await ChatAsync();
        var channel = Channel();
        var place = new ReplyAddress("msteams", HardE.Simulators.TeamsConnectorSimulator.Tenant, chat);
        Teams.Simulator.FailNext(500);

        await channel.ShowWorkingAsync(place, default);
        await channel.ShowWorkingAsync(place, default);
        await channel.ShowWorkingAsync(place with { Place = "a:never-seen" }, default);

        Teams.Simulator.Calls.Count(c => c.Path.Contains(chat, StringComparison.Ordinal) && IsTyping(c.Body)).ShouldBe(2);
    }

    [Fact]
    public async Task A_place_where_we_never_were_is_missing()
    {
        var sent = await Teams.ReplyAsync(new TurnReply("a", "Hello?"), An.NewChat());

        sent.State.ShouldBe("failed");
    }

    private static bool IsTyping(JsonNode? body) => body?["type"]?.GetValue<string>() == "typing";

    private IChannel Channel() =>
        ((IEnumerable<IChannel>)Teams.Services.GetService(typeof(IEnumerable<IChannel>))!).Single(c => c.Name == "msteams");

    private int Posts(string chat) => Teams.Simulator.Messages.Count(c => c.Method == "POST" && c.Path.Contains(chat, StringComparison.Ordinal));

    private async Task<string> ChatAsync()
    {
        var chat = An.NewChat();
        await Teams.PostAsync(An.Message("hello", conversation: chat));
        return chat;
    }
}
