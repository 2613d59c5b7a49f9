using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Finds the other person of the household by what they are to the first: wife, husband, co-owner, tenant.</summary>
internal static partial class SecondPersonReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Relations = @"husband|wife|hubby|spouse|partner|fianc[e\u00e9]+|co-?\s?owner|co-?\s?applicant|girlfriend|boyfriend|daughter|son|grandson|granddaughter|mother|mom|father|dad|sister|brother|nephew|niece|tenant|roommate|assistant|second contact|other owner|agent|caretaker|esposa|esposo|esposa";
    private const string Name = @"(?<who>\p{L}[\p{L}'\-]+(?:\s\p{L}[\p{L}'\-]+)?)";

    public static IReadOnlyList<Finding> Read(Said said)
    {
        if (Couple.Match(said.Rest) is { Success: true } couple)
        {
            var name = PersonName.Parse(couple.Groups["name"].Value);
            said.Take(couple.Index, couple.Groups["name"].Index - couple.Index);
            return [Finding.Of(Slots.SecondContact, new SecondContact(null, name?.Last ?? name?.First, "spouse"), said.Span(couple.Index, couple.Length))];
        }

        foreach (Match match in ByRelation.Matches(said.Rest).Concat(Behind.Matches(said.Rest)))
        {
            if (Person(said, match) is { } finding)
            {
                return [finding];
            }
        }

        return [];
    }

    private static Finding? Person(Said said, Match match)
    {
        var who = match.Groups["who"];
        var words = Words(said, who.Value, match.Groups["label"].Success);
        if (words.Length == 0)
        {
            return null;
        }

        var length = words.Sum(w => w.Length) + words.Length - 1;
        var relation = RelationOf(match.Groups["rel"].Value);
        var end = Math.Max(who.Index + length, match.Groups["rel"].Index + match.Groups["rel"].Length);
        var shares = relation is "spouse" or "co-owner" or "partner" or "tenant" || match.Groups["label"].Success
            || Involved.IsMatch(said.After(who.Index + length, 90));
        said.Take(match.Index, end - match.Index);
        if (!shares)
        {
            return null;
        }

        var name = PersonName.Parse(string.Join(' ', words));
        return name is null ? null : Finding.Of(Slots.SecondContact, new SecondContact(name.First, name.Last, relation), said.Span(match.Index, who.Index + length - match.Index));
    }

    /// <summary>The words of the match that are a name; none when it is no name.</summary>
    private static string[] Words(Said said, string text, bool labelled)
    {
        var words = text.Split(' ');
        bool IsName(string w, bool first) => !CommonWords.Has(w) && (labelled || (said.Cases == LetterCase.Mixed && char.IsUpper(w[0])) || (first && FirstNames.Has(w)) || said.Cases == LetterCase.Upper)
            || (FirstNames.Has(w) && char.IsUpper(w[0]) && said.Cases == LetterCase.Mixed);
        return [.. words.TakeWhile((w, i) => IsName(w, i == 0))];
    }

    private static string RelationOf(string word)
    {
        var lower = word.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
        return lower switch
        {
            "husband" or "wife" or "hubby" or "spouse" or "esposa" or "esposo" => "spouse",
            "co-owner" or "coowner" or "otherowner" or "co-applicant" or "coapplicant" => "co-owner",
            "mother" or "mom" or "father" or "dad" => "parent",
            "secondcontact" => "contact",
            _ => lower,
        };
    }

    [GeneratedRegex(@"\bMr\.?\s*(?:&|and|\+)\s*Mrs\.?\s+(?<name>\p{L}[\p{L}'\-]+(?:\s(?-i:\p{Lu})[\p{L}'\-]+){0,2})", Options)]
    private static partial Regex Couple { get; }

    [GeneratedRegex(@"\b(?:(?<label>(?<rel>" + Relations + @")(?:'?s)?\s*(?:name)?\s*[:=]\s*)|(?:(?:and|&|\+)\s+)?(?:(?:his|her|my|their|the|our)\s+)?(?<rel>" + Relations + @")(?:'s name)?(?:\s+(?:is|named|called|name is))?,?\s+\(?)" + Name, Options)]
    private static partial Regex ByRelation { get; }

    /// <summary>Beth (wife); Joan, his wife; Laurent is her husband.</summary>
    [GeneratedRegex(@"(?<![\p{L}'])" + Name + @"(?:\s*\(\s*|,?\s+(?:is\s+)?(?:his|her|the)\s+)(?<rel>wife|husband|spouse|co-?owner|partner)\b\)?", Options)]
    private static partial Regex Behind { get; }

    [GeneratedRegex(@"\b(?:helps?|put (?:\p{L}+ )?(?:down|in)|decisions?|contact|also on|on (?:the )?(?:deed|title)|call (?:him|her)|handles?|reach|speak|talk|decides?|will be (?:there|home)|be home|include)\b|^\W*(?:at|on)?\W*\u2588|^\s+at \d{3}", Options)]
    private static partial Regex Involved { get; }
}
