using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Words in a row that can be a name, with the partner named after "and".</summary>
/// <param name="Text">The words, titles left out.</param>
internal sealed partial record NameWords(int Start, int Length, string Text, string? Partner)
{
    private static readonly HashSet<string> SurnameWords = new(
        ["stone", "brown", "young", "black", "white", "green", "church", "hill", "root", "wood", "west", "small", "long", "price", "moss", "hall",
            "page", "field", "day", "short", "snow", "winter", "north", "south", "east", "brick", "house", "light", "park", "pool", "power", "strong", "summer",
            "waters", "week", "weeks", "best", "early", "end", "spring", "great", "good", "little", "bright", "sharp", "street", "school", "mason", "miller", "post", "pope",
            "may", "march", "friday", "new", "large", "low", "ridge", "rich", "glass", "gates", "holland", "key", "love", "case", "cash", "child", "farmer", "rain", "rains", "slate", "self", "sales",
            "dear", "law", "way", "steel", "parish", "major", "noble", "pond", "rush", "savage", "self", "swift", "tear", "work", "word", "barn", "bath", "barnes", "cook", "cross", "duke", "reach"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for "JOHNSON, SARAH".</summary>
    public bool IsReversed { get; private init; }

    public static IReadOnlyList<NameWords> Read(Said said)
    {
        var runs = Runs(said);
        var names = new List<NameWords>();
        for (var i = 0; i < runs.Count; i++)
        {
            var (start, length, text) = runs[i];
            var gap = i + 1 < runs.Count ? said.Rest[(start + length)..runs[i + 1].Start] : "";
            if (i + 1 < runs.Count && And.IsMatch(gap) && CanPair(text, runs[i + 1].Text))
            {
                var next = runs[i + 1];
                names.Add(new NameWords(start, next.Start + next.Length - start, text, next.Text));
                i++;
            }
            else if (i + 1 < runs.Count && Comma.IsMatch(gap) && IsReversedPair(said, text, runs[i + 1].Text))
            {
                var next = runs[i + 1];
                names.Add(new NameWords(start, next.Start + next.Length - start, $"{text}, {next.Text}", null) { IsReversed = true });
                i++;
            }
            else
            {
                names.Add(new NameWords(start, length, text, null));
            }
        }

        return names;
    }

    private static bool CanPair(string first, string second) =>
        FirstNames.Has(first.Split(' ')[0]) || FirstNames.Has(second.Split(' ')[0]) || second.Contains(' ', StringComparison.Ordinal);

    private static bool IsReversedPair(Said said, string last, string first)
    {
        var given = first.Split(' ');
        var one = !last.Contains(' ', StringComparison.Ordinal) || last.Split(' ').Length == 2 && PersonName.IsParticle(last.Split(' ')[0]);
        var capitals = TidyCase.IsUpper(last) && last.Length > 2;
        return one && given.Length <= 2 && (given.Length == 1 || given[1].TrimEnd('.').Length == 1)
            && FirstNames.Has(given[0]) && (capitals || (!FirstNames.Has(last) && !Cities.Has(last) && said.NameCases == LetterCase.Mixed));
    }

    private static List<(int Start, int Length, string Text)> Runs(Said said)
    {
        var runs = new List<(int, int, string)>();
        var cases = said.NameCases;
        var words = Word.Matches(Nickname.Replace(said.Rest, m => new string(' ', m.Length))).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var j = i;
            while (j < words.Count && j - i < 5 && (j == i || Adjacent(said.Rest, words[j - 1], words[j])) && CanBe(said, cases, words, i, j))
            {
                j++;
            }

            while (j > i && (PersonName.IsParticle(words[j - 1].Value) || IsInitial(words[j - 1].Value)))
            {
                j--;
            }

            if (j > i)
            {
                var (start, end) = (words[i].Index, words[j - 1].Index + words[j - 1].Length);
                end = said.Rest[end - 1] == '.' ? end - 1 : end;
                var text = string.Join(' ', words[i..j].Select(w => w.Value)).TrimEnd('.');
                var owner = text.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
                runs.Add((start, end - start - owner, text[..^owner]));
                i = j - 1;
            }
        }

        return runs;
    }

    /// <summary>May word <paramref name="j"/> stand in a name that starts at word <paramref name="i"/>?</summary>
    private static bool CanBe(Said said, LetterCase cases, List<Match> words, int i, int j)
    {
        var word = words[j].Value.TrimEnd('.');
        var capital = char.IsUpper(word[0]);
        var known = FirstNames.Has(word);
        if (j > i && (PersonName.IsParticle(word) || IsInitial(words[j].Value)))
        {
            return j + 1 < words.Count && Adjacent(said.Rest, words[j], words[j + 1]) && !CommonWords.Has(words[j + 1].Value);
        }

        if (IsInitial(words[j].Value) || Ending.IsMatch(word))
        {
            return false;
        }

        if (CommonWords.Has(word) || (word.EndsWith("'s", StringComparison.Ordinal) && CommonWords.Has(word[..^2])))
        {
            var nextIsName = j + 1 < words.Count && Adjacent(said.Rest, words[j], words[j + 1]) && !CommonWords.Has(words[j + 1].Value)
                && (cases != LetterCase.Mixed || char.IsUpper(words[j + 1].Value[0]));
            return (j > i && FirstNames.Has(words[j - 1].Value) && SurnameWords.Contains(word) && (capital || cases != LetterCase.Mixed) && j == i + 1)
                || (known && j == i && nextIsName && (capital || cases != LetterCase.Mixed))
                || (known && j > i && FirstNames.Has(words[j - 1].Value) && capital && cases == LetterCase.Mixed);
        }

        return cases != LetterCase.Mixed || capital || (j == i ? known : FirstNames.Has(words[i].Value) && char.IsLower(words[i].Value[0]));
    }

    private static bool Adjacent(string text, Match a, Match b) => Gap.IsMatch(text[(a.Index + a.Length)..b.Index]);

    private static bool IsInitial(string word) => word.TrimEnd('.').Length == 1;

    [GeneratedRegex(@"\p{L}(?:[\p{L}\-]|'(?=\p{L}))*\.?")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"^(?:[ ]{1,2}|\s[""'(][\p{L}. ]{1,20}[""')]\s)$")]
    private static partial Regex Gap { get; }

    [GeneratedRegex(@"^\s*(?:and|&|\+|y|/)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex And { get; }

    [GeneratedRegex(@"(?<=\p{L})\s[""'(]\p{L}[\p{L}. ]{1,20}[""')](?=\s+\p{L})")]
    private static partial Regex Nickname { get; }

    [GeneratedRegex(@"^,\s?$")]
    private static partial Regex Comma { get; }

    [GeneratedRegex(@"^(?:ing|ave|st|rd|llc|inc|hoa|utm|cpc|faq|pdf)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending { get; }
}
