using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack;
using HardE.Simulators;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Channels.Slack;

/// <summary>The way out: what people see after refusals, lost answers and rate limits.</summary>
public sealed class SlackChannelTests
{
    private static readonly ReplyAddress Thread = new("slack", SlackSimulator.Team, SlackHost.Channel, "1700000001.000100");

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_found_again_and_not_repeated()
    {
        await using var host = await SlackHost.StartAsync();
        var message = Message("m1", new TurnReply("x", "hello"));
        for (var i = 0; i < 5; i++)
        {
            await Channel(host).SendAsync(Message($"before-{i}", new TurnReply("x", "older")), default);
        }

        host.Slack.LoseAnswer("chat.postMessage");
        var lost = await Should.ThrowAsync<ServiceException>(Channel(host).SendAsync(message, default));
        var ts = await Channel(host).SendAsync(message with { MaybeSent = true }, default);

        lost.MaybeDone.ShouldBeTrue();
        lost.Failure.ShouldBe(Failure.Transient);
        var post = host.Slack.Seen.Where(p => p["text"]!.GetValue<string>() == "hello").ShouldHaveSingleItem();
        ts.ShouldBe(post["ts"]!.GetValue<string>());
        host.Slack.CallsOf("conversations.replies").Count.ShouldBe(3); // two a page: the cursor is followed
    }

    [Fact]
    public async Task After_a_restart_only_the_missing_parts_are_sent()
    {
        var parts = new TurnReply("x", string.Join("\n\n", Enumerable.Range(0, 3).Select(i => i + new string('x', 10_000))));
        await using var host = await SlackHost.StartAsync();
        host.Slack.LoseAnswer("chat.postMessage");
        await Should.ThrowAsync<ServiceException>(Channel(host).SendAsync(Message("m1", parts), default));

        // Another node, or this one after kill -9: nothing is remembered.
        var restarted = ActivatorUtilities.CreateInstance<SlackChannel>(host.Services);
        await restarted.SendAsync(Message("m1", parts) with { MaybeSent = true }, default);

        host.Slack.Seen.Select(p => p["text"]!.GetValue<string>()[0]).ShouldBe(['0', '1', '2']);
    }

    [Fact]
    public async Task A_rate_limit_says_when_to_come_back_and_nobody_calls_before()
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Limit("chat.postMessage", 7);

        var first = await Should.ThrowAsync<ServiceException>(Channel(host).SendAsync(Message("m1", new TurnReply("x", "a")), default));
        var second = await Should.ThrowAsync<ServiceException>(Channel(host).SendAsync(Message("m2", new TurnReply("x", "b")), default));

