using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Agents.Pricing.Reading;

/// <summary>
/// Brings what people type about sizes and money into one spelling, so that the readers have one form of each: plain decimals,
/// <c>ft</c>, <c>in</c>, <c>sf</c>, <c>sq</c>, <c>ui</c>, <c>a x b</c>, <c>6/12</c>, <c>%</c>.
/// </summary>
internal static partial class Canon
{
    public static string Of(string said)
    {
        var text = Characters(said);
        text = Thousands().Replace(text, "");
        text = Grand().Replace(text, m => Scaled(m, text));
        text = LeadingPoint().Replace(text, "0.$1");
        text = SpokenNumbers.ToDigits(text);
        text = NumberHyphen().Replace(text, "$1 ");
        text = Fractions(text);
        text = Units(text);
        text = Pitches(text);
        text = By().Replace(text, "$1 x ");
        return Spaces().Replace(text, " ").Trim();
    }

    private static string Characters(string said)
    {
        var text = BeforeVulgar().Replace(said, "$1 ").Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.Where(IsSaid))
        {
            kept.Append(c switch { '⁄' or '∕' => '/', '’' or '‘' or '′' => '\'', '“' or '”' or '″' => '"', '×' or '✕' => 'x', '–' or '—' or '−' => '-', '$' => ' ', _ => c });
        }

