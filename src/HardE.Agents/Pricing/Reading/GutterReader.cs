using HardE.Agents.Pricing.Gutters;
using HardE.Agents.Pricing.Roof;

namespace HardE.Agents.Pricing.Reading;

/// <summary>Reads what a message says about gutters. Nothing is filled in that was not said.</summary>
internal static class GutterReader
{
    private const string Long = @"(?:ft )?(?:eaves?|runs?|gutters?|sides?)";

    private static readonly (string Pattern, string Figure)[] Figures =
    [
        (@"\bflow\b|\bcapacity\b", "flow"), (@"big enough|enough\b|\b5 (?:in )?(?:or|vs\.?|versus) (?:a )?6|\b(?:what|which) size|6 in(?:ch)?\?|size gutter|do i need 6|"
            + @"need 6", "size"),
        (@"how many .{0,24}(?:downspouts?|leaders?|outlets)|downspouts? (?:needed|required|for|do)|downspout or|number of downspouts|count of downspouts|how many "
            + @"downspouts", "downspouts"),
        (@"\bhangers?\b", "hangers"), (@"\bcoil\b|\blbs?\b|pounds?\b", "coil"),
    ];

    private static readonly (string Pattern, string Part)[] Parts = [("downspouts?|leaders?", "downspouts"), ("elbows?", "elbows"), ("outlets?", "outlets"), ("end ?caps?",
        "end_caps"), ("hangers?", "hangers"), ("guards?", "guard")];

    public static GutterInput Read(Phrase said)
    {
        var runs = Runs(said);
        var area = said.Sides.FirstOrDefault(s => s.A >= 6 && s.B >= 4 && s.Unit != "in" && !(s.A is 2 or 3));
        var drains = area is not null && said.Has(@"drain|plan|behind|roof area|section|plane");
        return new GutterInput
        {
            Runs = runs ?? (drains ? [area!.A] : null),
            TotalFeet = runs is null && !drains ? Total(said) : null,
            RunCount = runs is null ? said.Int(@"# (?:\w+ )?runs?\b") : null,
            DepthFeet = drains ? area!.B : said.Num(@"# ?ft (?:of )?(?:roof|depth|deep|plan)(?: depth)?(?: behind| in plan| above)?|(?:depth|deep|rafter)(?: of| is)? # "
                + @"?ft|# ?ft deep|and # ?ft (?:of roof )?behind"),
            AreaSf = drains ? null : said.Num(@"# ?sf\b"),
            Rise = said.Pitch,
            Rainfall = said.Num(@"# ?in (?:rain|an hour|per hour|/ ?hr|/ ?h\b|a hour|of rain|hourly)|# ?in ?/ ?h(?:r|our)?\b|rain(?:fall)?(?: is| of| at|:)? #(?: ?in)?|# ?inph"),
            Size = Size(said),
            HalfRound = said.Has(@"half[- ]?rounds?") ? true : said.Has(@"\bk\b|k-style") ? false : null,
            Product = said.Has(@"\bcopper\b") ? "copper" : said.Match(@"0(?<n>\.0\d+)") is { Success: true } gauge ? gauge.Groups["n"].Value : null,
            Downspouts = said.Int(@"# (?:(?:2|3) x (?:3|4) )?(?:downspouts?|leaders?|drops?)\b(?! (?:per|each|on each|a run))"),
            DownspoutsPerRun = said.Int(@"# (?:(?:2|3) x (?:3|4) )?(?:downspouts?|leaders?) (?:per|each|on each|a|for each) ?(?:run|side|eave)?"),
            DownspoutSize = said.Match(@"(?<![\d.])(?<n>2 x 3|3 x 4)(?!\d)") is { Success: true } size && !said.Has("both sizes")
                ? size.Groups["n"].Value.Replace(" ", "", StringComparison.Ordinal) : null,
            DownspoutFeet = said.Num(@"(?:downspouts?|leaders?)(?: per run| each| of| at|,| are|is| on each run)* # ?ft|# ?ft (?:each )?(?:downspouts?|leaders?)\b|run # "
                + @"?ft each with|# ?ft each with"),
            Stories = said.Int(@"# stor(?:y|ies|ey|eys)\b"),
            ElbowsEach = said.Int(@"# elbows?\b(?! (?:in all|total))"),
            Miters = said.Int(@"# (?:inside |outside |corner )*(?:miters?|corners?)\b"),
            GutterOnly = said.Has(@"gutters? only|only the gutter|just the gutter|gutter alone|no downspouts and|without fittings") ? true : null,
            GuardFeet = said.Has(@"\b(?:no|drop|without|remove|leave out|minus) (?:the )?(?:gutter |leaf )?guards?") ? null : said.Num(@"# ?ft (?:of )?(?:\w+ )?(?:gutter "
                + @"|leaf )?(?:guards?|screens?|covers)\b"),
            Without = Parts.Where(p => said.Has($@"\b(?:no|without|skip|leave out|drop|minus|remove)(?: the| any)? (?:(?:gutter|leaf) "
                + $@")?(?:{p.Pattern})\b")).Select(p => p.Part).ToList() is { Count: > 0 } left ? left : null,
        };
    }

    public static IReadOnlyList<string> Wanted(Phrase said) => [.. Figures.Where(f => said.Has(f.Pattern)).Select(f => f.Figure)];

    /// <summary>Guards that are added to another quote: "add 40 feet of gutter guard".</summary>
    public static ExtraItem? Guard(Phrase said) => Read(said).GuardFeet is { } feet ? new ExtraItem("gutter guard", feet, "LF") : null;

    private static decimal? Size(Phrase said)
    {
        var sizes = said.Nums(@"(?<![\d.])(?<n>5|6|7) ?(?:in\b|k\b)(?! ?(?:an hour|per hour|/|rain|of rain|walls?|h\b))")
            .Concat(said.Nums(@"size (?<n>5|6)\b")).Distinct().ToList();
        return sizes.Count == 1 && !said.Has(@"\b5 (?:in )?(?:or|vs\.?|versus|and|to) (?:a )?6|5 in enough|5 in k enough|is (?:a )?5|do i need 6|need 6|is 6") ? sizes[0] : null;
    }

    private static IReadOnlyList<decimal>? Runs(Phrase said)
    {
        if (said.Num(@"\b(?:downspout|outlet)s?\b.{0,12} on # ?ft") is { } single)
        {
            return [single];
        }

        if (said.Match($@"(?<c>\d+) (?<n>\d+(?:\.\d+)?) ?{Long}\b|(?<c>\d+) (?:eaves?|runs?|sides?) (?:of |at |, ?|each )*#(?: ?ft)?|(?<c>both) (?:eaves|sides)(?: are|,| "
            + $@"of| each)* #") is { Success: true } several && several.Groups["n"].Success)
        {
            var count = several.Groups["c"].Value == "both" ? 2 : (int)Phrase.Value(several, "c");
            return count is > 0 and <= 60 && several.Groups["n"].Value.Length > 0 && Phrase.Value(several) >= 4 ? [.. Enumerable.Repeat(Phrase.Value(several), count)] : null;
        }

        return said.Num(@"# ?ft (?:gutter )?run\b|run (?:of|is) # ?ft|\brun # ?ft") is { } one ? [one] : null;
    }

    private static decimal? Total(Phrase said) =>
        said.Nums(@"(?<!every )# ?ft\b(?! (?:of )?(?:(?:\w+ )?(?:guard|screen)|deep|roof|depth|(?:each )?(?:downspout|leader)|high|tall|walls?))") is { Count: > 0 } feet
            ? feet[0] : null;
}
