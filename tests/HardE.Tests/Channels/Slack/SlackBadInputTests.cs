using HardE.Agents.Services;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack;
using HardE.Simulators;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Channels.Slack;

/// <summary>Refusals of the Web API and people who are no longer there.</summary>
public sealed class SlackBadInputTests
{
    private static readonly ReplyAddress Thread = new("slack", SlackSimulator.Team, SlackHost.Channel, "1700000001.000100");

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    [InlineData("missing_scope")]
    public async Task A_dead_token_is_refused_for_good_and_not_tried_again(string error)
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("chat.postMessage", error);

        var problem = await Should.ThrowAsync<ServiceException>(Channel(host).SendAsync(Message(new TurnReply("x", "hello")), default));

        problem.Failure.ShouldBe(Failure.Refused);
        problem.Message.ShouldContain(error);
        host.Slack.CallsOf("chat.postMessage").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("invalid_blocks")]
    [InlineData("msg_too_long")]
    [InlineData("msg_blocks_too_long")]
    public async Task What_slack_does_not_want_drawn_arrives_as_text(string error)
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("chat.postMessage", error);
        host.Slack.Refuse("chat.postMessage", error);

        await Channel(host).SendAsync(Message(new TurnReply("x", "Prices") { Parts = [new TablePart("Gutters", ["Item"], [["5 in <!channel>"]])] }), default);

        var seen = host.Slack.Seen.ShouldHaveSingleItem();
        seen["blocks"].ShouldBeNull();
        seen["text"]!.GetValue<string>().ShouldContain("5 in");
        seen["text"]!.GetValue<string>().ShouldNotContain("<!channel>");
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("is_restricted")]
    [InlineData("is_ultra_restricted")]
    [InlineData("is_stranger")]
    [InlineData("is_bot")]
    public async Task People_who_left_or_are_guests_hold_no_rights(string flag)
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Flags["U0SIMOLD0"] = flag;

        await host.EventAsync(SlackHost.Direct("move the Garcia job to sold", "1700000600.000100", "U0SIMOLD0"));
        await host.SeenAsync(1);

        host.Heard.ShouldHaveSingleItem().Speaker.Role.ShouldBe(Roles.Guest);
    }

    [Fact]
    public async Task An_unknown_user_holds_no_rights()
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("users.info", "user_not_found");

        await host.EventAsync(SlackHost.Direct("hello", "1700000610.000100", "U0SIMGONE"));
        await host.SeenAsync(1);

        host.Heard.ShouldHaveSingleItem().Speaker.Role.ShouldBe(Roles.Guest);
    }

    private static SlackChannel Channel(SlackHost host) => host.Services.GetServices<IChannel>().OfType<SlackChannel>().Single();

    private static OutgoingMessage Message(TurnReply reply) => new("m1", Thread, reply, null, MaybeSent: false);
}
