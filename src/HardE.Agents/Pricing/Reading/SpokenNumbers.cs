using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.Pricing.Reading;

/// <summary>Number words as digits: "thirty by forty", "twenty eight hundred", "a dozen".</summary>
internal static partial class SpokenNumbers
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static string ToDigits(string text)
    {
        text = Dozen().Replace(text, m => m.Value.StartsWith("half", StringComparison.Ordinal) ? "6" : "12");
        return Words().Replace(text, m => IsPronoun(m, text) ? m.Value : string.Join(' ', Values(m.Value).Select(v => v.ToString(CultureInfo.InvariantCulture))) + Trail(m.Value));
    }

    // "that one", "the 4 bundle one": no number.
    private static bool IsPronoun(Match match, string text) =>
        match.Value.Trim() == "one" && (NotCounting().IsMatch(text[..match.Index]) || !Counted().IsMatch(text[(match.Index + match.Value.TrimEnd().Length)..]));

    private static string Trail(string words) => words.EndsWith(' ') ? " " : "";

    private static IEnumerable<long> Values(string words)
    {
        long total = 0, current = 0;
        var (any, last) = (false, 0);
        foreach (var word in words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => w != "and"))
        {
            if (word is "hundred" or "thousand")
            {
                var scale = word == "hundred" ? 100 : 1000;
                (total, current) = scale == 100 ? (total, Math.Max(1, current) * 100) : (total + (Math.Max(1, current) * 1000), 0);
                (any, last) = (true, scale);
                continue;
            }

            var value = Array.IndexOf(Small, word) is >= 0 and var small ? small : Array.IndexOf(Tens, word) * 10;
            if (any && !Joins(last, value))
            {
                yield return total + current;
                (total, current) = (0, 0);
            }

            current += value;
            (any, last) = (true, value);
        }

        if (any)
        {
            yield return total + current;
        }
    }

    private static bool Joins(int before, int value) => before >= 100 || (before >= 20 && before % 10 == 0 && value is > 0 and < 10);

    [GeneratedRegex(@"\b(?:half a |a )?dozen\b")] private static partial Regex Dozen();
    [GeneratedRegex(@"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|"
        + @"thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]+(?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
        + @"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand))*\b")]
    private static partial Regex Words();
    [GeneratedRegex(@"(?:that|this|the|which|no|any|every|each|what|bundle|good|other|last|next|same)\s+$")] private static partial Regex NotCounting();
    [GeneratedRegex(@"^[ -]+(?!(?:to|is|of|for|with|in|that|and|or|on|at|please|more|was|instead|as)\b)[a-z0-9]")] private static partial Regex Counted();
}
