using FsCheck;
using FsCheck.Fluent;
using HardE.Agents.Voice;

namespace HardE.Tests.Voice;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Hello Jordan. Thank you for calling!", "Hello Jordan.", "Thank you for calling!")]
    [InlineData("Mr. and Mrs. Smith live on St. Paul St. near us.", "Mr. and Mrs. Smith live on St. Paul St. near us.")]
    [InlineData("We ask, e.g. about vents. Then we go.", "We ask, e.g. about vents.", "Then we go.")]
    [InlineData("It is 3.5 miles. See example.com for more.", "It is 3.5 miles.", "See example.com for more.")]
    [InlineData("We come at 9 a.m. on Tuesday. Fine?", "We come at 9 a.m. on Tuesday.", "Fine?")]
    [InlineData("We come at 9 a.m. Please move the car.", "We come at 9 a.m.", "Please move the car.")]
    [InlineData("J. Smith said \"It leaks.\" We looked.", "J. Smith said \"It leaks.\"", "We looked.")]
    [InlineData("Ready? (Not yet.) Go on...", "Ready?", "(Not yet.)", "Go on...")]
    [InlineData("So can you and I. Then call.", "So can you and I.", "Then call.")]
    [InlineData("First part\n\nsecond part", "First part", "second part")]
    [InlineData("", new string[0])]
    [InlineData(" \n \u0007 \n", new string[0])]
    public void Text_is_cut_where_a_person_would_breathe(string text, params string[] sentences) =>
        Sentences.Split(text).ShouldBe(sentences);

    [Theory]
    [InlineData("**Bold** and _soft_ `code`", "Bold and soft code")]
    [InlineData("# Heading", "Heading")]
    [InlineData("- one\n- two", "one two")]
    [InlineData("See [our page](https://example.com/a) now", "See our page now")]
    [InlineData("\u201CIt\u2019s\u201D a\u00A0test\u2026", "\"It's\" a test...")]
    [InlineData("Jose\u0301", "Jos\u00E9")]
    [InlineData("a\u0000b\u200Bc", "a b c")]
    [InlineData("file_name_here stays", "file_name_here stays")]
    public void Markdown_and_odd_signs_are_cleaned_away(string text, string clean) => Sentences.Clean(text).ShouldBe(clean);

    [Fact]
    public void A_long_sentence_is_cut_at_its_pauses()
    {
        var text = string.Concat(Enumerable.Repeat("we look at the gutters and the siding, ", 12)) + "and that is all.";

        var pieces = Sentences.Split(text);

        pieces.Count.ShouldBeGreaterThan(1);
        pieces.SkipLast(1).ShouldAllBe(p => p.EndsWith(','));
    }

    [Fact]
    public void Nothing_of_any_text_is_lost_and_no_piece_is_empty_or_too_long() => Check.QuickThrowOnFailure(
        Prop.ForAll<string[], string>((words, odd) =>
        {
            var text = string.Join(' ', (words ?? []).Append(odd).Append("Emoji \U0001F3E0\U0001F44D\U0001F3FD. e\u0301e\u0301 ok"));
            var pieces = Sentences.Split(text);
            return pieces.All(p => p.Length is > 0 and <= Sentences.Longest && p.Trim() == p)
                && Letters(string.Concat(pieces)) == Letters(string.Concat(Paragraphs(text).Select(Sentences.Clean)))
                && pieces.SequenceEqual(Sentences.Split(text));
        }));

    [Fact]
    public void A_cut_never_parts_what_belongs_to_one_character() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(0, 40).Select(n => n + 12).ToArbitrary(), limit =>
        {
            var text = string.Concat(Enumerable.Repeat("\U0001F468\u200D\U0001F469\u200D\U0001F467e\u0301n\u0303", 30)); // a family and accents, no space
            return Sentences.Cut(text, limit).All(p =>
                p.Length <= limit && !char.IsLowSurrogate(p[0]) && !char.IsHighSurrogate(p[^1]) && p[0] is not ('\u0301' or '\u0303' or '\u200D'));
        }));

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string[] Paragraphs(string text) => [.. System.Text.RegularExpressions.Regex.Split(text.ReplaceLineEndings("\n"), @"\n[ \t]*\n\s*")];
}
