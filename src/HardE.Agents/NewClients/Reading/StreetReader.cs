using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>A street line as it stands in a message.</summary>
/// <param name="End">Offset after the line and its unit.</param>
internal sealed record StreetHit(int Start, int End, string Line, string? Unit)
{
    public bool IsBox { get; init; }

    /// <summary>No suffix word showed where it ends: it counts only where a place or a label stands beside it.</summary>
    public bool IsWeak { get; init; }
}

/// <summary>Finds street lines: house number, name, suffix, direction, unit; highways, Utah grids and boxes too.</summary>
internal static partial class StreetReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly HashSet<string> Weak = new(
        ["bend", "cove", "creek", "crossing", "green", "grove", "heights", "hill", "landing", "loop", "pass", "path", "point", "ridge", "row",
            "run", "trace", "view", "walk", "commons", "mews", "pike", "way", "plaza", "crescent", "square", "trail"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Numbered = new(
        ["road", "rd", "highway", "hwy", "route", "rte", "fm", "cr", "sr", "us", "loop", "interstate"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Leading = new(
        ["calle", "avenida", "camino", "paseo", "via", "rue", "avenue", "ave", "carretera", "the"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> NeverInStreet = new(
        ["windows", "window", "doors", "door", "years", "year", "yrs", "yr", "old", "stories", "story", "sq", "squares", "ft", "feet", "foot", "inch",
            "inches", "x", "and", "or", "with", "for", "is", "at", "on", "to", "from", "by", "was", "are", "has", "roof", "roofs", "gutters", "gutter",
            "siding", "people", "units", "panels", "skylights", "skylight", "days", "weeks", "months", "am", "pm", "percent", "dollars", "minutes", "hours",
            "layers", "rooms", "o'clock", "oclock", "wants", "needs", "but", "she", "he", "they", "needs", "sections", "in", "of", "it"],
        StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<StreetHit> Read(Said said)
    {
        var hits = new List<StreetHit>();
        foreach (Match box in Box.Matches(said.Rest))
        {
            hits.Add(new StreetHit(box.Index, box.Index + box.Length, $"PO Box {box.Groups["no"].Value}", null) { IsBox = true });
        }

        var from = 0;
        while (House.Match(said.Rest, from) is { Success: true } house)
        {
            from = house.Index + house.Length;
            if (At(said.Rest, house) is { } hit && !hits.Exists(h => h.Start < hit.End && hit.Start < h.End))
            {
                hits.Add(hit);
                from = Math.Max(from, hit.End);
            }
        }

        foreach (Match calle in Spanish.Matches(said.Rest))
        {
            if (!hits.Exists(h => h.Start < calle.Index + calle.Length && calle.Index < h.End))
            {
                hits.Add(new StreetHit(calle.Index, calle.Index + calle.Length, TidyCase.Street(calle.Value.Trim()), null));
            }
        }

        return [.. hits.OrderBy(h => h.Start)];
    }

    private static StreetHit? At(string text, Match house)
    {
        var words = WordsAfter(text, house.Index + house.Length);
        var (last, weak) = Grid(words) ? (2, false) : LastWord(text, words);
        if (last < 0)
        {
            return null;
        }

        last = Extend(text, words, last);
        var end = words[last].Index + words[last].Length;
        end = text[end - 1] == '.' ? end - 1 : end;
        var line = TidyCase.Street(text[house.Index..end].Replace(".", "", StringComparison.Ordinal));
        var unit = UnitAfter.Match(text[end..Math.Min(text.Length, end + 40)]);
        var before = UnitBefore.Match(text[Math.Max(0, house.Index - 24)..house.Index]);
        if (unit.Success)
        {
            return new StreetHit(house.Index, end + unit.Length, line, UnitOf(unit)) { IsWeak = weak };
        }

        return before.Success
            ? new StreetHit(house.Index - before.Length, end, line, UnitOf(before)) { IsWeak = weak }
            : new StreetHit(house.Index, end, line, null) { IsWeak = weak };
    }

    /// <summary>Words that stand after a house number with nothing but spaces between, at most seven.</summary>
    private static List<Match> WordsAfter(string text, int start)
    {
        var words = new List<Match>();
        var at = start;
        while (words.Count < 7 && Next.Match(text, at) is { Success: true } gap && gap.Index == at)
        {
            var word = Word.Match(text, at + gap.Length);
            if (!word.Success || word.Index != at + gap.Length)
            {
                break;
            }

            words.Add(word);
            at = word.Index + word.Length;
            if (word.Value.EndsWith('.') && !IsAbbreviation(Bare(word)))
            {
                break;
            }
        }

        return words;
    }

    /// <summary>664 N 900 E.</summary>
    private static bool Grid(List<Match> words) =>
        words.Count >= 3 && IsDirection(Bare(words[0])) && words[1].Value.All(char.IsAsciiDigit) && words[1].Length <= 5 && IsDirection(Bare(words[2]));

    /// <summary>Index of the word that ends the street's name; -1 when these are no street.</summary>
    private static (int Last, bool Weak) LastWord(string text, List<Match> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = Bare(words[i]);
            if (NeverInStreet.Contains(word) && !(i == 1 && Leading.Contains(Bare(words[0]))))
            {
                return Suffixless(text, words, i);
            }

            if (IsSuffix(words, i) && !(Weak.Contains(word) && !EndsHere(text, words, i)))
            {
                return (i, false);
            }

            if (Numbered.Contains(word) && i + 1 < words.Count && ShortNumber.IsMatch(words[i + 1].Value))
            {
                return (i + 1, false);
            }
        }

        return Suffixless(text, words, words.Count);
    }

    private static (int Last, bool Weak) Suffixless(string text, List<Match> words, int count)
    {
        if (count is 0 or > 4 || count < words.Count)
        {
            return (-1, false);
        }

        var end = words[count - 1].Index + words[count - 1].Length;
        var bounded = end >= text.Length || ",\n;|/".Contains(text[end], StringComparison.Ordinal);
        return !bounded ? (-1, false) : (count - 1, !Leading.Contains(Bare(words[0])) || count == 1);
    }

    private static bool IsSuffix(List<Match> words, int i)
    {
        var word = Bare(words[i]);
        if (!StreetKey.Suffixes.ContainsKey(word) || (i == 0 && !word.Equals("broadway", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var next = i + 1 < words.Count ? Bare(words[i + 1]) : "";
        var isSaint = word.Equals("st", StringComparison.OrdinalIgnoreCase) && i == 1 && IsDirection(Bare(words[0])) && next.Length > 2
            && words.Skip(i + 2).Take(2).Any(w => StreetKey.Suffixes.ContainsKey(Bare(w)));
        var nextIsSuffix = StreetKey.Suffixes.ContainsKey(next) && !Weak.Contains(next)
            && !(next.Equals("st", StringComparison.OrdinalIgnoreCase) && i + 2 < words.Count && !IsDirection(Bare(words[i + 2])));
        return !isSaint && !nextIsSuffix;
    }

    /// <summary>True where nothing but a unit, a direction, a ZIP code or the end of the phrase follows.</summary>
    private static bool EndsHere(string text, List<Match> words, int i)
    {
        var end = words[i].Index + words[i].Length;
        if (words.Skip(i + 1).Any(w => StreetKey.Suffixes.ContainsKey(Bare(w)) && !Weak.Contains(Bare(w))))
        {
            return false;
        }

        return i + 1 >= words.Count || words[i + 1].Value.All(char.IsAsciiDigit) || IsDirection(Bare(words[i + 1]))
            || UnitAfter.IsMatch(text[end..Math.Min(text.Length, end + 40)])
            || Enumerable.Range(1, 3).Any(n => i + n < words.Count && Cities.Has(string.Join(' ', words.Skip(i + 1).Take(n).Select(Bare))));
    }

    /// <summary>Takes in a highway's number and a direction after the name (34th St S, Girard Blvd NE).</summary>
    private static int Extend(string text, List<Match> words, int last)
    {
        if (Numbered.Contains(Bare(words[last])) && last + 1 < words.Count && ShortNumber.IsMatch(words[last + 1].Value))
        {
            last++;
        }

        if (last + 1 >= words.Count || !StreetKey.Directions.TryGetValue(Bare(words[last + 1]), out var short_))
        {
            return last;
        }

        var direction = Bare(words[last + 1]);
        var after = words[last + 1].Index + words[last + 1].Length;
        var full = StreetKey.Directions.First(d => d.Value == short_ && d.Key.Length > 2).Key;
        var opensCity = Enumerable.Range(1, 2).Any(n => last + 1 + n < words.Count
            && Cities.Has($"{full} {string.Join(' ', words.Skip(last + 2).Take(n).Select(Bare))}"));
        var ends = after >= text.Length || !char.IsLetter(text[Math.Min(text.Length - 1, after + 1)]);
        return opensCity || (direction.Length > 2 && !ends) ? last : last + 1;
    }

    private static string UnitOf(Match unit)
    {
        var number = unit.Groups["no"].Value.ToUpperInvariant();
        var kind = unit.Groups["kind"].Value.TrimEnd('.');
        return kind is "" or "#" ? "#" + number : $"{char.ToUpperInvariant(kind[0])}{kind[1..].ToLowerInvariant()} {number}";
    }

    private static string Bare(Match word) => word.Value.TrimEnd('.').Replace(".", "", StringComparison.Ordinal);

    private static bool IsDirection(string word) => word.Length <= 2 && StreetKey.Directions.ContainsKey(word);

    private static bool IsAbbreviation(string word) =>
        word.Length == 1 || IsDirection(word) || word.Equals("Mt", StringComparison.OrdinalIgnoreCase) || word.Equals("Ft", StringComparison.OrdinalIgnoreCase)
        || (word.Length <= 4 && StreetKey.Suffixes.ContainsKey(word)) || word.Equals("Dr", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<![\w$#.\-/:@])(?<!\b(?:unit|apt|apartment|suite|ste|bldg|building|lot|room|rm)\.?\s?#?\s?)(?:[NSEW]\d{2,3}[NSEW]\d{3,5}|\d{1,6}(?:-\d{1,4})?[A-Z]?(?: 1/2)?)(?=[ ]+[\p{L}\d])|(?<=[:/])(?<!\d[:/])\d{1,6}(?=[ ]+[\p{L}\d])", Options)]
    private static partial Regex House { get; }

    [GeneratedRegex(@"[ ]{1,2}")]
    private static partial Regex Next { get; }

    [GeneratedRegex(@"[\p{L}\d](?:[\p{L}\d'\-]|\.(?=\p{L}\b))*\.?")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"^\d{1,4}[A-Z]?\.?$", Options)]
    private static partial Regex ShortNumber { get; }

    [GeneratedRegex(@"^[,. ]{0,3}\(?(?:(?<kind>apt|apartment|unit|ste|suite|bldg|building|lot|rm|room|trlr)\.?\s*#?\s*(?<no>[A-Z]?-?\d{1,5}-?[A-Z]?|[A-Z])\b\)?|(?<kind>fl|floor)\.?\s+(?<no>\d{1,2})\b|(?<kind>#)\s*(?<no>[A-Z0-9][A-Z0-9\-]{0,5})\b)(?!\s*(?:windows|doors))", Options)]
    private static partial Regex UnitAfter { get; }

    [GeneratedRegex(@"\b(?<kind>apt|apartment|unit|ste|suite)\.?\s*#?\s*(?<no>[A-Z]?\d{1,5}[A-Z]?|[A-Z])[, ]+(?:at\s+)?$", Options)]
    private static partial Regex UnitBefore { get; }

    [GeneratedRegex(@"\bP\.?\s?O\.?\s?Box\s*#?\s*(?<no>\d{1,6})\b", Options)]
    private static partial Regex Box { get; }

    [GeneratedRegex(@"\b(?:calle|avenida|camino|paseo|carretera)\s+(?:[\p{L}\d.]+ ){1,3}#?\d{1,5}\b", Options)]
    private static partial Regex Spanish { get; }
}
