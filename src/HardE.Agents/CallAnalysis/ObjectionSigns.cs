using System.Text.RegularExpressions;

namespace HardE.Agents.CallAnalysis;

/// <summary>What homeowners say when they object, by the codes of <see cref="CallWords.Objections"/>.</summary>
internal static class ObjectionSigns
{
    private const string Amount = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)";
    private const string Partner = "(?:wife|husband|partner|spouse|better half|girlfriend|boyfriend|fianc\\w+|other half|missus)";
    private const string Family = "(?:cousin|brother|son|nephew|uncle|father|dad|friend|buddy|neighbor|pal|kid|grandson|(?:brother|father|son)-in-law)";
    private const string Bids = "(?:quotes?|bids?|estimates?|proposals?|prices|numbers)";
    private const string Trade = "(?:companies|company|contractors?|roofers?|guys?|outfits?|crews?|firms?|people)";
    private const string Sale = @"\b(?:selling|sell|sells|sold|for sale|on the market|listing|moving|downsiz\w+|relocat\w+)\b";
    private const string Bad = @"(?:took|left|ran|never|walked|did|disappeared|vanished|botched|ripped|cheated|quit|messed|stole|ghosted|cashed|screwed|lied|skipped|abandoned|ruined|half)";

    /// <summary>Each sign is a subject and a turn of mind, not a sentence: homeowners say it in many words.</summary>
    public static readonly IReadOnlyList<(string Code, Regex Said)> All =
    [
        ("PRICE", Any(
            @"(?:wasn't|weren't|not) (?:ready|prepared) for (?:a|that) (?:number|price)|sharpen your pencil|(?:number|price) like that|more than (?:our|my) \w+|more than (?:we|i) (?:had|thought|expected|planned|wanted|figured|hoped)", @"\btoo (?:expensive|much money|much for|high|rich|pricey|steep)\b|that's too much|\b(?:expensive|pricey|hefty|steep|costly|overpriced)\b",
            @"a (?:long way|lot more|good deal more)\b|quite a bit more|(?:lot|much|way|far|bit|little) (?:higher|more) than|(?:double|twice|triple) (?:what|that|of what)", @"(?:can't|cannot|couldn't) (?:afford|swing|pay|spend|justify)|out of (?:our|my) (?:range|budget|league|reach)",
            @"(?:over|above|beyond|outside) (?:our|my|the|what (?:we|i)) ?(?:budget|range|had|planned|wanted|can)|\bbudget(?:ed)?\b|\bin mind\b(?=.{0,20}$)|a lot of money", $@"(?:paid|pay|spend|spent) (?:about|around|maybe|only) {Amount}|\bcheaper\b|that's (?:a lot|high)",
            $@"^{Amount}([ -]{Amount})*[.?!] (?:oh|wow|ouch|huh)|you took .{{2,30}} off\b", @"beat that price|come down (?:on|a|in)|better (?:on|than) (?:the|your|that) (?:price|number|deal)|best (?:price|you can do|number)|lower (?:the|your|that) (?:price|number)|wiggle room|sticker shock|any discounts?\b|better price",
            @"(?:didn't|did not|hadn't|never) (?:expect|think|figure|thought|expected|figured|imagine).{0,25}(?:cost|much|high|price)")),
        ("QUOTES", Any(
            $@"(?:three|other|two|more|another|second|third|competing|several|few|different|collect\w*|compare) (?:\w+ )?{Bids}\b", @"\b(?:quotes|bids|estimates)\b", @"shop(?:ping)? around|second opinion|compare (?:a few|some|other|it (?:with|to))",
            $@"(?:more|other|another|second|third|different|two|three) (?:more |other )?{Trade} (?:are |is |also |still )?(?:coming|come|giving|looking|bidding|sending|stopping|quoting|to (?:see|come|look))|(?:another|other) (?:company|contractor|roofer|guy)\b.{{0,20}}\b(?:monday|tuesday|wednesday|thursday|friday|saturday|tomorrow|next|this week|later)\b")),
        ("THINK", Any(
            @"\bthink (?:about|over|on) (?:it|this|that|things)\b|\bthink (?:it|this|that|things) (?:over|through)|let (?:us|me) think", @"sleep on (?:it|this|that)|\bmull\b|\bchew (?:on|over|it)|\bponder\b|\bdigest (?:it|this|all)|sit with (?:it|this|that)|sink in",
            @"(?:need|like|want|take) (?:some |a little |more |our )?time (?:to think|with it|to decide|on (?:it|this))|(?:few|couple of) days to", @"(?<!\bif (?:we|i) )(?:never|don't|do not|can't|won't) (?:rush|decide|make (?:a |big |quick )*decisions?|sign (?:anything|things)|jump)\b(?!.{0,25}(?:without|alone))|not ready to (?:commit|decide|sign)|(?:weekend|night|week) to (?:talk|think|decide|look)|talk it (?:through|over)|big decision|on the spot|get back to you")),
        ("SPOUSE", Any(
            $@"\b{Partner}\b.{{0,45}}\b(?:first|decid\w*|decision|says?|okay|ok|approval|hear (?:this|it)|tonight|input|opinion|isn't|is not|wasn't|couldn't|can't|has to|needs to|will want to|would want to|handles|makes|kill|never|won't|at work|away|out of town|not home)\b(?!.{{0,12}}photos)", $@"(?:talk|check|speak|discuss|go over|clear) (?:\w+ ){{0,3}}(?:to|with) (?:my|the) (?:{Partner}|boss)|(?:ask|show|tell|run (?:it|this|that) (?:by|past)|without|behind) (?:my|the|her|his) (?:{Partner}|back)",
            @"(?:is|are|'s) on shift\b|pass it on", @"(?:can't|cannot|won't|don't|never) (?:decide|sign|say yes|commit|do (?:this|that|it)) (?:anything )?(?:alone|without|by myself|behind)|(?:decid\w+|decisions?|calls|choices?) (?:\w+ ){0,3}together\b|both (?:of us )?(?:have to|need to|decide)|(?:he|she)'s not here")),
        ("INSUR", Any(
            @"\bdeductible\b", @"(?<!your )(?<!contractor's )\b(?:insurance|insurer|policy|carrier|state farm|allstate|geico|usaa|claim)\b(?! of\b).{0,45}\b(?:pay|pays|paying|cover|covers|covered|free|whole|all of|take care)\b", @"\b(?:pay|cover|covered|free|paid)\b.{0,30}\b(?:by|through|from|under) (?:my |our |the |his |her )?(?:insurance|insurer|policy|claim|homeowner's)",
            @"on (?:my|our|the) insurance\b|roof was free|free roof|so it's not free|if they pay less")),
        ("TIMING", Any(
            $@"^(?!.*{Sale})(?=.*\b(?:wait|hold off|put (?:it|this) off|later|revisit|come back|call (?:us|me)|postpone|delay)\b).*\b(?:until|till|for|in (?:the |a )?|after)\b.{{0,20}}\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|winter|year|few|couple|month|holidays|weeks?)\b", $@"^(?!.*{Sale})(?:.*\b)?(?:next (?:year|spring|season|summer|fall)|after the (?:holidays|winter|new year|summer))",
            @"when it (?:gets|is|'s) (?:warm|cool|dry|nice)\w*|after (?:the )?(?:\w+ )?season\b|\bnot before\b|nobody does .{2,20} in|not (?:now|yet|until|before|this) (?:the )?(?:spring|winter|summer|fall|year|christmas|season)", @"(?:bad|not a good|not the right|not a great|wrong) time\b|(?:good|right) time (?:for us )?(?:right )?now|too much going on|too busy|not in (?:a|any) (?:hurry|rush)|no (?:hurry|rush)\b|it can wait|down the road|not ready (?:yet|right now)")),
        ("TRUST", Any(
            @"(?:don't|do not|can't|hard to|wouldn't) (?:really )?(?:trust|believe)|why should (?:i|we) (?:trust|believe)|(?:bad|terrible|awful|horrible) experiences?", $@"(?:last|previous|former|first|other) (?:guy|contractor|roofer|company|crew|builder|outfit) (?:\w+ )?{Bad}|(?:guy|company|contractor|roofer|crew) before (?:you )?{Bad}?",
            @"horror stor|took (?:us|me|them) for|half up front|(?:been|got) burned|burned (?:by|before|once)|he said he was|ripped (?:us|me) off|rip-?off|\bscam|heard (?:bad|terrible)|how do (?:i|we) know (?:you|that you)|(?:still be|be) (?:around|in business) in|never (?:saw|heard from) (?:him|them) again")),
        ("REPAIR", Any(
            @"\bonly the .{0,25}\bis bad\b|just one (?:leak|spot|place)|caulk|band-?(?:age|aid)|\bpatch(?:ed|ing)?\b", @"\b(?:just|only|all|simply)\b.{0,30}\b(?:fix|fixed|repair|repaired|sealed?|section|spot|leak|corner|piece|flashing)\b", @"should i just replace it|do the repair|(?:can't|couldn't|could|can) you (?:not )?(?:just )?(?:fix|repair|seal|replace (?:a|the) (?:few|couple|bad|broken))|small(?:er)? (?:repair|fix)|get by with a|repair (?:be |is )?enough")),
        ("DIY", Any(
            $@"\b(?:my|a|the) {Family}\b.{{0,25}}\b(?:does|do|can|could|will|would|'ll|might|hangs|puts|installs|builds|said he)\b(?! (?:told|sign))|\b(?:he|she|they)'d (?:do|put|hang|build|install) (?:it|them|this)\b|{Family}(?: and i| of mine)\b.{{0,20}}\b(?:can|could|do|would|will|said)\b", @"\b(?:do|doing|tackle|handle|install|try|put|fix|build|knock)\b.{0,15}\b(?:myself|ourselves|on my own|on our own)\b|on my own\b", @"for the (?:cost of )?(?:the )?materials?|cost of (?:the )?materials?|i'm (?:pretty |quite |fairly )?handy|he's handy|beer money")),
        ("FINANCE", Any(
            @"\b(?:not|n't|no|never|hate|stay away|avoid|against|won't|without|refuse|another|in)\b.{0,30}\b(?:loans?|debts?|financ\w+|borrow\w*|credit|payments?|installments?|interest)\b", @"(?:loans?|debt|credit|financing|borrowing) (?:is|are)(?:n't| not)|cash people|pay cash|not borrowed|do not borrow|pay for things or")),
        ("MOVING", Any(
            @"if i'm leaving|(?:buyers?|inspector) (?:will|says?|would|ask)|before (?:we|i) (?:list|sell|move)|\blisting\b|on the market|(?:for|up for) sale", @"(?:we're|i'm|we are|i am|might|may|could|will|be|about to|thinking (?:about|of)|plan\w* (?:to|on)|going to|looking to|want to) (?:be )?(?:moving|move|sell|selling|list|downsize|downsizing|relocat\w+)\b(?! (?:the (?:car|truck|furniture)|forward|ahead))", @"until it sells|(?:selling|sell|list) (?:the house|soon|it|next|this|in|within)|won't (?:live|be|stay) (?:here|in this)|(?:be )?out of (?:here|this house) in|downsizing")),
        ("HOA", Any(@"\b(?:the|a|our|condo|my|hoa|that) board\b|\bboard (?:approval|meeting|has|meets|of|decides|wants|would|votes?)", @"\bhoa\b|\bassociation\b|\bcommittee\b|\bbylaws\b")),
    ];

    private static Regex Any(params string[] signs) =>
        new(string.Join('|', signs.Select(s => $"(?:{s})")), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
