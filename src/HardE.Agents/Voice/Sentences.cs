using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Agents.Voice;

/// <summary>Cleans written text and cuts it into sentences a voice can speak and a caption can show.</summary>
public static partial class Sentences
{
    /// <summary>Longest sentence in UTF-16 units; a longer one is cut at a pause.</summary>
    public const int Longest = 300;

    private static readonly HashSet<string> NeverLast = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "st", "mt", "prof", "rev", "gen", "sgt", "e.g", "i.e", "vs", "no", "approx", "sq", "ft", "fig",
    };

    private static readonly HashSet<string> SometimesLast = new(StringComparer.OrdinalIgnoreCase)
    {
        "jr", "sr", "inc", "co", "corp", "ltd", "etc", "ave", "rd", "blvd", "ln", "hwy", "in", "lb", "a.m", "p.m", "u.s",
    };

    /// <summary>Cleans and cuts; blank lines always part sentences.</summary>
    /// <returns>Nothing empty, nothing above <see cref="Longest"/>; together they are the cleaned text.</returns>
    public static IReadOnlyList<string> Split(string text)
    {
        var found = new List<string>();
        foreach (var paragraph in BlankLine().Split(text.ReplaceLineEndings("\n")))
        {
            foreach (var sentence in SplitParagraph(Clean(paragraph)))
            {
                found.AddRange(Cut(sentence, Longest));
            }
        }

        return found;
    }

    /// <summary>Composed characters (NFC), straight quotes, one space between words, no control characters, no Markdown.</summary>
    public static string Clean(string text)
    {
        var plain = Link().Replace(text.Replace('\uFFFD', ' '), "$1");
        plain = LineMark().Replace(plain, "");
        plain = Emphasis().Replace(plain, "");
        var clean = new StringBuilder(plain.Length);
        foreach (var rune in plain.EnumerateRunes()) // half a surrogate pair comes out as U+FFFD
        {
            clean.Append(rune.Value switch
            {
                0x2018 or 0x2019 or 0x201B => "'",
                0x201C or 0x201D => "\"",
                0x2026 => "...",
                0xFFFD => "",
                _ when Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format && rune.Value != 0x200D => " ",
                _ => rune.ToString(),
            });
        }

        return Spaces().Replace(clean.ToString().Normalize(NormalizationForm.FormC), " ").Trim();
    }

    /// <summary>Cuts a text into pieces at a pause: semicolon, colon, dash, comma, else a space; inside a word only when it alone is too long.</summary>
    public static IEnumerable<string> Cut(string text, int longest)
    {
        var rest = text.Trim();
        while (rest.Length > longest)
        {
            var at = Pause(rest, longest);
            yield return rest[..at].TrimEnd();
            rest = rest[at..].TrimStart();
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    private static int Pause(string text, int longest)
    {
        foreach (var mark in (string[])["; ", ": ", " - ", " \u2013 ", "\u2014", ", ", " "])
        {
            var at = text.LastIndexOf(mark, longest - 1, StringComparison.Ordinal);
            if (at > longest / 3 || (at > 0 && mark == " "))
            {
                return at + mark.TrimEnd().Length;
            }
        }

        var (end, next) = (0, StringInfo.GetNextTextElementLength(text));
        while (end + next <= longest)
        {
            end += next;
            next = StringInfo.GetNextTextElementLength(text.AsSpan(end));
        }

        return end > 0 ? end : longest - (char.IsHighSurrogate(text[longest - 1]) ? 1 : 0);
    }

    private static IEnumerable<string> SplitParagraph(string text)
    {
        var start = 0;
        foreach (var end in SentenceEnd().Matches(text).Where(m => IsEnd(text, m)).Select(m => m.Index + m.Length))
        {
            yield return text[start..end].Trim();
            start = end;
        }

        if (start < text.Length && text[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    private static bool IsEnd(string text, Match mark)
    {
        if (mark.Value[0] != '.' || mark.Index == 0)
        {
            return true;
        }

        var wordStart = text.LastIndexOfAny([' ', '(', '"'], mark.Index - 1) + 1;
        var word = text[wordStart..mark.Index];
        var next = mark.Index + mark.Length + 1 < text.Length ? text[mark.Index + mark.Length + 1] : 'A';
        var initial = word.Length == 1 && char.IsUpper(word[0]) && word != "I";
        return !NeverLast.Contains(word) && !initial && (char.IsUpper(next) || !SometimesLast.Contains(word) && !char.IsLower(next));
    }

    [GeneratedRegex(@"\n[ \t]*\n\s*")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"!?\[([^\]\n]*)\]\([^)\n]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^[ \t]*(#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|```.*$)", RegexOptions.Multiline)]
    private static partial Regex LineMark();

    [GeneratedRegex(@"\*+|`+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[.!?]+[""')\]]*(?=\s|$)")]
    private static partial Regex SentenceEnd();
}
