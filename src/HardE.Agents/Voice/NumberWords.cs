using System.Globalization;

namespace HardE.Agents.Voice;

/// <summary>Numbers as they are said in American English.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (long Value, string Word)[] Scales =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred")];

    /// <summary>A count: 1250 is one thousand two hundred fifty.</summary>
    public static string Count(long number)
    {
        foreach (var (value, word) in Scales)
        {
            if (number >= value)
            {
                var rest = number % value;
                return $"{Count(number / value)} {word}{(rest > 0 ? " " + Count(rest) : "")}";
            }
        }

        return number < 20 ? Small[number] : Tens[number / 10] + (number % 10 > 0 ? " " + Small[number % 10] : "");
    }

    /// <summary>A year: 1998 is nineteen ninety eight, 2005 two thousand five.</summary>
    public static string Year(int year)
    {
        var (century, rest) = (year / 100, year % 100);
        return year is >= 2000 and < 2010 ? Count(year)
            : rest == 0 ? $"{Count(century)} hundred"
            : $"{Count(century)} {(rest < 10 ? "oh " : "")}{Count(rest)}";
    }

    /// <summary>A rank: 21 is twenty first.</summary>
    public static string Rank(long number)
    {
        var words = Count(number);
        var cut = words.LastIndexOf(' ') + 1;
        var last = words[cut..];
        return words[..cut] + last switch
        {
            "one" => "first",
            "two" => "second",
            "three" => "third",
            "five" => "fifth",
            "eight" => "eighth",
            "nine" => "ninth",
            "twelve" => "twelfth",
            _ when last.EndsWith('y') => last[..^1] + "ieth",
            _ => last + "th",
        };
    }

    /// <summary>Digit by digit, as in a phone number.</summary>
    public static string Digits(string digits) => string.Join(
        ' ', digits.Where(char.IsAsciiDigit).Select(d => Small[CharUnicodeInfo.GetDecimalDigitValue(d)]));
}
