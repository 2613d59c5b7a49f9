using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>A phone number as it stands in a message.</summary>
internal sealed record PhoneHit(int Start, int Length, string Written, string? Ext, string? Label, PhoneNumber? Number)
{
    /// <summary>Seven digits: the area code was not said.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Digits that were said as words.</summary>
    public bool Spoken { get; init; }
}

/// <summary>Finds phone numbers, their labels and extensions; leaves out those that are not the customer's.</summary>
internal static partial class PhoneReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Sep = @"[ \t.\-/]{0,3}";
    private const string Extension = @"(?:[ ,]{0,3}(?:x|ext\.?|extension|#)[ :]{0,2}(?<ext>\d{1,6})\b)?";

    /// <summary>Every number of the customer in the order of the text; all numbers found are taken from the rest.</summary>
    public static IReadOnlyList<PhoneHit> Read(Said said, bool asked)
    {
        var hits = new List<PhoneHit>();
        Collect(said, Full.Matches(said.Rest), hits, local: false);
        Collect(said, Wrong.Matches(said.Rest), hits, local: false);
        Collect(said, Local.Matches(said.Rest), hits, local: true);
        CollectSpoken(said, hits);
        if (asked || hits.Count == 0)
        {
            Collect(said, (asked ? LooseAsked : Loose).Matches(said.Rest), hits, local: true);
        }

        return [.. hits.OrderBy(h => h.Start)];
    }

    private static void Collect(Said said, MatchCollection matches, List<PhoneHit> hits, bool local)
    {
        foreach (Match match in matches)
        {
            if (!said.IsFree(match.Index, match.Length))
            {
                continue;
            }

            var number = match.Groups["n"];
            var digits = number.Value.Count(char.IsAsciiDigit);
            var (label, start, end) = LabelOf(said, match);
            var before = said.Before(match.Index, 40);
            said.Take(start, end - start);
            if (!NotTheirs.IsMatch(before) && !OursAfter.IsMatch(said.After(end, 20)) && !Reference.IsMatch(before))
            {
                var ext = match.Groups["ext"] is { Success: true } e ? e.Value : null;
                hits.Add(new PhoneHit(number.Index, number.Length, number.Value, ext, label, PhoneNumber.From(number.Value))
                {
                    IsLocal = local && digits == 7,
                });
            }
        }
    }

    private static void CollectSpoken(Said said, List<PhoneHit> hits)
    {
        foreach (Match match in Words.Matches(said.Rest))
        {
            var digits = string.Concat(DigitWord.Matches(match.Value).Select(m => Digit(m.Value)));
            if (digits.Length is 7 or 10 or 11)
            {
                var (label, start, end) = LabelOf(said, match);
                said.Take(start, end - start);
                hits.Add(new PhoneHit(match.Index, match.Length, digits, null, label, PhoneNumber.From(digits)) { IsLocal = digits.Length == 7, Spoken = true });
            }
        }
    }

    private static string Digit(string word) => word.ToUpperInvariant() switch
    {
        "ZERO" or "OH" or "O" => "0",
        "ONE" => "1",
        "TWO" => "2",
        "THREE" => "3",
        "FOUR" => "4",
        "FIVE" => "5",
        "SIX" => "6",
        "SEVEN" => "7",
        "EIGHT" => "8",
        "NINE" => "9",
        _ => int.Parse(word, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The word that names the kind of phone, before or right after the number, and the span with it.</summary>
    private static (string? Label, int Start, int End) LabelOf(Said said, Match match)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        var before = LabelBefore.Match(said.Before(start, 40));
        var after = LabelAfter.Match(said.After(end, 24));
        var label = before.Success ? KindOf(before.Groups["w"].Value) : null;
        if (before.Success)
        {
            start -= before.Length;
        }

        if (label is null && after.Success)
        {
            label = KindOf(after.Groups["w"].Value);
            end += after.Length;
        }

        return (label, start, end);
    }

    private static string? KindOf(string word) => word.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal) switch
    {
        "CELL" or "MOBILE" or "CELLPHONE" or "MOBILEPHONE" or "C" or "M" or "MOB" or "CELULAR" => "cell",
        "HOME" or "LANDLINE" or "HOUSE" or "HOMEPHONE" or "HOUSEPHONE" or "H" => "home",
        "OFFICE" or "WORK" or "BUSINESS" or "W" or "O" or "OFC" or "WORKPHONE" => "office",
        "FAX" or "F" => "fax",
        "ALT" or "ALTERNATE" or "OTHER" or "SECOND" or "SECONDARY" => "other",
        _ => null,
    };

    [GeneratedRegex(@"(?<![\w\-#$])(?<n>(?:\+?1[\s.\-/]{0,3})?(?:\(\d{3}\)|\d{3})" + Sep + @"\d{3}" + Sep + @"\d{4})(?![\d])" + Extension, Options)]
    private static partial Regex Full { get; }

    [GeneratedRegex(@"(?<![\w\-.#$])(?<n>\d{3}[\-.]\d{4})(?![\d\-])" + Extension, Options)]
    private static partial Regex Local { get; }

    /// <summary>Looks like a number but has too few or too many digits, or letters.</summary>
    [GeneratedRegex(@"(?<![\w\-.#$])(?<n>(?:1[\-. ])?\(?\d{3}\)?[\-. ]\d{3}[\-.](?:\d{1,3}|\d{5,7})(?![\d\-])|(?:1-)?\d{3}-[A-Z]{3}-?[A-Z]{3,5}\b)", Options)]
    private static partial Regex Wrong { get; }

    [GeneratedRegex(@"(?:phone|number|cell|tel|call|mobile)\D{0,14}(?<![\d])(?<n>\d{3} ?\d{4}|\d{8,9}|\d{3} \d{3} \d{1,3})(?!\d)", Options)]
    private static partial Regex Loose { get; }

    [GeneratedRegex(@"(?<![\w\-])(?<n>\d{3} ?\d{4}|\d{8,9}|\d{3} \d{3} \d{1,3}|\d{11,13})(?![\d\-])", Options)]
    private static partial Regex LooseAsked { get; }

    [GeneratedRegex(@"\b(?:(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|\d)\b[ ,.\-]{0,3}){7,11}", Options)]
    private static partial Regex Words { get; }

    [GeneratedRegex(@"zero|oh|one|two|three|four|five|six|seven|eight|nine|\bo\b|\d", Options)]
    private static partial Regex DigitWord { get; }

    [GeneratedRegex(@"(?<![\w'])(?:(?:his|her|their|my|the|its)\s+)?(?<w>cell ?phone|cell|mobile ?phone|mobile|mob|home ?phone|house ?phone|home|landline|house|office|work ?phone|work|business|ofc|fax|alt(?:ernate)?|other|secondary|second|telephone|phone|tel|ph|number|[chmwoftp])(?:[ ]?(?:phone|number|no|is|num|#))*[\s.:=,(\-#]{0,3}$", Options)]
    private static partial Regex LabelBefore { get; }

    [GeneratedRegex(@"^\s?[(,]?\s?(?<w>cell|mobile|home|landline|office|work|fax)\b\)?(?!\W{0,3}\(?\d{3}\)?[-. ]{1,2}\d{3})(?!\s+(?:is|phone|number|owner|job|for|zip|show|site|roof|address)\b)", Options)]
    private static partial Regex LabelAfter { get; }

    [GeneratedRegex(@"\bour\s+(?:own\s+|office\s+|company\s+|main\s+|shop\s+)+(?:number|phone|line|cell)?\b[^.!?]*$|\badjuster\b|\binsurance (?:agent|company|co)\b|\binsurer\b|\bcarrier'?s?\b|\bneighbou?r'?s\b|\bour (?:rep|office)\b|\brealtor'?s\b|\bunlisted\b", Options)]
    private static partial Regex NotTheirs { get; }

    [GeneratedRegex(@"^\s*(?:,\s*)?(?:is|that'?s|\()\s*(?:ours|our|us|the office)\b", Options)]
    private static partial Regex OursAfter { get; }

    [GeneratedRegex(@"\b(?:claim|order|ticket|ref|policy|invoice|job|lead|case|account|po)\s*(?:no\.?|number|num|#|id|ref|is|:)*\s*$", Options)]
    private static partial Regex Reference { get; }
}
