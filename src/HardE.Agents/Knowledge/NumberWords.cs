using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.Knowledge;

/// <summary>Number words as figures: <c>thirty-two by fifty is eighty-two</c> becomes <c>32 by 50 is 82</c>.</summary>
internal static partial class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>Two upwards; <c>one</c> and <c>zero</c> stay words unless they are part of a larger number.</summary>
    public static string ToFigures(string text) => Number().Replace(text, m =>
        Value(m.Value) is > 1 and var value ? value.ToString(CultureInfo.InvariantCulture) : m.Value);

    private static int Value(string words)
    {
        int total = 0, part = 0;
        foreach (var word in words.ToLower(CultureInfo.InvariantCulture).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word)
            {
                case "hundred":
                    part = Math.Max(1, part) * 100;
                    break;
                case "thousand":
                    total += Math.Max(1, part) * 1000;
                    part = 0;
                    break;
                default:
                    part += Array.IndexOf(Small, word) is >= 0 and var small ? small : (Array.IndexOf(Tens, word) + 2) * 10;
                    break;
            }
        }

        return total + part;
    }

    private const string Unit = "(?:one|two|three|four|five|six|seven|eight|nine)";
    private const string Ten = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private const string Below100 = $"(?:(?:{Ten})(?:[ -]{Unit})?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|{Unit})";

    [GeneratedRegex($@"\b(?:{Below100} thousand(?: {Unit} hundred)?(?: {Below100})?|{Below100} hundred(?: {Below100})?|{Below100})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