        first.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        first.MaybeDone.ShouldBeFalse();
        second.RetryAfter!.Value.ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(7));
        host.Slack.CallsOf("chat.postMessage").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Refused_blocks_are_drawn_plainer_and_tables_are_not_tried_again_there()
    {
        var table = new TurnReply("x", "Prices") { Parts = [new TablePart("Gutters", ["Item"], [["5 in"]])] };
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("chat.postMessage", "invalid_blocks");

        await Channel(host).SendAsync(Message("m1", table), default);
        await Channel(host).SendAsync(Message("m2", table), default);

        host.Slack.CallsOf("chat.postMessage").Select(c => c.Arguments["blocks"]!.ToJsonString().Contains("\"table\"", StringComparison.Ordinal))
            .ShouldBe([true, false, false]);
        host.Slack.Seen.Last()["text"]!.GetValue<string>().ShouldContain("5 in");
    }

    [Fact]
    public async Task When_no_blocks_are_taken_the_text_arrives()
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("chat.postMessage", "invalid_blocks");
        host.Slack.Refuse("chat.postMessage", "msg_blocks_too_long");

        await Channel(host).SendAsync(Message("m1", new TurnReply("x", "the text")), default);

        var post = host.Slack.Seen.ShouldHaveSingleItem();
        post["text"]!.GetValue<string>().ShouldBe("the text");
        post.ContainsKey("blocks").ShouldBeFalse();
    }

    [Theory]
    [InlineData("channel_not_found", Failure.Missing)]
    [InlineData("is_archived", Failure.Missing)]
    [InlineData("token_revoked", Failure.Refused)]
    [InlineData("missing_scope", Failure.Refused)]
    [InlineData("internal_error", Failure.Transient)]
    public async Task Refusals_say_what_kind_they_are(string error, Failure failure)
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("chat.postMessage", error);

        var refused = await Should.ThrowAsync<ServiceException>(Channel(host).SendAsync(Message("m1", new TurnReply("x", "a")), default));

        refused.Failure.ShouldBe(failure);
    }

    [Fact]
    public async Task A_card_is_replaced_in_place_and_posted_anew_when_it_is_gone()
    {
        await using var host = await SlackHost.StartAsync();
        var ts = await Channel(host).SendAsync(Message("m1", new TurnReply("x", "one")), default);

        await Channel(host).SendAsync(Message("m2", new TurnReply("x", "two")) with { Replaces = ts }, default);
        await Channel(host).SendAsync(Message("m3", new TurnReply("x", "three")) with { Replaces = "1.1" }, default);

        host.Slack.Seen.Select(p => p["text"]!.GetValue<string>()).ShouldBe(["two", "three"]);
    }

    [Fact]
    public async Task Sound_is_uploaded_once_into_the_thread_and_seen_there()
    {
        await using var host = await SlackHost.StartAsync();
        await SaveSoundAsync(host);
        var message = Message("m1", new TurnReply("x", "Here") { Parts = [new AudioPart("a/1.mp3", "script.mp3", 3, "Hello")] });

        await Channel(host).SendAsync(message, default);
        await ActivatorUtilities.CreateInstance<SlackChannel>(host.Services).SendAsync(message with { MaybeSent = true }, default);

        var file = host.Slack.Seen.Where(p => p["kind"]!.GetValue<string>() == "file").ShouldHaveSingleItem();
        file["thread_ts"]!.GetValue<string>().ShouldBe(Thread.Thread);
        file["bytes"]!.GetValue<int>().ShouldBe(5000);
        string[] formOnly = ["files.getUploadURLExternal", "files.info", "users.info", "conversations.replies"];
        host.Slack.Calls.ShouldAllBe(c => c.Json != formOnly.Contains(c.Method));
    }

    [Fact]
    public async Task An_upload_address_of_another_host_gets_no_bytes()
    {
        await using var host = await SlackHost.StartAsync(settings: new Dictionary<string, string?> { ["Slack:FileHosts:0"] = "files.slack.com" });
        await SaveSoundAsync(host);

        var refused = await Should.ThrowAsync<ServiceException>(Channel(host).SendAsync(
            Message("m1", new TurnReply("x", "Here") { Parts = [new AudioPart("a/1.mp3", "script.mp3", 3, "Hello")] }), default));

        refused.Failure.ShouldBe(Failure.BadReply);
    }

    [Fact]
    public async Task Links_in_answers_are_not_unfolded_and_the_working_sign_never_fails_a_turn()
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("assistant.threads.setStatus", "feature_disabled");

        await Channel(host).ShowWorkingAsync(Thread, default);
        await Channel(host).ShowWorkingAsync(Thread, default);
        await Channel(host).SendAsync(Message("m1", new TurnReply("x", "https://example.com")), default);

        host.Slack.CallsOf("assistant.threads.setStatus").Count.ShouldBe(1);
        host.Slack.Seen.Last()["unfurl_links"]!.GetValue<bool>().ShouldBeFalse();
    }

    private static SlackChannel Channel(SlackHost host) => host.Services.GetServices<IChannel>().OfType<SlackChannel>().Single();

    private static OutgoingMessage Message(string id, TurnReply reply) => new(id, Thread, reply, null, MaybeSent: false);

    private static async Task SaveSoundAsync(SlackHost host)
    {
        using var sound = new MemoryStream(new byte[5000]);
        await host.Services.GetRequiredService<IFileStore>().SaveAsync(Tenants.Default, "a/1.mp3", sound, default);
    }
}
