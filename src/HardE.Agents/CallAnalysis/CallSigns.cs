using System.Text.RegularExpressions;

namespace HardE.Agents.CallAnalysis;

/// <summary>Hears objections and techniques in what was said, each with its line. The codes are those of domain.md 4.</summary>
internal static class CallSigns
{
    private const string Amount = "(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)";

    private static readonly (string Code, Regex Pattern)[] ByHomeowner =
    [
        ("PRICE", Sign($@"more than (we|i) (had|thought|expected|planned|wanted)|\btoo (expensive|much|high|rich)\b|a (long way|lot more|good deal more)\b|(can't|cannot) afford|over (our|my|the) budget|(paid|pay|spend|spent) (about|around|maybe|only) {Amount}|\bcheaper\b|a lot of money|quite a bit more|that's (a lot|steep|high)|out of (our|my) (range|budget)|^{Amount}([ -]{Amount})*[.?!] (oh|wow|ouch|huh)|you took .{{2,30}} off\b|beat that price|come down on")),
        ("QUOTES", Sign(@"(three|other|two|more|another|second|third) (quotes?|bids?|estimates?|prices|proposals?)|shop(ping)? around|(get|getting|want|see) (a few|some|more|other) (quotes|bids|estimates|prices)|compare (a few|some|other)")),
        ("THINK", Sign(@"think (about|it over|on) ?(it|this|that)?|sleep on it|(need|like|want) (some |a little )?time (to think|with it)|let (us|me) think|mull it")),
        ("SPOUSE", Sign(@"(is|are|'s) (on shift|at work|not home|not here|away|out of town|traveling)\b|pass it on|(talk|check|speak) (to|with) my (wife|husband|partner|spouse|better half)|ask my (wife|husband|partner)|(wife|husband|partner) (isn't|is not|wasn't|couldn't|can't)|(wife|husband|partner) (handles|decides|makes) ")),
        ("INSUR", Sign(@"roof was free|took care of the deductible|(cover|waive|eat|absorb|pay|handle)\w* (the|my|our) deductible|(insurance|insurer|state farm|allstate|they) (should|will|has to|ought to|better|is going to) (pay|cover)|so it's not free|if they pay less|free roof|insurance (pays|covers) (it|for|the)")),
        ("TIMING", Sign(@"call (us|me) (back )?in (the )?(january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|winter|new year)|nobody does .{2,20} in|not (now|yet|until|before|this) ?(the )?(spring|winter|summer|fall|year|christmas|season)|wait (until|till|for) (the )?(spring|summer|next|after|fall|winter)|next (year|spring|season)|after the (holidays|winter|new year)|bad time (for us|right now)")),
        ("TRUST", Sign(@"don't trust|bad experience|last (guy|contractor|roofer|company|crew) (took|left|ran|never|walked|did)|half up front|(been|got) burned|he said he was|ripped (us|me) off|heard (bad|terrible)|how do (i|we) know you")),
        ("REPAIR", Sign(@"(put|slap|use) some caulk|caulk in it|just (patch|fix|seal|repair|caulk)|patch (it|that|job)|should i just replace it|do the repair|only (the|that|this) (spot|corner|piece)|(can't|couldn't) you (just )?(fix|repair|patch)|small repair|get by with a repair")),
        ("DIY", Sign(@"my (cousin|brother|son|nephew|uncle|father|dad|friend|buddy|neighbor|brother-in-law) .{0,15}(does|can|could|will|would|'ll) (this|it|do|that)|do it (myself|ourselves)|for the material|he's handy|i'm (pretty )?handy")),
        ("FINANCE", Sign(@"(don't|do not|never) (borrow|finance|take loans)|no (loans?|debt|payments)\b|don't (do|like|believe in|want) (loans|debt|credit|a loan|payments)|not borrowed|hate debt|pay cash")),
        ("MOVING", Sign(@"if i'm leaving|(buyers?|inspector) (will|says?|would|ask)|selling (the house|soon|it|next)|before (we|i) (list|sell)|\blisting\b|(we're|i'm) moving|on the market|(sell|move) (in|within) (a|two|three|next)")),
        ("HOA", Sign(@"\bboard\b|\bhoa\b|association|committee|\bbylaws\b")),
    ];