        return kept.Replace("''", "\"").ToString();
    }

    // Zero-width characters and the like are not said.
    private static bool IsSaid(char c) => c is '\n' or '\t' || char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control);

    private static string Scaled(Match number, string text)
    {
        var value = decimal.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture);
        var isProfile = value is 5 or 6 or 7 && GutterWords().IsMatch(text); // "6k gutter" is a profile, not six thousand
        return isProfile ? $"{number.Groups[1].Value} k" : (value * 1000).ToString("0.##", CultureInfo.InvariantCulture);
    }

    private static string Fractions(string text)
    {
        text = AndAHalf().Replace(text, m => Plain(Number(m.Groups[1]) + (m.Groups[2].Value switch { "half" => 0.5m, "quarter" => 0.25m, _ => 0.75m })));
        text = Mixed().Replace(text, m => Plain(Number(m.Groups[1]) + (Number(m.Groups[2]) / Number(m.Groups[3]))));
        return Bare().Replace(text, m => Plain(Number(m.Groups[1]) / Number(m.Groups[2])));
    }

    private static string Units(string text)
    {
        text = SquareFeet().Replace(text, " sf ");
        text = LinearFeet().Replace(text, " ft ");
        text = FeetMark().Replace(text, "$1 ft ");
        text = Feet().Replace(text, " ft ");
        text = UnitedInches().Replace(text, " ui ");
        text = InchMark().Replace(text, "$1 in ");
        text = Inches().Replace(text, "$1 in ");
        text = Squares().Replace(text, " sq ");
        text = Percents().Replace(text, " % ");
        return FeetAndInches().Replace(text, m => Plain(Number(m.Groups[1]) + (Number(m.Groups[2]) / 12)) + " ft ");
    }

    private static string Pitches(string text)
    {
        text = Slash().Replace(text, "$1/12");
        text = OnTwelve().Replace(text, "$1/12");
        text = SpokenPitch().Replace(text, "$1/12");
        text = PitchOf().Replace(text, "pitch $1/12");
        text = NumberPitch().Replace(text, "$1/12 pitch");
        return FlatRoof().Replace(text, "0/12 roof");
    }

    private static decimal Number(Group group) => decimal.Parse(group.Value, CultureInfo.InvariantCulture);

    private static string Plain(decimal value) => decimal.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d)(?=[\u00BC-\u00BE\u2150-\u215E])")]
    private static partial Regex BeforeVulgar();
    [GeneratedRegex(@"(?<=\d),(?=\d{3}(?!\d))")]
    private static partial Regex Thousands();
    [GeneratedRegex(@"(?<![\w.])(\d+(?:\.\d+)?)k\b")]
    private static partial Regex Grand();
    [GeneratedRegex(@"gutter|k-style|kstyle|downspout|guard")]
    private static partial Regex GutterWords();
    [GeneratedRegex(@"(?<![\d.])\.(\d)")]
    private static partial Regex LeadingPoint();
    [GeneratedRegex(@"(\d)-(?=[a-z])")]
    private static partial Regex NumberHyphen();
    [GeneratedRegex(@"(\d+(?:\.\d+)?) and (?:a |1 |3 )?(half|quarter|quarters)\b")]
    private static partial Regex AndAHalf();
    [GeneratedRegex(@"(?<![\d./])(\d+)[ -]+(\d+)/(2|4|8|16|32)(?![\d/])")]
    private static partial Regex Mixed();
    [GeneratedRegex(@"(?<![\d./])(\d+)/(2|4|8|16|32)(?![\d/])")]
    private static partial Regex Bare();
    [GeneratedRegex(@"\s*\b(?:square|sq\.?)\s*(?:feet|foot|ft\.?|footage)(?![a-z])|(?<=\d)\s*sq\.?\s?'|\s*(?<=[\d\s])(?:sqft|s\.?f\.?|sf)(?![a-z])")]
    private static partial Regex SquareFeet();
    [GeneratedRegex(@"\s*\b(?:linear|lineal|running|lin\.?)\s*(?:feet|foot|ft\.?)(?![a-z])|\s*(?<=[\d\s])(?:l\.?f\.?)(?![a-z])")]
    private static partial Regex LinearFeet();
    [GeneratedRegex(@"(\d)\s?'(?![a-z])")]
    private static partial Regex FeetMark();
    [GeneratedRegex(@"(?<=[\d\s])(?:feet|foot|footers?|ft)\b\.?")]
    private static partial Regex Feet();
    [GeneratedRegex(@"\bunited\s+inch(?:es)?\b|(?<=[\d\s])u\.?i\.?(?![a-z])")]
    private static partial Regex UnitedInches();
    [GeneratedRegex(@"(\d)\s?""")]
    private static partial Regex InchMark();
    [GeneratedRegex(@"(\d)\s*(?:inch(?:es)?|in)\b\.?(?! (?:all|total|one|a|the|our|my|price|cost|stock)\b)")]
    private static partial Regex Inches();
    [GeneratedRegex(@"(?<=[\d\s])(?:squares?|sqs?)\b(?!\s*sf)")]
    private static partial Regex Squares();
    [GeneratedRegex(@"\s*(?:percent|per cent|pct\b|%)")]
    private static partial Regex Percents();
    [GeneratedRegex(@"(?<![\d.])(\d+)\s+ft\s+(\d+(?:\.\d+)?)\s+in\b(?!\s*(?:k\b|k-style|gutter|half|0\.0|seamless))")]
    private static partial Regex FeetAndInches();
    [GeneratedRegex(@"(?<![\d./])(-?\d+(?:\.\d+)?)\s*[/:]\s*12\b")]
    private static partial Regex Slash();
    [GeneratedRegex(@"(?<![\d./])(\d{1,2}(?:\.\d+)?)\s*(?:on|over|in|-)\s*(?:a\s+)?12\b(?!\s*(?:ft|in|sq|sf|x|months?|mo\b|windows?|openings?))")]
    private static partial Regex OnTwelve();
    [GeneratedRegex(@"(?<![\d./])(\d{1,2})\s+12\s+(?=pitch|slope|roof)")]
    private static partial Regex SpokenPitch();
    [GeneratedRegex(@"\b(?:pitch|slope)(?:ed)?\s*(?:of|is|=|:|at|about)?\s*(?:a\s+)?(-?\d+(?:\.\d+)?)(?![\d.]|\s*(?:/12|ft\b|sf\b|sq\b|%|x))")]
    private static partial Regex PitchOf();
    [GeneratedRegex(@"(?<![\d./])(\d{1,2}(?:\.\d+)?)\s*(?:in\s+)?(?:pitch|slope)\b")]
    private static partial Regex NumberPitch();
    [GeneratedRegex(@"\bflat roof\b")]
    private static partial Regex FlatRoof();
    [GeneratedRegex(@"(\d\s*(?:ft|in)?\s*(?:wide|long|deep|high)?)\s*(?:\bby\b|x|\*)\s*(?=\d)")]
    private static partial Regex By();
    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
