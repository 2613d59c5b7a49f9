using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Agents.Triage;

/// <summary>A message as the router reads it: folded, cut to a sensible length, in words whose shapes are named.</summary>
public sealed partial class Utterance
{
    private const int HeadLength = 1200;
    private const int TailLength = 400;

    public Utterance(string text)
    {
        var cut = Cut(text);
        Folded = Fold(cut);
        Names = NamesIn(cut);
        Words = Split(Shapes(Folded));
    }

    /// <summary>Small letters without accents, plain quotes, single spaces; what the cues look at.</summary>
    public string Folded { get; }

    /// <summary>Words; numbers, phones, addresses of e-mail and the like are one word each, named for their shape.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Words that look like names, folded: a capital letter where no sentence starts.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>True when a letter or digit was written at all.</summary>
    public bool SaysSomething => Words.Any(w => w.Any(char.IsLetterOrDigit));

    // The task stands at the beginning or the end of a long message, what was pasted stands between.
    private static string Cut(string text) =>
        text.Length <= HeadLength + TailLength ? text : $"{text[..HeadLength]} … {text[^TailLength..]}";

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            var kind = char.GetUnicodeCategory(c);
            if (kind is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Surrogate)
            {
                continue;
            }

            folded.Append(c switch
            {
                '\u2018' or '\u2019' or '`' or '\u02BC' => '\'',
                '\u201C' or '\u201D' => '"',
                '\u2013' or '\u2014' or '\u2212' => '-',
                '\u00D7' => 'x',
                _ when char.IsControl(c) => ' ',
                _ => char.ToLowerInvariant(c),
            });
        }

        return Spaces().Replace(folded.ToString(), " ").Trim();
    }

    private static string Shapes(string text)
    {
        text = Email().Replace(text, " #email ");
        text = Phone().Replace(text, " #phone ");
        text = JobNumber().Replace(text, " #jobno ");
        text = Target().Replace(text, " #target ");
        text = Pitch().Replace(text, " #pitch ");
        text = Dimensions().Replace(text, " #dims ");
        text = Street().Replace(text, " #street ");
        text = Money().Replace(text, " #money ");
        text = Percent().Replace(text, " #percent ");
        text = Zip().Replace(text, " #zip ");
        return Number().Replace(text, " #num ");
    }

    private static HashSet<string> NamesIn(string text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match found in Capital().Matches(text))
        {
            var word = found.Groups[1].Value.ToLowerInvariant();
            if (Lexicon.FamilyOf(word) is null)
            {
                names.Add(word);
                names.Add(found.Value.ToLowerInvariant());
            }
        }

        return names;
    }

    private static List<string> Split(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[a-z0-9._%+\-]+@[a-z0-9.\-]+\.[a-z]{2,}")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<!\d)(\+?1[\s.\-]?)?(\(\d{3}\)\s?|\d{3}[\s.\-])?\d{3}[\s.\-]\d{4}(?!\d)|(?<!\d)\d{10}(?!\d)|(\b(zero|oh|one|two|three|four|five|six|seven|eight|nine)\b[\s,\-]*){7,}")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b\d{4}-\d{3}-\d{2}\b")]
    private static partial Regex JobNumber();

    [GeneratedRegex("@(customer|job):\\S+|@\"[^\"]{2,60}\"|@[a-z]+_[a-z]+\\b|<@[a-z0-9]+>")]
    private static partial Regex Target();

    [GeneratedRegex(@"\b\d{1,2}(\.5)?\s?(/|on|in|over)\s?12\b|\b\d{1,2}[\s\-]pitch\b|\bpitch( of)? \d{1,2}\b")]
    private static partial Regex Pitch();

    [GeneratedRegex(@"\b\d+([ \-]\d/\d)?([.,]\d+)?\s?('|ft|feet|in|"")?\s?(x|by)\s?\d+([ \-]\d/\d)?([.,]\d+)?\b")]
    private static partial Regex Dimensions();

    [GeneratedRegex(@"\b\d{1,5}(-\d{1,3})?\s+([a-z.]+\s+){1,3}(st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|ct|court|pl|place|way|ter|terrace|cir|circle|pkwy|hwy|sq)\b\.?")]
    private static partial Regex Street();

    [GeneratedRegex(@"\$\s?\d[\d,]*(\.\d+)?k?|\b\d{1,3}(,\d{3})+(\.\d+)?\b|\b\d+(\.\d+)?\s?(dollars|bucks|grand)\b")]
    private static partial Regex Money();

    [GeneratedRegex(@"\b\d+(\.\d+)?\s?(%|percent\b|points?\b)")]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b\d{5}(-\d{4})?\b")]
    private static partial Regex Zip();

    [GeneratedRegex(@"(?<![a-z#])\.?\d+([.,/]\d+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[\p{L}\d,]'?s? )\b(\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)?)(?:'s)?\b")]
    private static partial Regex Capital();

    [GeneratedRegex(@"#[a-z]+|[\p{L}\d]+('[a-z]+)?|[?!]")]
    private static partial Regex Word();
}
