using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Markdown as Teams' messages show it: bold, italic, lists, links and code stay; headings, tables and pictures, which
/// it does not show dependably, become plain lines. Long texts are cut between paragraphs.
/// </summary>
internal static partial class TeamsText
{
    public const int MostCharacters = 12_000;

    /// <returns>One text a message; empty when there is nothing to say.</returns>
    public static IReadOnlyList<string> Pages(string markdown) => Split(Clean(markdown), MostCharacters);

    /// <summary>Cuts between paragraphs, else lines, else words; never inside a letter.</summary>
    public static IReadOnlyList<string> Split(string text, int most)
    {
        var pages = new List<string>();
        while (text.Length > most)
        {
            var end = Cut(text, most);
            pages.Add(text[..end].TrimEnd());
            text = text[end..].TrimStart();
        }

        return text.Length > 0 ? [.. pages, text] : pages;
    }

    public static string Clean(string markdown)
    {
        var result = new StringBuilder(markdown.Length);
        var inCode = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                inCode = !inCode;
                result.Append(line).Append('\n');
            }
            else if (inCode || !TableRule().IsMatch(line))
            {
                result.Append(inCode ? line : Line(line)).Append('\n');
            }
        }

        if (inCode)
        {
            result.Append("```\n"); // what is open must not swallow the next message
        }

        return BlankLines().Replace(result.ToString(), "\n\n").Trim();
    }

    private static string Line(string line)
    {
        var plain = Safe(Picture().Replace(line, "[$1]($2)"));
        if (Heading().Match(plain) is { Success: true } heading)
        {
            return $"**{heading.Groups[1].Value.Trim().Trim('*')}**";
        }

        return TableRow().IsMatch(plain)
            ? string.Join(" · ", plain.Trim().Trim('|').Split('|').Select(c => c.Trim()).Where(c => c.Length > 0))
            : plain;
    }

    /// <summary>Tags would be read as HTML, and <c>&lt;at&gt;</c> as a mention.</summary>
    private static string Safe(string line)
    {
        var result = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (c == '<')
            {
                result.Append("&lt;");
            }
            else if (!char.IsControl(c) || c == '\t')
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    /// <summary>After the last paragraph that fits, else the last line, the last word, or a whole character.</summary>
    private static int Cut(string text, int most)
    {
        foreach (var mark in new[] { "\n\n", "\n", " " })
        {
            var at = text.LastIndexOf(mark, most - 1, StringComparison.Ordinal);
            if (at > most / 2)
            {
                return at;
            }
        }

        return char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
    }

    [GeneratedRegex(@"^\s{0,3}#{1,6}\s+(.+?)\s*#*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"!\[([^\]]*)\]\(([^)\s]*)[^)]*\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"^\s*\|.*\|\s*$")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)+\|?\s*$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
