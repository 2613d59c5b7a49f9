using HardE.Bot.Channels.Teams;

namespace HardE.Tests.Channels.Teams;

/// <summary>Texts as Teams shows them, and the limits we keep to.</summary>
public sealed class TextAndPaceTests
{
    [Theory]
    [InlineData("**bold** and _italic_ [link](https://example.com) `code`", "**bold** and _italic_ [link](https://example.com) `code`")]
    [InlineData("# Title\ntext", "**Title**\ntext")]
    [InlineData("### **Title** ###", "**Title**")]
    [InlineData("![roof](https://example.com/r.png)", "[roof](https://example.com/r.png)")]
    [InlineData("| Item | Price |\n|------|------:|\n| Gutter | $6.85 |", "Item · Price\nGutter · $6.85")]
    [InlineData("<at>Everyone</at> <b>x</b>", "&lt;at>Everyone&lt;/at> &lt;b>x&lt;/b>")]
    [InlineData("```\n| a | b |\n# no title <x>\n```", "```\n| a | b |\n# no title <x>\n```")]
    [InlineData("```\nopen", "```\nopen\n```")]
    [InlineData("a\n\n\n\n\nb", "a\n\nb")]
    [InlineData("> quote\n- one\n- two\n1. first", "> quote\n- one\n- two\n1. first")]
    [InlineData("a\u0000\u0007b", "ab")]
    public void Markdown_is_brought_to_what_teams_shows(string markdown, string shown) => TeamsText.Clean(markdown).ShouldBe(shown);

    [Fact]
    public void Long_texts_are_cut_between_paragraphs_lines_words_and_never_in_a_letter()
    {
        var paragraphs = string.Join("\n\n", Enumerable.Repeat(new string('p', 5_000), 5));
        var words = string.Join(' ', Enumerable.Repeat("word", 6_000));
        var faces = string.Concat(Enumerable.Repeat("😀", 13_000));

        TeamsText.Pages(paragraphs).Select(p => p.Length).ShouldBe([10_002, 10_002, 5_000]);
        TeamsText.Pages(words).ShouldAllBe(p => p.Length <= 12_000 && p.StartsWith("word", StringComparison.Ordinal) && p.EndsWith("word", StringComparison.Ordinal));
        TeamsText.Pages(faces).ShouldAllBe(p => p.Length <= 12_000 && !char.IsLowSurrogate(p[0]));
        string.Concat(TeamsText.Pages(faces)).ShouldBe(faces);
        TeamsText.Pages("  \n ").ShouldBeEmpty();
    }

    [Fact]
    public async Task Five_messages_a_second_go_at_once_and_the_sixth_waits()
    {
        var clock = new SteppingTime();
        var pace = new SendPace(clock);
        for (var i = 0; i < 5; i++)
        {
            await pace.WaitAsync("a", default);
        }

        clock.Waits.ShouldBeEmpty();
        await pace.WaitAsync("b", default); // another conversation has its own count
        clock.Waits.ShouldBeEmpty();
        await pace.WaitAsync("a", default);

        clock.Waits.ShouldBe([TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task No_window_ever_holds_more_than_it_may()
    {
        var clock = new SteppingTime();
        var pace = new SendPace(clock);
        var sent = new List<DateTimeOffset>();
        for (var i = 0; i < 200; i++)
        {
            await pace.WaitAsync("a", default);
            sent.Add(clock.GetUtcNow());
        }

        foreach (var at in sent)
        {
            sent.Count(s => s > at - TimeSpan.FromSeconds(1) && s <= at).ShouldBeLessThanOrEqualTo(5);
            sent.Count(s => s > at - TimeSpan.FromSeconds(30) && s <= at).ShouldBeLessThanOrEqualTo(42);
        }
    }

    /// <summary>A clock on which every wait is over at once, and counted.</summary>
    private sealed class SteppingTime : TimeProvider
    {
        private DateTimeOffset now = A.Tuesday;

        public List<TimeSpan> Waits { get; } = [];

        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            now += dueTime;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
