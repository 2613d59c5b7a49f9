using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>A day or a span of days as it stands in a text.</summary>
internal sealed record DayHit(int Start, int Length, DateOnly From, DateOnly To);

/// <summary>Reads days: 03/17/2026, March 19, the 17th, Thursday, tomorrow, next week.</summary>
internal static partial class DateWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <param name="past">True to resolve a day without a year or week backwards (a storm), false forwards (a wish).</param>
    public static IReadOnlyList<DayHit> Read(string text, DateOnly today, bool past = false)
    {
        var hits = new List<DayHit>();
        void Add(Match match, DateOnly? from, DateOnly? to = null)
        {
            if (from is { } day && !hits.Exists(h => h.Start < match.Index + match.Length && match.Index < h.Start + h.Length))
            {
                hits.Add(new DayHit(match.Index, match.Length, day, to ?? day));
            }
        }

        foreach (Match m in Iso.Matches(text))
        {
            Add(m, Day(m.Groups["y"].Value, m.Groups["m"].Value, m.Groups["d"].Value, today, past));
        }

        foreach (Match m in Slashes.Matches(text))
        {
            Add(m, Day(m.Groups["y"].Value, m.Groups["m"].Value, m.Groups["d"].Value, today, past));
        }

        foreach (Match m in Named.Matches(text))
        {
            var month = Array.IndexOf(Months, m.Groups["mon"].Value[..3].ToLowerInvariant()) + 1;
            Add(m, Day(m.Groups["y"].Value, month.ToString(CultureInfo.InvariantCulture), m.Groups["d"].Value, today, past));
        }

        foreach (Match m in Weekday.Matches(text))
        {
            Add(m, OfWeekday(m, today, past));
        }

        foreach (Match m in NumberOnly.Matches(text))
        {
            Add(m, OfMonth(int.Parse(m.Groups["d"].Value, CultureInfo.InvariantCulture), today));
        }

        foreach (Match m in Near.Matches(text))
        {
            var (from, to) = NearDay(m.Value.ToLowerInvariant(), today);
            Add(m, from, to);
        }

        // "Thursday, 19 March" is one day: the date decides.
        hits.RemoveAll(w => char.IsLetter(text[w.Start]) && hits.Exists(d => d != w && d.Start >= w.Start + w.Length && d.Start - w.Start - w.Length <= 2
            && Weekday.IsMatch(text[w.Start..(w.Start + w.Length)])));
        return [.. hits.OrderBy(h => h.Start)];
    }

    private static DateOnly? Day(string year, string month, string day, DateOnly today, bool past)
    {
        var (m, d) = (int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
        var y = year.Length == 0 ? today.Year : int.Parse(year, CultureInfo.InvariantCulture) + (year.Length == 2 ? 2000 : 0);
        if (m is < 1 or > 12 || y is < 1900 or > 2100 || d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            return null;
        }

        var date = new DateOnly(y, m, d);
        return year.Length > 0 ? date
            : past && date > today ? date.AddYears(-1)
            : !past && date < today.AddDays(-60) ? date.AddYears(1)
            : date;
    }

    private static DateOnly? OfWeekday(Match match, DateOnly today, bool past)
    {
        var weekday = (DayOfWeek)Array.IndexOf(Days, match.Groups["day"].Value[..3].ToLowerInvariant());
        if (match.Groups["d"] is { Success: true } number)
        {
            return OfMonth(int.Parse(number.Value, CultureInfo.InvariantCulture), today);
        }

        var ahead = ((int)weekday - (int)today.DayOfWeek + 7) % 7;
        ahead = ahead == 0 ? 7 : ahead;
        return match.Groups["which"].Value.ToLowerInvariant() switch
        {
            "last" or "past" => today.AddDays(ahead - 7),
            "next" when weekday != DayOfWeek.Monday && ahead + (int)today.DayOfWeek <= 7 => today.AddDays(ahead + 7),
            _ => today.AddDays(past ? ahead - 7 : ahead),
        };
    }

    private static DateOnly? OfMonth(int day, DateOnly today)
    {
        for (var first = new DateOnly(today.Year, today.Month, 1); first < today.AddMonths(4); first = first.AddMonths(1))
        {
            if (day >= 1 && day <= DateTime.DaysInMonth(first.Year, first.Month) && first.AddDays(day - 1) >= today)
            {
                return first.AddDays(day - 1);
            }
        }

        return null;
    }

    private static (DateOnly From, DateOnly To) NearDay(string words, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return words switch
        {
            "today" or "tonight" => (today, today),
            "day after tomorrow" or "the day after tomorrow" => (today.AddDays(2), today.AddDays(2)),
            _ when words.StartsWith("tomorrow", StringComparison.Ordinal) => (today.AddDays(1), today.AddDays(1)),
            _ when words.Contains("weekend", StringComparison.Ordinal) =>
                words.Contains("next", StringComparison.Ordinal) ? (monday.AddDays(12), monday.AddDays(13)) : (monday.AddDays(5), monday.AddDays(6)),
            _ when words.Contains("next", StringComparison.Ordinal) => (monday.AddDays(7), monday.AddDays(11)),
            _ => (today, monday.AddDays(4) < today ? today : monday.AddDays(4)),
        };
    }

    [GeneratedRegex(@"\b(?<y>20\d\d)-(?<m>\d{1,2})-(?<d>\d{1,2})\b")]
    private static partial Regex Iso { get; }

    [GeneratedRegex(@"(?<![\d/\-])(?<m>\d{1,2})/(?<d>\d{1,2})(?:/(?<y>\d{4}|\d{2}))?(?![\d/])")]
    private static partial Regex Slashes { get; }

    [GeneratedRegex(@"\b(?<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+(?:the\s+)?(?<d>\d{1,2})(?:st|nd|rd|th)?\b(?!\d|:)(?:,?\s+(?<y>20\d\d))?|\b(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<mon>jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:,?\s+(?<y>20\d\d))?", Options)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"\b(?:(?<which>next|this|last|past|coming)\s+)?(?<day>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?\b(?:,?\s+(?:the\s+)?(?<d>\d{1,2})(?:st|nd|rd|th))?", Options)]
    private static partial Regex Weekday { get; }

    [GeneratedRegex(@"\b(?:on|by)?\s*\bthe\s+(?<d>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:street|st|ave|floor|of\s+\p{L}+|house|grade))", Options)]
    private static partial Regex NumberOnly { get; }

    [GeneratedRegex(@"\b(?:the )?day after tomorrow\b|\btomorrow\b|\btoday\b|\btonight\b|\b(?:next|this|the|on the)\s+weekend\b|\bweekend\b(?!s)|\bnext week\b|\b(?:later )?this week\b", Options)]
    private static partial Regex Near { get; }
}
