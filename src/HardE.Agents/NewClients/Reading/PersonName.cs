using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>A person's name in parts, capitals tidied; a part that was not said is null.</summary>
internal sealed partial record PersonName(string? First, string? Last)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly HashSet<string> Particles = new(
        ["de", "la", "del", "der", "den", "van", "von", "da", "das", "dos", "di", "du", "le", "las", "los", "st", "st.", "bin", "al", "ter", "mac"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a small word inside last names: de la Cruz.</summary>
    public static bool IsParticle(string word) => Particles.Contains(word);

    /// <summary>
    /// Reads a name alone: "JOHNSON, SARAH", "Jolene R. Whitehorse", "Theodore "Ted" Mavrikos", "Mrs. Harriet Loomis". One word is
    /// the first name, or after a title the last name. Null when it is no name (digits, empty).
    /// </summary>
    public static PersonName? Parse(string written)
    {
        var text = Nickname.Replace(written, " ");
        var titled = Title.IsMatch(text);
        text = Suffix.Replace(Title.Replace(text, ""), "").Trim(' ', ',', '.', '-', ':', '(', ')');
        if (text.Length is 0 or > 100 || text.Any(char.IsAsciiDigit))
        {
            return null;
        }

        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0)
        {
            var first = DropInitial(Split(text[(comma + 1)..]));
            return new PersonName(Tidy(first), Tidy(Split(text[..comma])));
        }

        var words = DropInitial(Split(text));
        return words.Length == 0 ? null
            : words.Length == 1 ? (titled ? new PersonName(null, Tidy(words)) : new PersonName(Tidy(words), null))
            : Divide(words);
    }

    /// <summary>Where the last name starts: at a particle, or after a double first name (Mary Ann), else after the first word.</summary>
    private static PersonName Divide(string[] words)
    {
        var split = Array.FindIndex(words, 1, IsParticle);
        if (split < 0)
        {
            var isDouble = words.Length > 2 && FirstNames.Has(words[1]) && FirstNames.Has(words[0].TrimEnd('.')) && !FirstNames.Has(words[2]);
            split = isDouble ? 2 : 1;
        }

        return new PersonName(Tidy(words[..split]), Tidy(words[split..]));
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string[] DropInitial(string[] words) =>
        words.Length > 1 ? [.. words.Where((w, i) => i == 0 || w.TrimEnd('.').Length > 1)] : words;

    private static string? Tidy(string[] words) => words.Length == 0 ? null : TidyCase.Name(string.Join(' ', words));

    [GeneratedRegex(@"^\s*(?:(?:mr|mrs|ms|miss|dr|mx|prof|rev|sr|sra|se\u00f1or|se\u00f1ora)\b\.?\s*)+", Options)]
    private static partial Regex Title { get; }

    [GeneratedRegex(@",?\s+(?:jr|sr|ii|iii|iv|esq|md|phd)\.?$", Options)]
    private static partial Regex Suffix { get; }

    [GeneratedRegex(@"\s[""'(][\p{L}. ]{1,20}[""')](?=\s|$)")]
    private static partial Regex Nickname { get; }
}
