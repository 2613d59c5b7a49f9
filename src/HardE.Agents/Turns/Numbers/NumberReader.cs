using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Agents.Turns.Numbers;

/// <summary>
/// Reads the prices, percentages, quantities and other amounts of a text. Dates, times, phones, addresses, record numbers, list
/// numbers and spans of days are none.
/// </summary>
internal static partial class NumberReader
{
    /// <summary>Units and the one word by which they are known here.</summary>
    private static readonly (Regex Named, string Unit)[] Units =
    [
        (Unit(@"sq\.? ?f(?:ee|oo)?t|square[- ]f(?:ee|oo)t|sf"), "square_foot"), (Unit(@"squares?|sqs?"), "square"), (Unit("united inch(?:es)?|ui"), "united_inch"),
        (Unit(@"(?:linear |lineal |running )?f(?:ee|oo)?t|lf|'"), "foot"), (Unit(@"inch(?:es)?|in\.|"""), "inch"), (Unit("yards?"), "yard"),
        (Unit("bundles?"), "bundle"), (Unit("rolls?"), "roll"), (Unit("sheets?"), "sheet"), (Unit("box(?:es)?"), "box"), (Unit("cartons?"), "carton"),
        (Unit("pieces?|pcs?"), "piece"), (Unit("sticks?"), "stick"), (Unit("hangers?"), "hanger"), (Unit("elbows?"), "elbow"), (Unit("downspouts?"), "downspout"),
        (Unit("outlets?"), "outlet"), (Unit("gallons?|gals?"), "gallon"), (Unit("pounds?|lbs?"), "pound"), (Unit("tons?"), "ton"), (Unit("tubes?"), "tube"),
        (Unit("nails?"), "nail"), (Unit("windows?"), "window"), (Unit("doors?"), "door"), (Unit("panels?"), "panel"), (Unit("vents?"), "vent"),
        (Unit("dumpsters?"), "dumpster"), (Unit("months?"), "month"), (Unit("years?|yrs?"), "year"), (Unit("times|x"), "times"), (Unit("degrees?|°"), "degree"),
    ];

    /// <summary>Every amount in the text, in order.</summary>
    public static IReadOnlyList<StatedNumber> Read(string text)
    {
        var plain = NoNumbers.Blank(SpelledNumbers.ToFigures(Plain(text)));
        return [.. Number().Matches(plain).Select(m => Of(m, plain[(m.Index + m.Length)..Math.Min(plain.Length, m.Index + m.Length + 24)]))];
    }

    /// <summary>The unit that a name of data speaks of, such as <c>waste_squares</c>; null for none.</summary>
    public static string? UnitOf(string name) =>
        name.Split('_').Select(part => Units.FirstOrDefault(u => u.Named.IsMatch(part)).Unit).FirstOrDefault(unit => unit is not null);

    /// <summary>Emphasis away, one kind of digit, dash and fraction.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Fractions().Replace(text, " $0").Normalize(NormalizationForm.FormKC))
        {
            plain.Append(c switch
            {
                '*' or '_' or '`' or '\u200B' or '\u2060' or '\uFEFF' => "",
                '\u2044' => "/",
                '–' or '—' or '−' or '‑' => "-",
                '’' or '′' => "'",
                _ when char.IsDigit(c) => CharUnicodeInfo.GetDecimalDigitValue(c).ToString(CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return plain.ToString();
    }

    private static StatedNumber Of(Match match, string after)
    {
        var written = match.Groups["figure"].Value.Replace(",", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var value = double.Parse(written, CultureInfo.InvariantCulture) + Fraction(match.Groups["fraction"].Value);
        var decimals = match.Groups["fraction"].Success ? 4 : written.Contains('.', StringComparison.Ordinal) ? written.Length - written.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var scale = Scale(match.Groups["scale"].Value);
        var (amount, step) = (value * scale, Math.Pow(10, -decimals) * scale);
        return Percent().IsMatch(after) ? new StatedNumber(amount, step, NumberKind.Percent)
            : Cents().IsMatch(after) ? new StatedNumber(amount / 100, step / 100, NumberKind.Money)
            : match.Groups["currency"].Success || Money().IsMatch(after) ? new StatedNumber(amount, step, NumberKind.Money)
            : Units.FirstOrDefault(u => u.Named.IsMatch(after)).Unit is { } unit ? new StatedNumber(amount, step, NumberKind.Quantity, unit)
            : new StatedNumber(amount, step, NumberKind.Bare);
    }

    private static double Fraction(string text) => text.Split('/') is [var above, var below]
        ? double.Parse(above, CultureInfo.InvariantCulture) / double.Parse(below, CultureInfo.InvariantCulture) : 0;

    private static double Scale(string word) => word.ToLowerInvariant() switch
    {
        "" => 1,
        "hundred" => 100,
        "k" or "thousand" or "grand" => 1_000,
        _ => 1_000_000,
    };

    private static Regex Unit(string words) => new($@"^[\s-]?(?:{words})(?![\p{{L}}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"(?<currency>(?:US ?)?[$€£]|\bUSD)?\s?(?<![\p{L}\d.,]|[\p{L}\d][.,])(?<figure>(?:\d{1,3}(?:[,']\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)(?:[ -](?<fraction>[1-9]\d?/[2-9]\d?)(?!\d))?(?:\s?(?<scale>k|thousand|grand|hundred|million|mil|mm|M)(?![\p{L}\d]))?", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s?-?(?:%|percent\b|per cent\b|pct\b|percentage|basis points?\b|bps\b|points? (?:of|off)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Percent();

    [GeneratedRegex(@"^\s?(?:¢|cents?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Cents();

    [GeneratedRegex(@"^\s?-?(?:dollars?\b|bucks?\b|USD\b|[$€£]|(?:a|an|per|each|every|/)\s?(?:month|mo|foot|ft|square|sq|sheet|piece|roll|box|bundle|yard|window|hour|nail)\b|each\b|apiece\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"[¼½¾⅓⅔⅛⅜⅝⅞]")]
    private static partial Regex Fractions();
}
