using System.Text.RegularExpressions;

namespace HardE.Agents.Turns.Numbers;

/// <summary>Figures that are names, places, moments or places in a list, and no amounts.</summary>
internal static partial class NoNumbers
{
    private const string Month = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private const string Day = @"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?";
    private const string Year = @"(?:19|20)\d\d";
    private const string Amount = @"(?!\s?-?(?:[%k$¢]|percent|pct|dollars?|bucks|cents?|squares?|sq\b|sf\b|lf\b|ft\b|feet|foot|inch|bundles?|thousand|hundred|grand|million))(?![,.]?\d)";

    /// <summary>The text with those figures blanked out.</summary>
    public static string Blank(string text) => Other().Replace(Address().Replace(text, Spaces), Spaces);

    private static string Spaces(Match match) => new('\u00B7', match.Length);

    // House number, a direction, names with capitals, a street word; a place in a grid (2210 S 900 E); state and ZIP.
    [GeneratedRegex(@"(?<![$\d.,])\b\d{1,6}(?:-\d{1,4})?\s+(?:[NSEW]{1,2}\.?\s+)?(?:[A-Z0-9][\w'.]*\s+){1,4}?(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Ln|Lane|Blvd|Boulevard|Ct|Court|Cir|Circle|Pl|Place|Ter|Terrace|Pkwy|Parkway|Hwy|Highway|Way|Trl|Trail|Pike|Broadway)\b\.?(?:,?\s(?:Apt|Unit|Suite|Ste)\.?\s?#?\w+)?|\b\d{1,5}\s+[NSEW]\.?\s+\d{1,5}\s+[NSEW]\b|\b[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b|\bP\.?O\.? Box \d+")]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\S+@\S+|https?://\S+|www\.\S+"
        + @"|\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[.\d]*Z|[+-]\d\d:\d\d)?)?\b"
        + @"|\b\d{3,4}-\d{3,4}-\d\d\b(?!\d)"
        + @"|(?<![$\d.,])(?:\+?1[-. ]?)?(?:\(\d{3}\)\s?|\b\d{3}[-. ])\d{3}[-. ]\d{4}\b(?:,?\s?(?:x|ext\.?)\s?\d+)?"
        + @"|(?<![$\d.,])\b555-\d{4}\b|\b(?:call|dial|phone|cell|tel\.?|text (?:him|her|them) at)\s*:?\s*\d{3}-\d{4}\b"
        + @"|\b" + Month + @"\.?\s+" + Day + @"\b(?:,?\s+" + Year + @"\b)?" + Amount
        + @"|\b" + Day + @"\s+(?:of\s+)?" + Month + @"\b(?:,?\s+" + Year + @"\b)?"
        + @"|\b\d{1,2}/\d{1,2}/\d{2,4}\b|(?<![\d$/.,])\b\d{1,2}/\d{1,2}\b(?![/\d])(?!\s?(?:inch|in\.|""|%|percent|squares?|sq|off))"
        + @"|\b\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{1,2} o'clock\b|\b\d{1,4}(?:st|nd|rd|th)\b"
        + @"|\b(?:in|since|from|until|till|by|before|after|built|dated|circa|year|spring|summer|fall|autumn|winter|early|mid|late|end of|start of|" + Month + @"),?\s+(?:of\s+)?" + Year + @"\b(?![-/]\d)" + Amount
        + @"|(?<=^|\n)\s*(?:[-*]\s*)?(?:\d{1,2}[.)]|\(\d{1,2}\))(?=\s)|\[\d{1,3}\]|\((?:see )?\d{1,2}\)|#\d+\b" + Amount
        + @"|\b(?:steps?|options?|versions?|pages?|lines?|calls?|sections?|questions?|figure|tables?|suite|unit|apt\.?|apartment|route|highway|hwy|exit|phase|chapter|slide|room|floor|lot|gate code|code|ref(?:erence)?|id|no\.|zip(?: code)?)\s*[:#]?\s*\d+(?:\.\d+)?(?:(?:\s?(?:-|to|and|or|,)\s?)\d+)*\b" + Amount
        + @"|\b(?!USD|US|k\d)[a-z]{1,4}(?:-|_)?\d[\w-]*"
        + @"|(?<![$\d.,])\b\d{1,3}(?:\s?(?:-|to|or)\s?\d{1,3})?[\s-]+(?:business |working |calendar |more |full )?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
