using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Finds a city that stands without state or ZIP code: after "in" or "from", or alone between commas.</summary>
internal static partial class CityReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static Piece? Read(Said said, ReadingContext context)
    {
        foreach (Match match in AfterWord.Matches(said.Rest))
        {
            var sure = match.Groups["sure"].Success;
            if (Longest(said, match.Groups["city"], sure) is { } city)
            {
                return city;
            }
        }

        var canBe = context.Form[Slots.City].State != SlotState.Filled;
        foreach (Match match in Chunk.Matches(said.Rest))
        {
            var city = match.Groups["city"];
            var isAnswer = context.WasAsked(Slots.City) && said.Text.Trim(' ', '.', '!', '\n').Length == city.Value.Trim('.').Length;
            if (canBe && (Cities.Has(city.Value) || isAnswer) && !(FirstNames.Has(city.Value) && !isAnswer) && !CommonWords.Has(city.Value))
            {
                return new Piece(city.Value.TrimEnd('.'), city.Index, city.Length);
            }
        }

        return null;
    }

    /// <summary>The longest start of these words that is a city; unknown ones count when capitals and the verb say so.</summary>
    private static Piece? Longest(Said said, Group group, bool sure)
    {
        var words = Word.Matches(group.Value).ToList();
        for (var n = words.Count; n > 0; n--)
        {
            var text = group.Value[..(words[n - 1].Index + words[n - 1].Length)];
            if (Cities.Has(text))
            {
                return new Piece(text, group.Index, text.Length);
            }
        }

        var capital = words.TakeWhile(w => char.IsUpper(w.Value[0]) && !CommonWords.Has(w.Value)).ToList();
        if (!sure || said.Cases != LetterCase.Mixed || capital.Count is 0 or > 3 || FirstNames.Has(capital[0].Value) || TradeReader.IsTrade(capital[0].Value))
        {
            return null;
        }

        var length = capital[^1].Index + capital[^1].Length;
        var next = said.After(group.Index + length, 10);
        return next.StartsWith('\'') || Thing.IsMatch(next) ? null : new Piece(group.Value[..length], group.Index, length);
    }

    [GeneratedRegex(@"(?<sure>\b(?:lives?|living|he'?s|she'?s|they'?re|is|are|house|home|place|out|over|down|up|located|based|property)\s+(?:right\s+)?(?:out\s+|over\s+|down\s+|up\s+)?(?:in|from)|[\u2588,]\s*from)\s+(?<city>\p{L}[\p{L}'\-]*(?:[ ]\p{L}[\p{L}'\-]*){0,3})|\b(?:in|from|near)\s+(?<city>\p{L}[\p{L}'\-]*(?:[ ]\p{L}[\p{L}'\-]*){0,3})", Options)]
    private static partial Regex AfterWord { get; }

    [GeneratedRegex(@"(?<=^|[,;\n\u2588/]\s*|\.\s+)(?<city>\p{L}[\p{L}'\-]*\.?(?:[ ]\p{L}[\p{L}'\-]*){0,3})(?=\s*(?:[,;.\n\u2588/!]|$))", Options)]
    private static partial Regex Chunk { get; }

    [GeneratedRegex(@"[\p{L}'\-]+")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"^\s+(?:job|lead|list|show|website|ad|casualty|mutual|insurance|street|ave|rd|road|deal|project)\b", Options)]
    private static partial Regex Thing { get; }
}
