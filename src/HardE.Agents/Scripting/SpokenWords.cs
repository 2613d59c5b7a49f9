using System.Globalization;

namespace HardE.Agents.Scripting;

/// <summary>Writes numbers, phones and times as a voice says them: no digits, no abbreviations.</summary>
internal static class SpokenWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty"];

    private static readonly string[] Ordinals =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    /// <summary>0 to 59.</summary>
    public static string Number(int value) => value switch
    {
        < 20 => Small[value],
        _ when value % 10 == 0 => Tens[value / 10],
        _ => $"{Tens[value / 10]}-{Small[value % 10]}",
    };

    /// <summary>A phone number digit by digit, grouped as it is written; empty when there are fewer than seven digits.</summary>
    public static string Phone(string written)
    {
        var digits = written.Where(char.IsAsciiDigit).Select(d => d - '0').ToArray();
        if (digits is [1, .. var rest] && rest.Length == 10)
        {
            digits = rest;
        }

        int[] groups = digits.Length switch { 10 => [3, 3, 2, 2], 7 => [3, 2, 2], _ => [] };
        var at = 0;
        var spoken = new List<string>();
        foreach (var length in groups)
        {
            spoken.Add(string.Join(' ', digits.Skip(at).Take(length).Select(d => d == 0 ? "oh" : Small[d])));
            at += length;
        }

        return string.Join(", ", spoken);
    }

    /// <summary><c>on Thursday, March twelfth, at three thirty in the afternoon</c>; the time is the company's own.</summary>
    public static string Moment(DateTimeOffset local)
    {
        var day = $"on {local.ToString("dddd, MMMM", CultureInfo.InvariantCulture)} {Ordinal(local.Day)}";
        return local.TimeOfDay == TimeSpan.Zero ? day : $"{day}, at {Time(local.TimeOfDay)}";
    }

    private static string Time(TimeSpan time)
    {
        var part = time.Hours switch { < 12 => "in the morning", < 17 => "in the afternoon", _ => "in the evening" };
        var hour = Number((time.Hours + 11) % 12 + 1);
        return time switch
        {
            { Hours: 12, Minutes: 0 } => "noon",
            { Minutes: 0 } => $"{hour} {part}",
            { Minutes: < 10 } => $"{hour} oh {Number(time.Minutes)} {part}",
            _ => $"{hour} {Number(time.Minutes)} {part}",
        };
    }

    private static string Ordinal(int day) => day switch
    {
        <= 20 => Ordinals[day],
        30 => "thirtieth",
        < 30 => $"twenty-{Ordinals[day - 20]}",
        _ => "thirty-first",
    };
}
