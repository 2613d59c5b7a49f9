using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Agents.Turns.Numbers;

/// <summary>Numbers in words as figures: <c>two and a half thousand dollars</c> becomes <c>2500 dollars</c>.</summary>
internal static partial class SpelledNumbers
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, double> Scales = new(StringComparer.Ordinal)
    {
        ["dozen"] = 12,
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["grand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
    };

    private static readonly Dictionary<string, double> Vague = new(StringComparer.Ordinal) { ["a"] = 1, ["an"] = 1, ["couple"] = 2, ["few"] = 3, ["several"] = 3, ["half"] = 0.5 };

    /// <summary>The text with figures; digits that are spelled one by one are joined.</summary>
    public static string ToFigures(string text)
    {
        var figures = new StringBuilder(text.Length);
        var words = Word().Matches(text);
        var copied = 0;
        for (var i = 0; i < words.Count;)
        {
            if (Read(text, words, i) is not (var count and > 0, var value, var money))
            {
                i++;
                continue;
            }

            var (first, last) = (words[i], words[i + count - 1]);
            figures.Append(text, copied, first.Index - copied).Append(value.ToString("0.####", CultureInfo.InvariantCulture)).Append(money ? " dollars" : "");
            copied = last.Index + last.Length;
            i += count;
        }

        var told = figures.Append(text, copied, text.Length - copied).ToString();
        return OneByOne().Replace(HalfPrice().Replace(told, "50 %"), m => m.Value.Count(char.IsAsciiDigit) is 7 or 10 or 11 ? m.Value : NoDigit().Replace(m.Value, ""));
    }

    /// <summary>How many words from here make a number, and which.</summary>
    private static (int Count, double Value, bool Money) Read(string text, MatchCollection words, int from)
    {
        var (total, part, used, money, proper) = (0.0, 0.0, 0, false, false);
        for (var at = from; at < words.Count && (at == from || Joined(text, words[at - 1], words[at])); at++)
        {
            var word = words[at].Value.ToLowerInvariant();
            if (Digit(word) is { } digit && MayFollow(part, digit))
            {
                (part, used, proper) = (part + digit, at + 1 - from, true);
            }
            else if (Scales.TryGetValue(word, out var scale) && (part > 0 || used == 0))
            {
                (total, part) = scale > 100 ? (total + (Math.Max(1, part) * scale), 0) : (total, part == 0 ? scale : part * scale);
                (used, money, proper) = (at + 1 - from, money || word == "grand", true);
            }
            else if (word == "half" && proper && words[at - 1].Value is "a" or "A" or "and")
            {
                (part, used) = (part + 0.5, at + 1 - from);
            }
            else if (at == from && Vague.TryGetValue(word, out var start))
            {
                part = start;
            }
            else if (at == from + 1 && !proper && Vague.TryGetValue(word, out var second) && word is "couple" or "few")
            {
                part = Vague[word];
            }
            else if (word is not ("and" or "of" or "a"))
            {
                break;
            }
        }

        return proper ? (used, total + part, money) : (0, 0, false);
    }

    private static double? Digit(string word) =>
        Array.IndexOf(Small, word) is >= 0 and var small ? small : Array.IndexOf(Tens, word) is >= 0 and var ten ? (ten + 2) * 10 : null;

    /// <summary>Twenty may be followed by one, a hundred by anything below; six by nothing.</summary>
    private static bool MayFollow(double part, double next) =>
        part == 0 || (part % 100 == 0 && part >= 100) || (part % 100 >= 20 && part % 10 == 0 && next is > 0 and < 10);

    private static bool Joined(string text, Match one, Match next) => text.AsSpan(one.Index + one.Length, next.Index - one.Index - one.Length) is " " or "-" or "\n";

    [GeneratedRegex(@"[A-Za-z]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bhalf[- ](?=off|price)", RegexOptions.IgnoreCase)]
    private static partial Regex HalfPrice();

    [GeneratedRegex(@"(?<![\d.,-])\d(?:[ -]\d){2,}(?![\d.,-])")]
    private static partial Regex OneByOne();

    [GeneratedRegex(@"\D")]
    private static partial Regex NoDigit();
}
