using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Capitals as people write them, where the writer used none or nothing else; mixed writing is kept.</summary>
internal static partial class TidyCase
{
    private static readonly HashSet<string> Particles = ["de", "la", "del", "der", "den", "van", "von", "da", "das", "dos", "di", "du", "le", "y", "bin", "al", "ter", "te"];

    /// <summary>A person's name: O'Neil, McDonald, de la Cruz, Smith-Jones.</summary>
    public static string Name(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select((word, i) => NameWord(word, i)));
    }

    /// <summary>A street line: directions in capitals, 34th in small letters.</summary>
    public static string Street(string text)
    {
        var joined = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return IsOneCase(joined) ? string.Join(' ', joined.Split(' ').Select(StreetWord)) : joined;
    }

    public static string City(string text)
    {
        var joined = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return IsOneCase(joined) ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(joined.ToLowerInvariant()) : joined;
    }

    private static string NameWord(string word, int position)
    {
        var lower = word.ToLowerInvariant();
        if (!IsOneCase(word))
        {
            return word;
        }

        if (Particles.Contains(lower) && (position > 0 || word == lower || lower is "de" or "del"))
        {
            return lower;
        }

        var tidy = Start.Replace(lower, m => m.Value.ToUpperInvariant());
        return Scots.Replace(tidy, m => m.Groups[1].Value + char.ToUpperInvariant(m.Groups[2].Value[0]));
    }

    private static string StreetWord(string word)
    {
        var bare = word.TrimEnd('.', ',');
        return Ordinal.IsMatch(bare) ? word.ToLowerInvariant()
            : bare.Length <= 2 && StreetKey.Directions.ContainsKey(bare) ? word.ToUpperInvariant()
            : bare.Any(char.IsAsciiDigit) ? word.ToUpperInvariant()
            : NameWord(word, 0);
    }

    /// <summary>True when no letter is small.</summary>
    public static bool IsUpper(string text) => !text.Any(char.IsLower);

    private static bool IsOneCase(string text) => IsUpper(text) || !text.Any(char.IsUpper);

    [GeneratedRegex(@"(?<![\p{L}'])\p{L}|(?<=\b[odl]')\p{L}|(?<=-)\p{L}", RegexOptions.IgnoreCase)]
    private static partial Regex Start { get; }

    [GeneratedRegex(@"^(Mc)(\p{Ll})")]
    private static partial Regex Scots { get; }

    [GeneratedRegex(@"^\d+(st|nd|rd|th)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal { get; }
}
