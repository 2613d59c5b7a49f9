using System.Text.Json.Nodes;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack;
using HardE.Simulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Channels.Slack;

/// <summary>Long answers word by word; whatever happens to the stream, the whole answer is there once.</summary>
public sealed class SlackStreamTests
{
    private static readonly ReplyAddress Thread = new("slack", SlackSimulator.Team, SlackHost.Channel, "1700000001.000100");
    private static readonly string Story = string.Join("\n\n", Enumerable.Range(1, 30).Select(i => $"Chapter {i}: the gutters run along the roof and down again."));

    [Fact]
    public async Task A_long_answer_appears_in_pieces_with_its_buttons_and_thumbs_at_the_end()
    {
        await using var host = await StartAsync();

        await Channel(host).SendAsync(Message("m1", WithCitations()), default);

        var seen = host.Slack.Seen.ShouldHaveSingleItem();
        seen["kind"]!.GetValue<string>().ShouldBe("stream");
        seen["open"]!.GetValue<bool>().ShouldBeFalse();
        seen["text"]!.GetValue<string>().ShouldBe(Story);
        seen["recipient_user_id"]!.GetValue<string>().ShouldBe(SlackSimulator.Rep);
        host.Slack.CallsOf("chat.appendStream").Count.ShouldBeGreaterThanOrEqualTo(3);
        seen["blocks"]!.AsArray().Select(b => b!["type"]!.GetValue<string>()).ShouldBe(["context", "context_actions"]);
    }

