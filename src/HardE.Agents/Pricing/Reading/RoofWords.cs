namespace HardE.Agents.Pricing.Reading;

/// <summary>Which figures and parts of a roof a message speaks of.</summary>
internal static class RoofWords
{
    private static readonly (string Pattern, string Figure)[] Figures =
    [
        (@"(?<!hip )multiplier|(?:pitch|slope) factor|(?:pitch|slope|roof) multiplier", "factor"), (@"(?:hip|valley) (?:and valley )?(?:factor|"
            + @"multiplier)", "hip_factor"), (@"\bangle\b|\bdegrees?\b", "degrees"),
        (@"how (?:big|much roof)|surface|\barea\b|sq(?:uares?)?\b(?! ?(?:rolls|in\b))|\bsf\b(?= is that)|footage|square (?:feet|count)", "surface"),
        (@"\bwaste\b|\border\b|squares? (?:to|do i|should i)", "order"), (@"\bbundles?\b(?! one| kind)", "bundles"),
        (@"\brafters?\b(?! run)|rake length|length of (?:the |a )?rake", "rafter"), (@"\bdrip(?:[- ]edge)?\b", "drip"), (@"\bstarter\b", "starter"),
        (@"\bedge total|total edge|perimeter", "edge"), (@"\bhips?\b(?! roof| waste|,| factor| multiplier| at\b)|hip length", "hip"), (@"\bvalleys?\b(?! metal| "
            + @"factor)", "valley"), (@"valley metal|metal (?:for|in) (?:the )?valley", "valley_metal"),
        (@"ridge vents?|\bvents\b", "ridge_vent"), (@"ridge caps?|hip caps?|\bcaps?\b", "cap"), (@"\bridge\b(?! ?(?:vent|cap))", "ridge"),
        (@"\bice\b|i & ?w|\biws\b|water shield", "ice"), (@"underlayment|synthetic", "underlayment"), (@"\bfelt\b|tar ?paper", "felt"), (@"\bnails\b", "nails"),
    ];

    private static readonly (string Pattern, string Part)[] Parts =
    [
        ("starters?", "starter"), ("(?:ridge )?caps?", "cap"), ("ridge vents?|vents?", "ridge_vent"), (@"ice(?: (?:and water|barrier|shield|guard|& water))?", "ice"),
        ("underlayment|synthetic|felt", "underlayment"), ("drip(?: edge)?", "drip"), ("nails", "nails"), ("tear[- ]?off|stripping", "tear_off"), ("dumpsters?", "dumpster"),
            ("valley(?: metal)?", "valley"),
    ];

    /// <summary>The figures that are asked for, in the order of the list.</summary>
    public static IReadOnlyList<string> Wanted(Phrase said) => [.. Figures.Where(f => said.Has(f.Pattern)).Select(f => f.Figure)];

    /// <summary>Parts that are to be left out.</summary>
    public static IReadOnlyList<string> Without(Phrase said) =>
        [.. Parts.Where(p => said.Has($@"\b(?:no|without|skip(?: the)?|leave out(?: the)?|drop(?: the)?|minus(?: the)?|not? (?:any )?|take out(?: the)?|except(?: the)?|"
            + $@"forget the|remove the) (?:the )?(?:{p.Pattern})\b")).Select(p => p.Part)];

    /// <summary>Parts beside the field when only some are wanted.</summary>
    public static IReadOnlyList<string> Only(Phrase said) =>
        said.Has(@"\b(?:shingles?|field|material) only\b|\bonly (?:the )?shingles?\b|just (?:the )?shingles?\b") ? ["none"]
        : said.Has(@"\b(?:just|only)\b") ? [.. Parts.Where(p => said.Has($@"\b(?:{p.Pattern})\b")).Select(p => p.Part)] : [];
}
