using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Agents.Knowledge;

/// <summary>Words for searching: lower case, numbers as digits, stems.</summary>
internal static partial class Tokens
{
    /// <summary>Stems in order; marks are dropped, <c>6/12</c> and <c>6 in 12</c> are the same word.</summary>
    public static IReadOnlyList<string> Of(string text) =>
        [.. Words().Matches(Prepare(text)).Select(m => Stemmer.Stem(m.Value))];

    private static string Prepare(string text)
    {
        var folded = text.Normalize(NormalizationForm.FormKC).Replace('’', '\'').ToLower(CultureInfo.InvariantCulture);
        folded = Pitch().Replace(NumberWords.ToFigures(folded), "pitch$1");
        folded = folded.Replace("%", " percent ", StringComparison.Ordinal).Replace("½", " half ", StringComparison.Ordinal);
        return Thousands().Replace(folded, "");
    }

    [GeneratedRegex(@"\.?\d+(?:\.\d+)?[a-z]*|[a-z\p{L}]+(?:'[a-z]+)?\d*")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(\d{1,2})\s*(?:/|-?in-?|\s+in\s+|-)\s*12\b")]
    private static partial Regex Pitch();

    [GeneratedRegex(@"(?<=\d),(?=\d{3})")]
    private static partial Regex Thousands();
}