    [Fact]
    public async Task The_same_message_again_shows_nothing_new()
    {
        await using var host = await StartAsync();
        var first = await Channel(host).SendAsync(Message("m1", WithCitations()), default);

        var again = await ActivatorUtilities.CreateInstance<SlackChannel>(host.Services).SendAsync(Message("m1", WithCitations()) with { MaybeSent = true }, default);

        again.ShouldBe(first);
        host.Slack.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_stream_that_slack_ends_is_made_whole_in_its_place()
    {
        await using var host = await StartAsync();
        host.Slack.StreamBudget = 1;

        await Channel(host).SendAsync(Message("m1", WithCitations()), default);

        Whole(host.Slack.Seen.ShouldHaveSingleItem());
        host.Slack.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("chat.startStream")]
    [InlineData("chat.appendStream")]
    [InlineData("chat.stopStream")]
    public async Task A_lost_answer_anywhere_leaves_one_whole_message(string method)
    {
        await using var host = await StartAsync();
        host.Slack.LoseAnswer(method);
        var message = Message("m1", WithCitations());
        try
        {
            await Channel(host).SendAsync(message, default);
        }
        catch (ServiceException problem)
        {
            problem.Failure.ShouldBe(Failure.Transient);
            await ActivatorUtilities.CreateInstance<SlackChannel>(host.Services).SendAsync(message with { MaybeSent = true }, default);
        }

        Whole(host.Slack.Seen.ShouldHaveSingleItem());
        host.Slack.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restart_in_mid_stream_finishes_the_open_message()
    {
        await using var host = await StartAsync();
        var rows = host.Services.GetRequiredService<SlackStreamRows>();
        var segment = await rows.BeginAsync(Tenants.Default, "m1", 0, SlackHost.Channel, 0, default);
        var started = await host.Services.GetRequiredService<SlackApi>().WriteAsync(
            SlackSimulator.BotToken, "chat.startStream", new { channel = SlackHost.Channel, thread_ts = Thread.Thread, markdown_text = Story[..300] }, default);
        await rows.SetAsync(Tenants.Default, "m1", segment with { Ts = started.Text("ts")! }, default); // and then kill -9

        await Channel(host).SendAsync(Message("m1", WithCitations()) with { MaybeSent = true }, default);

        Whole(host.Slack.Seen.ShouldHaveSingleItem());
    }

    [Fact]
    public async Task After_four_minutes_the_rest_goes_on_in_a_second_message()
    {
        await using var host = await StartAsync();
        var time = new LeapingTime();
        for (var i = 0; i < 3; i++)
        {
            host.Slack.Limit("chat.appendStream", 100); // three rests of a hundred seconds: five minutes
        }

        await Streams(host, time).SendAsync(await TeamAsync(host), Message("m1", new TurnReply("x", Story)), new StreamedText(Story, []), fresh: true, default);

        var seen = host.Slack.Seen.ToArray();
        seen.Length.ShouldBe(2);
        seen.ShouldAllBe(s => !s["open"]!.GetValue<bool>());
        string.Concat(seen.Select(s => s["text"]!.GetValue<string>())).ShouldBe(Story);
    }

    [Fact]
    public async Task The_stop_button_ends_it_and_nothing_more_is_said()
    {
        await using var host = await StartAsync();
        var streams = Streams(host, new LeapingTime());
        host.Slack.Refuse("chat.appendStream", "stopped_by_user");

        await streams.SendAsync(await TeamAsync(host), Message("m1", new TurnReply("x", Story)), new StreamedText(Story, []), fresh: true, default);

        host.Slack.CallsOf("chat.appendStream").Count.ShouldBe(1);
        host.Slack.CallsOf("chat.update").ShouldBeEmpty();
        host.Slack.Seen.ShouldHaveSingleItem()["text"]!.GetValue<string>().Length.ShouldBeLessThan(Story.Length);
    }

    [Fact]
    public async Task A_workspace_without_streams_gets_the_answer_whole_and_is_not_asked_again()
    {
        await using var host = await StartAsync();
        host.Slack.Refuse("chat.startStream", "unknown_method");

        await Channel(host).SendAsync(Message("m1", WithCitations()), default);
        await Channel(host).SendAsync(Message("m2", WithCitations()), default);

        host.Slack.Seen.Count.ShouldBe(2);
        host.Slack.Seen.ShouldAllBe(s => s["kind"]!.GetValue<string>() == "post");
        host.Slack.CallsOf("chat.startStream").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("ping <!channel> and <@U1>", "ping <\u200b!channel> and <\u200b@U1>")]
    [InlineData("[a](javascript:x) [b](https://example.com/x) [c](mailto:a@example.com)", "[a] [b](https://example.com/x) [c](mailto:a@example.com)")]
    [InlineData("<javascript:alert(1)> <https://example.com>", "<\u200bjavascript:alert(1)> <https://example.com>")]
    public void Nothing_in_a_stream_is_live(string text, string quiet) => SlackStreamText.Quiet(text).ShouldBe(quiet);

    private static void Whole(JsonObject seen)
    {
        var shown = seen["blocks"] is { } blocks ? blocks.ToJsonString() : seen["text"]!.GetValue<string>();
        var text = seen["text"]!.GetValue<string>() + shown;
        Enumerable.Range(1, 30).ShouldAllBe(i => text.Contains($"Chapter {i}:"));
        seen["open"]!.GetValue<bool>().ShouldBeFalse();
        shown.ShouldContain("context_actions");
    }

    private static TurnReply WithCitations() => new("knowledge_agent", Story) { Parts = [new CitationsPart([new Citation("d1", "Gutters", "run along", null)])] };

    private static async Task<SlackHost> StartAsync()
    {
        var host = await SlackHost.StartAsync();
        await host.Services.GetRequiredService<SlackThreads>().NoteAsync(
            await TeamAsync(host), SlackHost.Channel, Thread.Thread!, new SlackThread(SlackSimulator.Rep, 0), default);
        return host;
    }

    private static async Task<SlackTeam> TeamAsync(SlackHost host) =>
        (await host.Services.GetRequiredService<SlackTeams>().FindAsync(SlackSimulator.Team, default))!;

    /// <summary>A writer of streams with a clock of its own.</summary>
    private static SlackStreams Streams(SlackHost host, TimeProvider time)
    {
        var options = host.Services.GetRequiredService<IOptions<SlackOptions>>();
        var api = new SlackApi(new HttpClient(), options, new SlackPauses(time), time, NullLogger<SlackApi>.Instance);
        var rows = new SlackStreamRows(host.Services.GetRequiredService<Database>(), time);
        return new SlackStreams(
            api, rows, new SlackStreamRepair(api, host.Services.GetRequiredService<SlackRooms>(), rows), host.Services.GetRequiredService<SlackThreads>(), options, time);
    }

    private static SlackChannel Channel(SlackHost host) => host.Services.GetServices<IChannel>().OfType<SlackChannel>().Single();

    private static OutgoingMessage Message(string id, TurnReply reply) => new(id, Thread, reply, null, MaybeSent: false);
}
