using System.Text.RegularExpressions;

namespace HardE.Agents.Pricing.Windows;

/// <summary>Short forms of window styles, spelt out as catalogs spell them.</summary>
internal static partial class WindowWords
{
    public static string Plain(string said)
    {
        var text = DoubleHung().Replace(said, "double-hung");
        text = ThreeLite().Replace(text, "three-lite slider");
        text = TwoLite().Replace(text, "two-lite slider");
        return Plurals().Replace(text, "$1");
    }

    [GeneratedRegex(@"\b(?:dh|double[- ]?hungs?|double hung)\b", RegexOptions.IgnoreCase)] private static partial Regex DoubleHung();
    [GeneratedRegex(@"\b(?:3|three)[- ]?(?:lites?|panels?|way)?[- ]?(?:sliders?|sliding window)\b", RegexOptions.IgnoreCase)] private static partial Regex ThreeLite();
    [GeneratedRegex(@"(?<!lite )\b(?:(?:2|two)[- ]?(?:lites?|panels?)?[- ]?)?(?<!lite )(?:sliders?|gliders?|sliding windows?)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex TwoLite();
    [GeneratedRegex(@"\b(casement|awning|picture|bay|bow)s\b", RegexOptions.IgnoreCase)] private static partial Regex Plurals();
}
