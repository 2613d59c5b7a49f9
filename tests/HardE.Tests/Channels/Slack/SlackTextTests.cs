using HardE.Bot.Channels.Slack;

namespace HardE.Tests.Channels.Slack;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("<@U0BOT> find John", "find John")]
    [InlineData("<@U0BOT|hard-e>: find John", "find John")]
    [InlineData("please find John <@U0BOT>", "please find John")]
    [InlineData("<@U0BOT>", "")]
    [InlineData("ask <@U0OTHER> or <@U0THIRD|ann>", "ask <@U0OTHER> or @ann")]
    [InlineData("call <tel:+12015550123|201-555-0123>", "call 201-555-0123")]
    [InlineData("mail <mailto:sarah@example.com|sarah@example.com>", "mail sarah@example.com")]
    [InlineData("see <https://example.com/a?b=1&amp;c=2>", "see https://example.com/a?b=1&c=2")]
    [InlineData("see <https://example.com|the page>", "see the page (https://example.com)")]
    [InlineData("<#C0LEADS|leads> <!here> <!subteam^S1|@sales> <!date^1700000000^{date}|Nov 14>", "#leads @here @sales Nov 14")]
    [InlineData("R&amp;D 5 &lt; 6 &amp;lt; stays", "R&D 5 < 6 &lt; stays")]
    [InlineData("nul\u0000 bell\u0007 tab\tline\nend", "nul bell tab\tline\nend")]
    [InlineData("مرحبا 🏠", "مرحبا 🏠")]
    [InlineData("", "")]
    public void Markup_becomes_what_the_person_said(string text, string said) => SlackText.Plain(text, "U0BOT").ShouldBe(said);

    [Theory]
    [InlineData("<@U0SOMEONE> what do you think?", true)]
    [InlineData("<!here> look", true)]
    [InlineData("<!subteam^S1|@sales>", true)]
    [InlineData("&lt;@U0SOMEONE&gt; in words", false)]
    [InlineData("plain", false)]
    public void Messages_to_others_are_recognised(string text, bool toOthers) => SlackText.MentionsAnyone(text).ShouldBe(toOthers);

    [Theory]
    [InlineData("token xoxb-1-2-abcDEF stays out", "token [redacted] stays out")]
    [InlineData("xapp-1-A-2-f and xoxe.xoxb-1-x", "[redacted] and [redacted]")]
    [InlineData("posted to https://hooks.slack.com/actions/T/1/x", "posted to [redacted]")]
    public void Logs_hold_no_secret(string text, string logged) => SlackErrors.Redact(text).ShouldBe(logged);
}
