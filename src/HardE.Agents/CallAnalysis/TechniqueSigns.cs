using System.Text.RegularExpressions;

namespace HardE.Agents.CallAnalysis;

/// <summary>What reps do in a call, heard from single lines. What only the order of lines shows is in <see cref="CallShape"/>.</summary>
internal static class TechniqueSigns
{
    public const string DatedNextStep = "dated-next-step";
    private const string Day = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow)";
    private const string Hour = @"(?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)";

    /// <summary>A day and an hour for the next talk.</summary>
    public static readonly Regex Dated = Sign(
        $@"\b(?:call|ring|meet|come|video|visit|stop by|say|talk|speak|see you|be back|works?)\b.{{0,45}}\b{Day}(?: \w+){{0,2}} at {Hour}\b|\bat {Hour}(?: [ap]\.?m\.?)? (?:on|this|next) {Day}\b|\b{Hour}(?: (?:thirty|fifteen|forty-five|o'clock))? (?:on )?{Day}\b|\b{Day} (?:\w+ )?at {Hour}\b");

    public static readonly IReadOnlyList<(string Code, Regex Said)> ByRep =
    [
        ("photo-review", Sign(@"(?:show you|here are|go through|look at|took|walk you through|see these).{0,25}\b(?:photos|pictures)\b|\b(?:photos|pictures) (?:show|of (?:all|every|each))")),
        ("priorities", Sign(@"priorit|(?:matters|is important|counts) (?:the )?most|most important (?:to|for) you|you (?:told|said)\b.{0,45}\b(?:comes?|came|is|was) first|read back what you")),
        ("set-expectations", Sign(@"may not be (?:free|covered)|(?:insurance company|insurer|adjuster|they) decides?\b|that is not my decision|before we start,? (?:you should know|let me tell)")),
        ("options", Sign(@"three (?:ways|options|packages|versions|levels|choices)|good,? better,? (?:and |or )?best|\bbasic\b.{0,30}\bpremium\b")),
        ("documents", Sign(@"declarations page|report (?:with|and|for)\b.{0,30}(?:measurements|photos|adjuster|insur)|(?:damage|storm) report|(?:photos|report|papers)\b.{0,25} (?:for|to) (?:the|your) (?:adjuster|insur\w*|agent)\b")),
        (DatedNextStep, Dated),
        ("comparison-sheet", Sign(@"comparison sheet|sheet (?:with|lists|of|has) \w+ (?:lines|things|questions|points)|checklist\b.{0,30}\b(?:compare|bids?|quotes?|estimates?)|compare any (?:bid|quote|estimate)")),
        ("isolate", Sign(@"(?:\b(?:is|was|are|be) there|\bhave you got|\bdo you have|[:,]) anything else\b|\banything else\b.{0,6}\b(?:in the way|hold\w*|stop\w*|keep\w*|would|bother\w*|worr\w+)\b")),
        ("direct-close", Sign(@"would you like us to (?:do|start|go|get|take)|shall we (?:do|go ahead|start|get started|book|write it up|put you)|(?:are you )?ready to (?:get started|move forward|go ahead|sign)|can (?:we|i) (?:get|put) you (?:started|on the (?:schedule|calendar))|do you want to go ahead")),
        ("smaller-scope", Sign(@"not the whole (?:thing|roof|house|job)|don't need (?:all of it|the whole)|do (?:only|just) the (?:front|back|side|one)")),
        ("measure-aloud", Sign(@"\bout loud\b|\baloud\b|check my (?:math|numbers|arithmetic)")),
        ("show-the-math", Sign(@"\b(?:times|plus|minus|divided by) \w+\b.{0,30}\b(?:is|are|equals|makes|gives|comes to)\b")),
        ("pause-the-presentation", Sign(@"if i give you a (?:number|price) (?:tonight|today|now)|(?:won't|will not|rather not|not going to) (?:give|quote|tell|show) (?:you )?(?:a|the|any) (?:number|price)|stop here (?:until|till)")),
        ("partner-questions", Sign(@"what (?:else )?(?:will|would|might|is|does) (?:(?:your )?\w+) (?:going to )?(?:ask|want to know)|which questions? .{0,15}(?:partner|husband|wife|he|she)\b")),
        ("price-drop", Sign(@"(?:tonight|today) i can do|i can (?:maybe )?(?:get to|do|go to) \w+ (?:nine|five|hundred|thousand)|(?:knock|shave) .{0,25}off|\b(?:take|took|cut|drop) (?:\w+ ){0,3}(?:hundred|thousand|percent|bucks|dollars|\d+) .{0,12}\boff\b|drop (?:it|that|the price) (?:to|by)|(?:come|go|get) down (?:to|a|by)|special\b.{0,20}price|(?:a|extra) discount (?:if|when)")),
        ("match-safeguards", Sign(@"next to each (?:one|of)|what our (?:paper|contract) says|safeguard")),
        ("staged-payment", Sign(@"percent (?:when|at|on|upon)\b.{0,80}\b(?:rest|balance|remainder)\b|third (?:when|at|on)\b.{0,80}\b(?:rest|balance|third)\b|\b(?:rest|balance|remainder) (?:is |comes )?(?:only |not |due )*(?:when|after|once|at)\b|pay in stages")),
        ("risk-of-waiting", Sign(@"what can wait|each (?:freeze|winter|storm|rain)\b|(?:bigger|worse) (?:every|each) (?:winter|year|storm|month)|if (?:you|we) wait\b.{0,40}\b(?:worse|bigger|more)\b")),
        ("hold-date", Sign(@"\b(?:holds?|reserves?|keeps?|saves?) (?:the|your|a|you a|you the) (?:\w+ )?(?:week|date|spot|slot|start)\b")),
        ("plain-terms", Sign(@"in (?:just|exactly|only) (?:those|these) words|word for word")),
        ("monthly-payment", Sign(@"\b(?:a|per|each) month\b|\bmonthly\b|\bthe payment\b")),
        ("honest-no", Sign(@"short answer:? no\b|you don't need (?:a new|one|it|to replace|any of)|nothing (?:here |up there )?to replace|no reason to replace|(?:wouldn't|would not|don't) replace (?:it|the roof|them|that)")),
        ("inspection-report", Sign(@"\w+-page report|inspection report|written (?:inspection|report)")),
        ("referral-seed", Sign(@"send (?:them|him|her|people|anyone) (?:my|our) way|sends us people|tell(?:ing)? (?:a|your|their) (?:friend|neighbor|famil|sister|brother)|who else (?:on|in|around|do you know|needs|might)|(?:know|is there) any(?:one|body) (?:else )?(?:who|that|on)\b|\breferr(?:al|ed)\b")),
        ("map-the-decision", Sign(@"who is on (?:it|the board|that)|how (?:the|your) (?:board|committee|association) (?:works|decides)|when do(?:es)? (?:they|the board|it) meet")),
        ("board-package", Sign(@"\bmake (?:you )?a package\b|(?:package|folder|papers) for (?:the|your) (?:board|committee|association)|application papers")),
    ];

    /// <summary>What shows that a rep did not listen; said by the homeowner.</summary>
    public static readonly IReadOnlyList<(string Code, Regex Said)> ByHomeowner =
        [("ignored-signal", Sign(@"\byou keep\b|\bi (?:just |already )(?:said|told|asked)|\bi asked (?:for|about|you)\b|\b(?:like|as) i said\b"))];

    private static Regex Sign(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
