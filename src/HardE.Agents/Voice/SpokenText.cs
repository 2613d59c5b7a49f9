using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.Voice;

/// <summary>Writes a sentence the way it is said: amounts, sizes, phone numbers and signs become words.</summary>
public static partial class SpokenText
{
    /// <summary>Same words for the ear; captions keep the written form.</summary>
    public static string ForSpeech(string sentence)
    {
        var said = Phone().Replace(sentence, m => string.Join(", ", Digit().Matches(m.Value).Select(d => NumberWords.Digits(d.Value))));
        said = Money().Replace(said, SayMoney);
        said = Clock().Replace(said, SayTime);
        said = Percent().Replace(said, m => $"{SayNumber(m.Groups[1].Value)} percent");
        said = Size().Replace(said, m => $"{SayNumber(m.Groups[1].Value)} by {SayNumber(m.Groups[2].Value)}");
        said = Fraction().Replace(said, SayFraction);
        said = Ordinal().Replace(said, m => NumberWords.Rank(long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
        said = SquareFeet().Replace(said, "square feet");
        said = Square().Replace(said, "square");
        said = Web().Replace(said, m => m.Value.Replace(".", " dot ", StringComparison.Ordinal));
        said = Year().Replace(said, m => NumberWords.Year(int.Parse(m.Value, CultureInfo.InvariantCulture)));
        said = Number().Replace(said, m => SayNumber(m.Value));
        said = said.Replace("&", " and ", StringComparison.Ordinal).Replace("@", " at ", StringComparison.Ordinal)
            .Replace("+", " plus ", StringComparison.Ordinal).Replace("#", " number ", StringComparison.Ordinal);
        return Spaces().Replace(said, " ").Trim();
    }

    private static string SayNumber(string digits)
    {
        var parts = digits.Replace(",", "", StringComparison.Ordinal).Split('.');
        if (parts[0].Length > 15 || !long.TryParse(parts[0], CultureInfo.InvariantCulture, out var whole))
        {
            return NumberWords.Digits(digits);
        }

        return NumberWords.Count(whole) + (parts.Length > 1 ? $" point {NumberWords.Digits(parts[1])}" : "");
    }

    private static string SayMoney(Match m)
    {
        var (amount, cents, scale) = (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value.Trim());
        if (scale.Length > 0)
        {
            var word = scale is "k" or "K" ? "thousand" : scale;
            return $"{SayNumber(amount + (cents.Length > 0 ? "." + cents : ""))} {word} dollars";
        }

        var dollars = $"{SayNumber(amount)} {(amount == "1" ? "dollar" : "dollars")}";
        return cents.Length == 2 && cents != "00" ? $"{dollars} and {SayNumber(cents.TrimStart('0'))} cents" : dollars;
    }

    private static string SayTime(Match m)
    {
        var (hour, minute) = (int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), m.Groups[2].Value + m.Groups[4].Value);
        var half = m.Groups[3].Success ? $" {char.ToUpperInvariant(m.Groups[3].Value[0])} M" : "";
        var minutes = minute switch
        {
            "" => "",
            "00" => half.Length > 0 ? "" : " o'clock",
            ['0', var digit] => $" oh {NumberWords.Digits(digit.ToString())}",
            _ => $" {SayNumber(minute)}",
        };
        return NumberWords.Count(hour) + minutes + half;
    }

    private static string SayFraction(Match m) => m.Value switch
    {
        "1/2" => "one half",
        "1/4" => "one quarter",
        "3/4" => "three quarters",
        _ => $"{SayNumber(m.Groups[1].Value)} {SayNumber(m.Groups[2].Value)}", // a 6/12 pitch, 24/7
    };

    [GeneratedRegex(@"(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\)\s?|\d{3}[-. ])?\d{3}[-.]\d{4}(?![\d-])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digit();

    [GeneratedRegex(@"\$\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?( million| billion| thousand|[kK]\b)?")]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(1[0-2]|[1-9])(?:(?::([0-5]\d))?\s?([aApP])\.?[mM]\b(?:\.(?=\s+[a-z]))?|:([0-5]\d)\b)")]
    private static partial Regex Clock();

    [GeneratedRegex(@"(\d[\d,]*(?:\.\d+)?)\s?%")]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b(\d+)\s?[xX\u00D7]\s?(\d+)\b")]
    private static partial Regex Size();

    [GeneratedRegex(@"(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/])")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\b(\d{1,6})(?:st|nd|rd|th)\b")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\bsq\.?\s?ft\b\.?", RegexOptions.IgnoreCase)]
    private static partial Regex SquareFeet();

    [GeneratedRegex(@"\bsq\.", RegexOptions.IgnoreCase)]
    private static partial Regex Square();

    [GeneratedRegex(@"\b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|net|org|example)\b")]
    private static partial Regex Web();

    [GeneratedRegex(@"(?<![\d,.$])(?:19|20)\d\d(?![\d,]|\.\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
