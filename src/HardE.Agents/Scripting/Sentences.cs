using System.Text.RegularExpressions;

namespace HardE.Agents.Scripting;

/// <summary>Counts what a voice will say: sentences and words.</summary>
internal static partial class Sentences
{
    /// <summary>Ends at a full stop, question or exclamation mark that is followed by space or the end.</summary>
    public static IReadOnlyList<string> Split(string text) =>
        [.. Ends().Split(text).Select(s => s.Trim()).Where(s => s.Length > 0)];

    public static int CountWords(string text) => Words().Count(text);

    public static IEnumerable<string> WordsOf(string text) => Words().Matches(text).Select(m => m.Value);

    /// <summary>One space between words, none before a mark, and a capital at the start of each sentence.</summary>
    public static string Tidy(string text)
    {
        var single = Spaces().Replace(text.Trim(), " ");
        return Starts().Replace(single, m => m.Groups["before"].Value + char.ToUpperInvariant(m.Groups["letter"].Value[0]));
    }

    [GeneratedRegex(@"(?<=[.?!][""”]?)\s+|\n{2,}")]
    private static partial Regex Ends();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*")]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<before>^|[.?!]\s+)(?<letter>\p{Ll})")]
    private static partial Regex Starts();
}
