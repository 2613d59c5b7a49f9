using System.Text.RegularExpressions;

namespace HardE.Agents.CallAnalysis;

/// <summary>What a question about calls asks for, read from its words.</summary>
internal sealed record AnalysisQuestion(CallFilter Filter, IReadOnlyList<string> Calls, IReadOnlyList<string> Outcomes)
{
    private static readonly (Regex Named, string Code)[] Objections =
    [
        (Word(@"price|expensive|too high|cost"), "PRICE"), (Word(@"three quotes|other quotes|quotes?|bids?"), "QUOTES"), (Word(@"think(ing)? (about )?it|think it over|think objection"), "THINK"),
        (Word(@"spouse|partner|husband|wife|absent"), "SPOUSE"), (Word(@"insurance|deductible objection|hail claim"), "INSUR"), (Word(@"timing|not now|spring|wait until"), "TIMING"),
        (Word(@"trust|bad experience"), "TRUST"), (Word(@"repair|patch"), "REPAIR"), (Word(@"diy|cousin|do it (him|her|them)sel\w+"), "DIY"),
        (Word(@"finance|financing|loans?|borrow"), "FINANCE"), (Word(@"moving|selling the house"), "MOVING"), (Word(@"hoa|board|association|condo"), "HOA"),
    ];

    private static readonly string[] Techniques =
    [
        "photo-review", "priorities", "options", "silence", "set-expectations", "documents", "dated-next-step", "comparison-sheet", "isolate", "direct-close",
        "smaller-scope", "measure-aloud", "show-the-math", "pause-the-presentation", "partner-questions", "price-drop", "monologue", "let-them-tell-the-story",
        "match-safeguards", "staged-payment", "risk-of-waiting", "hold-date", "plain-terms", "monthly-payment", "ignored-signal", "honest-no", "inspection-report",
        "referral-seed", "map-the-decision", "board-package", "feature-list", "no-isolation",
    ];

    private static readonly (Regex Named, string Trade)[] Trades =
        [(Word(@"roof(s|ing)?"), "roofing"), (Word("siding"), "siding"), (Word("gutters?"), "gutters"), (Word("windows?"), "windows")];

    private static readonly (Regex Named, string Outcome)[] Ends =
    [
        (Word(@"sold|won|win|wins|closed|sale|sales? calls? won"), "sold"), (Word(@"lost|lose|losing|losses"), "lost"), (Word(@"follow[- _]?ups?"), "follow_up"), (Word(@"no[- _]?fit"), "no_fit"),
    ];

    public static AnalysisQuestion Of(string text)
    {
        var outcomes = Ends.Where(e => e.Named.IsMatch(text)).Select(e => e.Outcome).ToList();
        var technique = Techniques.FirstOrDefault(t => text.Contains(t, StringComparison.OrdinalIgnoreCase) || Word(t.Replace("-", "[- ]", StringComparison.Ordinal)).IsMatch(text));
        var filter = new CallFilter(
            null,
            Trades.FirstOrDefault(t => t.Named.IsMatch(text)).Trade,
            RepName.Match(text) is { Success: true } rep ? $"Rep {rep.Groups[1].Value.ToUpperInvariant()}" : null,
            Leads.Match(text) is { Success: true } lead ? lead.Groups[1].Value.ToLowerInvariant().Replace(' ', '_') : null,
            [.. Objections.Where(o => o.Named.IsMatch(text)).Select(o => o.Code)],
            technique);
        var calls = CallNumbers.Matches(text).Select(m => $"call-{m.Groups[1].Value.PadLeft(2, '0')}").Concat(MoreNumbers.Matches(text).Select(m => $"call-{m.Groups[1].Value.PadLeft(2, '0')}")).Distinct().ToList();
        return new AnalysisQuestion(filter, calls, outcomes);
    }

    /// <summary>True when nothing in the text says which calls or what about them.</summary>
    public bool IsOpen => Calls.Count == 0 && Outcomes.Count == 0 && Filter is { Trade: null, Rep: null, Lead: null, Technique: null, Objections.Count: 0 };

    private static readonly Regex RepName = new(@"\brep ([a-z])\b", RegexOptions.IgnoreCase);
    private static readonly Regex Leads = new(@"\b(website|canvassing|referral|google|facebook|mailer|home show|home_show|realtor|yard sign|yard_sign)s?\b", RegexOptions.IgnoreCase);
    private static readonly Regex CallNumbers = new(@"\bcalls?[- #]*(?:number |no\.? )?0*(\d{1,3})\b", RegexOptions.IgnoreCase);
    private static readonly Regex MoreNumbers = new(@"(?<=\bcalls? \d{1,3}(?:, \d{1,3})*,? (?:and|or|vs\.?|with|to|against) (?:call[- ]?)?)0*(\d{1,3})\b", RegexOptions.IgnoreCase);

    private static Regex Word(string pattern) => new($@"\b(?:{pattern})\b", RegexOptions.IgnoreCase);
}
