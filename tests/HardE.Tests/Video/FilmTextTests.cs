using HardE.Agents.Voice;
using HardE.Jobs.Video;

namespace HardE.Tests.Video;

public sealed class FilmTextTests
{
    private static readonly AudioClip Voice = new("voice.wav", AudioFormat.Wav, 48_000, 1, 48_000 * 20, "");

    [Fact]
    public void The_film_shows_customer_company_section_numbers_and_captions()
    {
        var ass = Write("Jordan Sample", "What to expect");

        ass.ShouldContain("Jordan Sample");
        ass.ShouldContain("Sample Exteriors");
        ass.ShouldContain("PART 1 OF 1");
        ass.ShouldContain("What to expect");
        ass.ShouldContain("Hello, Jordan.");
        ass.ShouldContain("Questions? Call 201-555-0100");
        ass.ShouldContain("Made by a computer.");
    }

    [Theory]
    [InlineData(@"{\p1}m 0 0{\p0}", "p1 m 0 0 p0")]
    [InlineData("Smith\r\nDialogue: 0,0:00:00.00", "Smith Dialogue: 0,0:00:00.00")]
    [InlineData(@"a\Nb\hc", "a Nb hc")]
    [InlineData("100%: it's, \"fine\"", "100%: it's, \"fine\"")]
    [InlineData("O'Neil \U0001F3E0 home", "O'Neil home")]
    [InlineData("Nguy\u1EC5n", "Nguy\u1EC5n")]
    [InlineData("   ", "")]
    public void Users_text_is_drawn_and_never_obeyed(string text, string drawn) => FilmText.Drawable(text, 100).ShouldBe(drawn);

    [Fact]
    public void A_hostile_name_adds_no_line_and_no_tag()
    {
        var normal = Write("Jordan", "Title");
        var hostile = Write("{\\b1}Jor\ndan\nStyle: X\u2028Dialogue: 9", "{\\clip(0,0,1,1)}Title\r\n[Events]");

        hostile.Split('\n').Length.ShouldBe(normal.Split('\n').Length);
        hostile.ShouldNotContain(@"\clip");
        hostile.ShouldNotContain(@"{\b1}");
    }

    [Fact]
    public void A_very_long_name_is_shortened_with_an_ellipsis()
    {
        var drawn = FilmText.Drawable(string.Concat(Enumerable.Repeat("Wolfeschlegelstein ", 20)), 60);

        drawn.Length.ShouldBeLessThanOrEqualTo(60);
        drawn.ShouldEndWith("\u2026");
    }

    private static string Write(string customer, string title)
    {
        NarratedSection[] sections = [new(title, 2, 20, [new("Hello, Jordan.", 3, 4)])];
        var plan = new VideoPlan(customer, new Brand("Sample Exteriors", "#12304A", "201-555-0100"), Voice, sections) { Footnote = "Made by a computer." };
        return new FilmText(plan, Palette.From("#12304A"), 152).Write(2, 18, Captions.From(sections));
    }
}
