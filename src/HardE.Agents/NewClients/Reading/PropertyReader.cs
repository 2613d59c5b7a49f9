using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Finds facts of the building: kind, year built, stories, age of the roof; and a customer who is a firm.</summary>
internal static partial class PropertyReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly (string Kind, Regex Words)[] Kinds =
        [("condo", Condo), ("townhouse", Townhouse), ("multi-family", Multi), ("single-family", Single)];

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        var found = new List<Finding>();
        var kinds = Kinds.SelectMany(k => k.Words.Matches(said.Rest).Select(m => (k.Kind, Match: m)))
            .Where(k => !Not.IsMatch(said.Before(k.Match.Index, 12))).OrderBy(k => k.Match.Index).ToList();
        if (kinds.Count > 0)
        {
            var retracted = kinds.Count > 1 && Corrections.IsRetraction(said.Text[kinds[0].Match.Index..kinds[^1].Match.Index]);
            var (kind, match) = retracted ? kinds[^1] : kinds[0];
            found.Add(Finding.Of(Slots.PropertyType, kind, said.Span(match.Index, match.Length)));
        }

        Number(said, Slots.YearBuilt, [YearBuilt], 1800, context.Today.Year, found);
        Number(said, Slots.RoofAge, [RoofAge], 0, 80, found);
        Number(said, Slots.Stories, [Stories], 1, 4, found);
        if (Commercial.Match(said.Rest) is { Success: true } firm)
        {
            found.Add(Finding.Of(Slots.CustomerType, "commercial", said.Span(firm.Index, firm.Length)));
        }

        return found;
    }

    private static void Number(Said said, string slot, Regex[] patterns, int least, int most, List<Finding> found)
    {
        var match = patterns.Select(p => p.Match(said.Rest)).FirstOrDefault(m => m.Success);
        if (match is null || Plus.IsMatch(said.After(match.Groups["n"].Index + match.Groups["n"].Length, 2)))
        {
            return;
        }

        var span = said.Span(match.Index, match.Length);
        var number = NumberOf(match.Groups["n"].Value);
        said.Note(match.Groups["n"]);
        found.Add(number >= least && number <= most
            ? Finding.Of(slot, number, span)
            : Finding.Invalid(slot, span, $"{number} is out of range for {Slots.Label(slot)} ({least} to {most})."));
    }

    private static int NumberOf(string words) => words.ToUpperInvariant() switch
    {
        "ONE" or "SINGLE" or "A" => 1,
        "TWO" => 2,
        "THREE" => 3,
        "FOUR" => 4,
        _ => int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1,
    };

    [GeneratedRegex(@"\bcondos?\b|\bcondominiums?\b", Options)]
    private static partial Regex Condo { get; }

    [GeneratedRegex(@"\btown\s?(?:house|home)s?\b|\brow\s?(?:house|home)s?\b", Options)]
    private static partial Regex Townhouse { get; }

    [GeneratedRegex(@"\bmulti[- ]?famil(?:y|ies)\b|\bduplex(?:es)?\b|\btri-?plex\b|\b(?:four|4|quad|six|6)-?\s?plex\b|\b(?:two|three|four|2|3|4)[- ]famil(?:y|ies)\b|\bapartment building\b|\btriple[- ]decker\b|\b(?:three|two)[- ](?:unit|flat)\b", Options)]
    private static partial Regex Multi { get; }

    [GeneratedRegex(@"\bsingle[- ]?family\b|\bdetached (?:house|home)\b|\bsingle fam\b", Options)]
    private static partial Regex Single { get; }

    [GeneratedRegex(@"\bnot an?\s*$|\bno longer an?\s*$", Options)]
    private static partial Regex Not { get; }

    [GeneratedRegex(@"\b(?:year built|yr built|built(?: in| circa| around| about)?|constructed(?: in)?|dates? (?:from|back to))\W{0,4}(?<n>1[789]\d\d|20\d\d)\b|\b(?:house|home|building|property|place|bungalow|colonial|ranch|victorian|cape|farmhouse|cottage|townhouse|condo|duplex)\b(?:\s+(?:is|was|dates|goes|built|back|itself))*\s+(?:from|in|to)\s+(?<n>1[789]\d\d|20\d\d)\b|\b(?<n>1[789]\d\d|20[01]\d)(?:'?s)?\s+(?:\w+\s+)?(?:house|home|building|bungalow|colonial|cape|farmhouse|cottage|build|victorian|ranch|construction)\b|\boriginal (?:from|to|since|of)\s+(?<n>1[789]\d\d|20\d\d)\b|(?:story|stories|family)\s*[/,|]\s*(?<n>1[789]\d\d|20\d\d)\b", Options)]
    private static partial Regex YearBuilt { get; }

    [GeneratedRegex(@"\b(?:age of (?:the )?roof|roof age)\W{0,6}(?:is\s+|about\s+|approx\.?\s+)*(?<n>\d{1,3})\b|\broof(?:ing)?\b(?!\s*(?:leak|quote|only))[^.\n]{0,34}?(?<![\d,.])\b(?<n>\d{1,2})\+?\s*-?\s*(?:yrs?|years?|y\.?o)\b\.?(?!\s*(?:warranty|ago|war))|(?<![\d,.-])\b(?<n>\d{1,2})\+?[ -]*(?:yrs?|years?)[ -]*(?:old\s+)?(?:\w+\s+){0,2}roof\b|\b(?:shingles|roof|it)(?:'s|\s+(?:is|are|was))\s+(?:about\s+|around\s+|maybe\s+|roughly\s+|only\s+)?(?<n>\d{1,2})\+?\s*(?:yrs?|years?)\s*old\b|\b3-tab[^.\n]{0,12}?(?<n>\d{1,2})\+?\s*(?:yrs?|years?)\b", Options)]
    private static partial Regex RoofAge { get; }

    [GeneratedRegex(@"\b(?<n>[1-9]\d?|one|two|three|four|single)[- ]?stor(?:y|ies|eys?)\b|\bstor(?:ies|y)\W{0,4}(?<n>\d{1,2})\b", Options)]
    private static partial Regex Stories { get; }

    [GeneratedRegex(@"(?<!\b(?:tv|radio|our|the|your|a|saw) )\bcommercial\b(?!\s*(?:on|ad\b|break|during))|\bbusiness (?:account|customer|client|lead)\b|\bnot residential\b", Options)]
    private static partial Regex Commercial { get; }

    [GeneratedRegex(@"^\+")]
    private static partial Regex Plus { get; }
}
