using FsCheck;
using FsCheck.Fluent;
using HardE.Bot.Channels.Slack;

namespace HardE.Tests.Channels.Slack;

public sealed class MrkdwnTests
{
    [Theory]
    [InlineData("**bold** and *italic* and ~~gone~~ and `code`", "*bold* and _italic_ and ~gone~ and `code`")]
    [InlineData("# Price **objection**", "*Price objection*")]
    [InlineData("- one\n- two\n  - deeper", "• one\n• two\n    • deeper")]
    [InlineData("3. three\n4. four", "3. three\n4. four")]
    [InlineData("> said", "> said")]
    [InlineData("[the page](https://example.com/a?b=1&c=2)", "<https://example.com/a?b=1&amp;c=2|the page>")]
    [InlineData("see https://example.com/x", "see <https://example.com/x|https://example.com/x>")]
    [InlineData("[run](javascript:alert(1))", "run")]
    [InlineData("![roof](https://example.com/r.png)", "<https://example.com/r.png|roof>")]
    [InlineData("un**bold**ed", "un\u200b*bold*\u200bed")]
    [InlineData("```\na < b\n```", "```\na &lt; b\n```")]
    [InlineData("R&D 5 < 6 > 4", "R&amp;D 5 &lt; 6 &gt; 4")]
    [InlineData("&lt;b&gt; stays", "&lt;b&gt; stays")]
    [InlineData("<b>html</b> is text", "&lt;b&gt;html&lt;/b&gt; is text")]
    [InlineData("first  \nsecond", "first\nsecond")]
    [InlineData("", "")]
    public void Markdown_becomes_mrkdwn(string markdown, string mrkdwn) => Mrkdwn.FromMarkdown(markdown).ShouldBe(mrkdwn);

    [Fact]
    public void A_table_becomes_plain_columns() =>
        Mrkdwn.FromMarkdown("| Item | Price |\n|---|---|\n| Gutter | $4 |").ShouldBe("```\nItem    Price\n------  -----\nGutter  $4\n```");

    [Theory]
    [InlineData("<!channel> wake up")]
    [InlineData("**<!here>**")]
    [InlineData("`<!everyone>`")]
    [InlineData("[x](<!channel>)")]
    [InlineData("[<!channel>](https://example.com)")]
    [InlineData("&lt;!channel&gt; <@U123> <!subteam^S1>")]
    [InlineData("| <!here> |\n|---|\n| <@U123> |")]
    [InlineData("<https://example.com|<!channel>>")]
    [InlineData("\\<!channel\\>")]
    public void Nobody_is_ever_pinged(string markdown)
    {
        var mrkdwn = Mrkdwn.FromMarkdown(markdown);

        mrkdwn.ShouldNotContain("<!");
        mrkdwn.ShouldNotContain("<@");
    }

    [Fact]
    public void Whatever_is_written_only_our_own_links_are_live() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text =>
        {
            var mrkdwn = Mrkdwn.FromMarkdown($"a {text.Get} <!channel> {text.Get}");
            return !mrkdwn.Contains("<!", StringComparison.Ordinal) && !mrkdwn.Contains("<@", StringComparison.Ordinal)
                && !mrkdwn.Contains("<#", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Deep_nesting_is_shown_as_it_is()
    {
        var deep = new string('>', 500) + " <!channel>";

        Mrkdwn.FromMarkdown(deep).ShouldNotContain("<!");
    }

    [Fact]
    public void Pieces_fit_and_nothing_is_lost_or_halved() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(), Gen.Choose(60, 400).ToArbitrary(),
        (text, most) =>
        {
            var long1 = Mrkdwn.FromMarkdown(string.Concat(Enumerable.Repeat($"{text.Get} & <x> 🏠 ", 60)));
            var pieces = Splitter.Split(long1, most);
            return pieces.All(p => p.Length <= most && !char.IsLowSurrogate(p[0]) && !char.IsHighSurrogate(p[^1]))
                && Letters(string.Concat(pieces)) == Letters(long1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cut_code_block_is_closed_and_opened_again()
    {
        var pieces = Splitter.Split("```\n" + string.Join('\n', Enumerable.Range(0, 200).Select(i => $"line {i}")) + "\n```", 500);

        pieces.Count.ShouldBeGreaterThan(2);
        pieces.ShouldAllBe(p => p.StartsWith("```") && p.EndsWith("```") && p.Length <= 500);
    }

    [Fact]
    public void A_link_or_an_entity_is_never_cut()
    {
        var text = string.Concat(Enumerable.Repeat("<https://example.com/abc|label>&amp;", 100));

        foreach (var piece in Splitter.Split(text, 101))
        {
            piece.Count(c => c == '<').ShouldBe(piece.Count(c => c == '>'));
            piece.Replace("&amp;", "", StringComparison.Ordinal).ShouldNotContain("&");
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '`'));
}