    private static readonly (string Code, Regex Pattern)[] ByRep =
    [
        ("dated-next-step", Sign(@"(call|ring|meet|come|video)\b.{0,40}\b(on )?(monday|tuesday|wednesday|thursday|friday|saturday|tomorrow)\b.{0,25}\bat\b|seven (thirty|forty-five) tomorrow")),
        ("photo-review", Sign(@"(show you|these|three|two) photos|second photo|photo (one|two|three)")),
        ("isolate", Sign(@"is there anything( else)?( in the way| about| that would)|anything else (in the way|that would)|if (that|it) (was|were) (settled|only)|apart from the (amount|price)")),
        ("comparison-sheet", Sign(@"sheet with twelve lines|comparison sheet|one-page sheet")),
        ("price-drop", Sign(@"(tonight|today) i can do|i can (maybe )?(get to|do) \w+ (nine|five)|knock off|special\b.{0,20}price")),
        ("monthly-payment", Sign(@"a month\b|\bmonthly\b|the payment")),
        ("direct-close", Sign(@"would you like us to do it|shall we (do|go ahead)")),
        ("options", Sign(@"three ways|two ways|three options|the middle (is|one)")),
        ("priorities", Sign(@"priorit|you (told|said).{0,30}(first|came first|on the list)")),
        ("documents", Sign(@"certificate|report with|declarations page|in writing")),
    ];

    public static IReadOnlyList<CallSign> Objections(Transcript call) => Hear(ByHomeowner, call.Said.Where(u => !u.ByRep));

    public static IReadOnlyList<CallSign> Techniques(Transcript call)
    {
        var heard = Hear(ByRep, call.Said.Where(u => u.ByRep)).ToList();
        if (call.Asides.FirstOrDefault(a => a.Text.StartsWith("Pause", StringComparison.OrdinalIgnoreCase)) is { Text: { } pause } aside)
        {
            heard.Add(new CallSign("silence", aside.Line, pause));
        }

        return heard;
    }

    /// <summary>The director's codes where there are any, with the line that was heard for them; else what was heard.</summary>
    public static IReadOnlyList<CallSign> Merge(IReadOnlyList<CallSign> heard, string? labels) => labels is null
        ? heard
        : [.. labels.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(l =>
            heard.FirstOrDefault(h => h.Code.Equals(l, StringComparison.OrdinalIgnoreCase)) ?? new CallSign(l, 0, ""))];

    /// <summary>How it ended, from the last words; for calls that nobody has labelled.</summary>
    public static string Outcome(Transcript call)
    {
        var end = string.Join('\n', call.Said.TakeLast(8).Where(u => !u.ByRep).Select(u => u.Text));
        return 0 switch
        {
            _ when Refused.IsMatch(end) => "lost",
            _ when Dated.IsMatch(string.Join('\n', call.Said.TakeLast(8).Select(u => u.Text))) && !Bought.IsMatch(end) => "follow_up",
            _ when Bought.IsMatch(end) => "sold",
            _ => "unknown",
        };
    }

    private static readonly Regex Refused = Sign(@"we'll call you|leave it for now|think about it|no\. thank you|thanks for coming out|we do not borrow");
    private static readonly Regex Dated = Sign(@"(monday|tuesday|wednesday|thursday|friday|saturday|tomorrow).{0,30}\b(at|is fine|by)\b|that works|deal\.");
    private static readonly Regex Bought = Sign(@"let's do|do the (front|middle|repair|bathroom)|put us down|okay\. but|sign (it|here)|go ahead");

    private static IReadOnlyList<CallSign> Hear((string Code, Regex Pattern)[] signs, IEnumerable<Utterance> said)
    {
        var lines = said.Select(u => (u.Line, Text: u.Text.Replace('’', '\''))).ToList();
        return
        [
            .. signs.Select(s => (s.Code, Hit: lines.FirstOrDefault(l => s.Pattern.IsMatch(l.Text))))
                .Where(s => s.Hit.Text is not null).Select(s => new CallSign(s.Code, s.Hit.Line, s.Hit.Text)),
        ];
    }

    private static Regex Sign(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
