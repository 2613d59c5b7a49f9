namespace HardE.Agents.Pricing.Reading;

/// <summary>What kind of answer a message wants.</summary>
internal static class Asks
{
    public static bool Price(Phrase said) =>
        said.Has(@"\bpric(?:e|es|ed|ing)\b|\bquote|\bestimate|\bbid\b|\bball ?park|\brough number|(?<!material )(?<!materials )(?<!order )(?<!shopping )\blist\b(?! all|"
            + @"ed)|\btotal\b(?! (?:drip|edge|lf|feet|length|sq))|\bhow much (?:is|are|for|would|does|do|to|will|more)\b(?! (?:ice|ridge|cap|coil|waste|j\b|of))|what "
            + @"(?:do|does|would|will|did) .{0,40}\b(?:cost|run|come to|charge|go for)|\bcosts?\b|comes? to\b|\bwork up\b|\brun (?:the )?numbers|\bfigure (?:the|a|out)\b|"
            + @"out the door|\bnumbers? for\b|what (?:are we at|is it|would .* be)\b|\bthe number\b|per (?:ft|foot|square|sq)\b|upcharge|extra for|\bgoing number|\bwhat "
            + @"we get for|rate (?:on|for)");

    public static bool Cost(Phrase said) => said.Has(@"\b(?:our|us|we|actual(?:ly)?|unit|my|material|labor|crew) (?:\w+ )?costs?\b|\bcosts? us\b|\bcost\b|\bwe pay\b|pay "
        + @"the crew|\bour labor\b|before margin|\bwholesale\b");

    public static bool Materials(Phrase said) =>
        said.Has(@"material(?:s)? (?:list|for|take)|\btake[- ]?off\b(?! (?:one|1|2|the old))|what (?:do|should) (?:i|we) (?:order|need)(?! to)|\bquantities\b|everything "
            + @"(?:i|we) need|order list|shopping list") && !Price(said);

    public static bool Search(Phrase said) =>
        said.Has(@"\bsearch\b|\blook ?up\b|\bcatalog(?:ue)?\b|price ?(?:list|book)|\bwhich\b.*\b(?:go|come|options|windows|siding|shingles)|what (?:colors?|sizes?)|"
            + @"\bsku\b|part number|\b(?:do|does) (?:we|you) (?:have|carry|stock|list|sell)\b|\bin stock\b|list all|cheapest|most expensive|prices\b|options are|price check");

    public static bool Status(Phrase said) => said.Has(@"\b(?:list|catalog|prices?|price list) (?:is |are )?(?:up to date|updated|current|from|old)\b|\b(?:is|are) the "
        + @".{0,30}(?:list|catalog|prices) (?:updated|current|up to date|still good)|which (?:version|list) of|when (?:was|were) the .{0,20}(?:catalog|prices|list)");

    public static bool Convert(Phrase said) => said.Has(@"\bconvert|# ?sf (?:to|in|into|is how many|as|=|how many) ?(?:sq|squares)|# ?sq (?:to|in|into) (?:sf|square)|how "
        + @"many (?:sq\b|squares) (?:is|are|in) # ?sf|what's a (?:square|sq)\b") && !said.Has(@"pitch|/12|footprint|bundles?");

    public static bool Compare(Phrase said) => said.Has(@"good[,/ ]+better|\boptions? (?:for|on)|3 options|\bcompare\b|(?:difference|upcharge|how much more)|standard "
        + @"(?:versus|vs)|\bvs\.?\b|\bversus\b|upgrade (?:to|cost)|instead of|cheaper option");

    /// <summary>The message leans on what was calculated before.</summary>
    public static bool LeansBack(Phrase said) =>
        said.Has(@"\bsame\b|\b(?:to|on|from|with|for|of|did|is|was) (?:that|it|this)\b|\bthat (?:one|quote|roof|house|job|come|came|price|down)|\bthose\b|\brerun|"
            + @"\bre-run|\bredo|\bagain\b|\binstead\b|\bswap|\bswitch|\bdrop the\b|\bleave out|\btake out|\bwhat if\b|\bwhat about\b|\bhow about\b|\bnow (?:with|add|make|"
            + @"what)|\bmake (?:it|that)\b|^(?:and|also|ok|add|plus|with|without|drop|remove|now|no|but|what's the|whats the|then|per|round|try|change)\b|\bit (?:a month|"
            + @"monthly|with|come|per)|\bnew (?:total|price|number)|the total now|what's the total|\bincluded\b, what|\bon top\b|\bboth\b.*\btotal");

    public static bool Negative(Phrase said) => said.Has(@"(?:^|[\s(])(?:-\d+(?:\.\d+)?|(?:minus|negative) \d+(?:\.\d+)?) ?(?:ft|sf|sq|in|x|by|ui|windows?|bundles|feet|"
        + @"squares?|/12)\b") && !said.Has(@"\d ?(?:minus|-) ?\d+ ?(?:sf|ft|sq)");
}
