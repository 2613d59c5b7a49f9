using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Finds when the customer would like to be seen, or that they want a call. Never a booking.</summary>
internal static partial class AppointmentReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        var asked = context.WasAsked(Slots.AppointmentPref);
        if (CallFirst.Match(said.Rest) is { Success: true } call)
        {
            said.Note(call);
            return [Finding.Of(Slots.AppointmentPref, new AppointmentWish(true), said.Span(call.Index, call.Length))];
        }

        if (asked && None.Match(said.Rest) is { Success: true } none)
        {
            return [Finding.Declined(Slots.AppointmentPref, said.Span(none.Index, none.Length))];
        }

        foreach (Match sentence in Sentences.Matches(said.Rest))
        {
            if (InSentence(said, sentence, context, asked) is { } found)
            {
                return [found];
            }
        }

        return [];
    }

    private static Finding? InSentence(Said said, Match sentence, ReadingContext context, bool asked)
    {
        var text = sentence.Value;
        var days = DateWords.Read(text, context.Today);
        var wish = Wish.IsMatch(text);
        if ((!wish && !asked && !BareDay.IsMatch(text)) || NotAWish.IsMatch(text) || (days.Count == 0 && !(asked || SureWish.IsMatch(text))))
        {
            return null;
        }

        var (part, after, before, times) = Times(text);
        if (days.Count == 0 && part is null && after is null && before is null)
        {
            return null;
        }

        var day = days.Count > 0 ? days[0] : null;
        var single = day is null || day.From == day.To;
        var value = new AppointmentWish(
            false, single ? Iso(day?.From) : null, single ? null : Iso(day!.From), single ? null : Iso(day!.To), part, after, before);
        var (start, end) = Bounds(days, times, text);
        var finding = Finding.Of(Slots.AppointmentPref, value, said.Span(sentence.Index + start, end - start));
        if (days.Count > 1 && !Corrections.IsRetraction(text) && days[0].From != days[1].From)
        {
            var last = days[^1];
            return finding with
            {
                Value = Turns.TurnJson.Element(value with { Date = null, From = Iso(days[0].From), To = Iso(last.To) }),
            };
        }

        return day is { } d && d.To < context.Today ? finding.Doubtful($"{Show(d.From)} is past. Which day did you mean?") : finding;
    }

    /// <summary>A wish in words: "Thursday, 12 March 2026, after 5:00 PM".</summary>
    public static string Describe(AppointmentWish wish)
    {
        if (wish.Call)
        {
            return "call to schedule";
        }

        var parts = new List<string>();
        if (wish.Date is { } date)
        {
            parts.Add(Show(DateOnly.Parse(date, CultureInfo.InvariantCulture)));
        }
        else if (wish is { From: { } from, To: { } to })
        {
            parts.Add($"{Show(DateOnly.Parse(from, CultureInfo.InvariantCulture))} to {Show(DateOnly.Parse(to, CultureInfo.InvariantCulture))}");
        }

        if (wish.Part is { } part)
        {
            parts.Add(part);
        }

        if (wish.After is { } after && after == wish.Before)
        {
            parts.Add($"at {Clock(after)}");
        }
        else
        {
            parts.AddRange(wish.After is { } a ? [$"after {Clock(a)}"] : []);
            parts.AddRange(wish.Before is { } b ? [$"before {Clock(b)}"] : []);
        }

        return string.Join(", ", parts);
    }

    private static string Show(DateOnly day) => day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Clock(string time) =>
        TimeOnly.Parse(time, CultureInfo.InvariantCulture).ToString("h:mm tt", CultureInfo.InvariantCulture);

    private static (string? Part, string? After, string? Before, Match? Times) Times(string text)
    {
        string? after = null, before = null;
        Match? used = null;
        if (Between.Match(text) is { Success: true } between)
        {
            (after, before, used) = (Hour(between, "h1", "m1", "ap1", between.Groups["ap2"].Value), Hour(between, "h2", "m2", "ap2", ""), between);
        }
        else
        {
            foreach (Match match in Limit.Matches(text))
            {
                var time = match.Groups["noon"].Success ? "12:00" : Hour(match, "h", "m", "ap", "");
                used = match;
                var word = match.Groups["word"].Value.ToLowerInvariant();
                after = word is "before" or "until" or "by" ? after : time;
                before = word is "before" or "until" or "by" ? time : word is "at" or "@" or "around" ? time : before;
            }
        }

        var part = PartOf.Match(text) is { Success: true } p ? PartName(p.Value) : null;
        return (part, after, before, used);
    }

    private static string PartName(string word) => char.ToUpperInvariant(word[0]) switch
    {
        'M' => "morning",
        'A' when word.StartsWith("aft", StringComparison.OrdinalIgnoreCase) => "afternoon",
        'A' => "morning",
        'P' => "afternoon",
        _ => "evening",
    };

    private static string? Hour(Match match, string hour, string minute, string half, string otherHalf)
    {
        var h = int.Parse(match.Groups[hour].Value, CultureInfo.InvariantCulture);
        var m = match.Groups[minute].Success ? int.Parse(match.Groups[minute].Value, CultureInfo.InvariantCulture) : 0;
        var said = (match.Groups[half].Value + otherHalf).ToLowerInvariant();
        var afternoon = match.Groups[half].Success ? match.Groups[half].Value.StartsWith("p", StringComparison.OrdinalIgnoreCase)
            : said.StartsWith('p') && h < 8 || h is >= 1 and <= 7;
        h = h == 12 ? (said.StartsWith('a') ? 0 : 12) : afternoon && h < 12 ? h + 12 : h;
        return h > 23 || m > 59 ? null : $"{h:00}:{m:00}";
    }

    private static (int Start, int End) Bounds(IReadOnlyList<DayHit> days, Match? times, string text)
    {
        var starts = days.Select(d => d.Start).Concat(times is null ? [] : [times.Index]).ToList();
        var ends = days.Select(d => d.Start + d.Length).Concat(times is null ? [] : [times.Index + times.Length]).ToList();
        return starts.Count == 0 ? (0, text.Length) : (starts.Min(), ends.Max());
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\bcall (?:to|and|for an?) (?:schedule|set|appointment|book|arrange|time)\w*(?:\s+up)?(?:\s+(?:a|an|the)\s+\w+)?|\b(?:call|phone|ring)\s+(?:him|her|them|me|us|the \w+)\s+(?:back\s+)?(?:to|and|for)\s+(?:schedule|set|book|arrange|find|pick|make|a time|an appointment)\w*(?:\s+(?:up\s+)?(?:a|an|the)\s+\w+)?|\b(?:we|you|someone|somebody)(?:'ll| will| should| can| need to|'d)? (?:just )?call (?:him|her|them) (?:to|for) (?:schedul\w+|set|an? \w+)\b|\bcall first\b|\bno (?:set )?(?:time|date|appointment) yet\b|\bappointment\W+call\b|\bwill (?:call|phone) to (?:schedule|set)\b|^\W*(?:just )?call(?: (?:him|her|them|first))?\W*$", Options)]
    private static partial Regex CallFirst { get; }

    [GeneratedRegex(@"^\W*(?:no preference|none|skip|n/a|no|any ?time|whenever|doesn'?t matter|unknown|not yet)\b", Options)]
    private static partial Regex None { get; }

    [GeneratedRegex(@"(?:[^.!?\n;]|\.(?=\S)|(?<=\b[ap]\.m)\.)+")]
    private static partial Regex Sentences { get; }

    [GeneratedRegex(@"\b(?:come|coming|stop by|appointment|appt|visit|meet|see (?:it|him|her|them)|take a look|look at|works?\b|is best|best (?:time|day)|would be (?:good|great|best|fine|nice)|good for|is good|is fine|is ok(?:ay)?|are (?:good|best|fine|ok)|available|availability|free|wants? (?:some(?:one|body)|us|an? (?:visit|estimate|appointment))|prefers?|preferr?ed|schedul\w+|set (?:for|up for)|inspection|estimate (?:on|for)|slot|home after|home on|both home|if possible|any ?time|ideally|can (?:we|you|someone)|could (?:we|you|someone)|would like|when:|time:|date:)", Options)]
    private static partial Regex Wish { get; }

    [GeneratedRegex(@"\b(?:best (?:time|day)s?|prefers?|appointment|available|availability|works?|preferred (?:time|day))\b(?=[^.\n]*\b(?:mornings?|afternoons?|evenings?|eves?|after|before|between)\b)|\b(?:mornings?|afternoons?|evenings?)\s+(?:after \d+ )?(?:are|is|work|would|best|only|preferred)\b", Options)]
    private static partial Regex SureWish { get; }

    /// <summary>A day with a part of the day or an hour: "and Tuesday the 17th, afternoon".</summary>
    [GeneratedRegex(@"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?\b[^.]{0,24}\b(?:mornings?|afternoons?|evenings?|eve|am|pm|after|before|at|noon|around)\b|\b(?:tomorrow|next week|\bthe \d+(?:th|st|nd|rd))[^.]{0,16}\b(?:morning|afternoon|evening|at|after|before)\b|\b(?:mornings?|afternoons?|evenings?)[^.]{0,10}\b(?:mon|tues?|wed|thu|fri|sat|sun)", Options)]
    private static partial Regex BareDay { get; }

    [GeneratedRegex(@"\badjuster|\blast (?:mon|tue|wed|thu|fri|sat|sun|week|night|month|year)|\byesterday\b|\bcall(?:s|ed)? (?:only |him |her |them )?(?:between|before|after)\b|\bclosing (?:on|date)\b|\bhail\b.*\bon\b|\bstorm\b.*\bon\b|\bdate of loss\b|\bDOL\b|\bsince\b|\bcalled (?:us|in|on|today|this)\b|\bjust called\b|\breceived\b|\bfiled\b|\bwas at work\b|^\s*(?:date|sent|on)\s*:|\bsays? no\b|\bvoicemail\b|\bmet (?:him|her|them)\b|\bbefore closing\b|\badding my\b", Options)]
    private static partial Regex NotAWish { get; }

    [GeneratedRegex(@"\b(?:between|from)?\s*(?<h1>\d{1,2})(?::(?<m1>\d\d))?\s*(?<ap1>[ap]\.?m\b\.?)?\s*(?:-|to|and)\s*(?<h2>\d{1,2})(?::(?<m2>\d\d))?\s*(?<ap2>[ap]\.?m\b\.?)?(?!\d|\s*(?:windows|sq|weeks?|days?|months?|years?|yrs))(?<=between.*|from.*|[ap]\.?m\.?)", Options)]
    private static partial Regex Between { get; }

    [GeneratedRegex(@"\b(?<word>after|before|until|by|at|from|around)\s+(?:about\s+)?(?:(?<h>\d{1,2})(?::(?<m>\d\d))?\s*(?<ap>[ap]\.?m\b\.?)?(?![\d/]|\s*(?:years?|yrs|weeks?|windows|(?-i:\p{Lu})))|(?<noon>noon))|(?<word>@)\s*(?<h>\d{1,2})(?::(?<m>\d\d))?\s*(?<ap>[ap]\.?m\b)?|(?<word>)\b(?<h>\d{1,2})(?::(?<m>\d\d))?\s*(?<ap>[ap]\.?m)\b", Options)]
    private static partial Regex Limit { get; }

    [GeneratedRegex(@"\b(?:mornings?|afternoons?|evenings?|eves?|nights?|a\.m\.|am(?= only)|tonight)\b", Options)]
    private static partial Regex PartOf { get; }
}
