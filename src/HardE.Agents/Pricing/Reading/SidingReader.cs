using System.Text.RegularExpressions;
using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Siding;

namespace HardE.Agents.Pricing.Reading;

/// <summary>Reads what a message says about walls. Nothing is filled in that was not said.</summary>
internal static class SidingReader
{
    private static readonly (string Pattern, string Figure)[] Figures =
    [
        (@"\bgross\b", "gross"), (@"area of (?:\d+ )?(?:the )?gables?|gable area", "gables"), (@"\bnet\b|squares?\b|\bsq\b|\barea\b|\bsf\b(?= of wall)|wall area|"
            + @"footage", "net"), (@"\bwaste\b|\border\b", "order"), (@"\bcartons?\b|\bboxes\b", "cartons"),
        (@"\bwrap\b|tyvek", "wrap"), (@"\bstarter\b", "starter"), (@"\bj[- ]?channel|\bhow much j\b|\bj\b(?=[,. ?]|$)", "j_channel"), (@"undersill|utility trim",
            "undersill"), (@"corner posts?|\bposts\b|\bcorners\b", "posts"),
    ];

    private static readonly (string Pattern, string Part)[] Parts =
        [("(?:house )?wrap", "wrap"), ("starter", "starter"), ("j[- ]?channel", "j_channel"), ("(?:corner )?posts|corners", "posts"), ("undersill", "undersill"),
            ("removal|tear[- ]?off", "removal")];

    public static SidingInput Read(Phrase said, CatalogSnapshot catalog)
    {
        var openings = said.Sides.Where(s => Regex.IsMatch(s.After, @"^ ?(?:windows?|doors?)") || Regex.IsMatch(s.Before, @"(?:windows?|doors?)(?: of| at| are| all| at "
            + @"about)* $")).ToList();
        var house = said.Sides.FirstOrDefault(s => !openings.Contains(s) && s.Unit != "in" && s.A >= 6 && s.B >= 6);
        var window = openings.FirstOrDefault(s => IsOf(s, "window"));
        var door = openings.FirstOrDefault(s => IsOf(s, "door"));
        var wall = house is not null && (Regex.IsMatch(house.Before, @"\bwalls?\b[^;]*$") || Regex.IsMatch(house.After, @"^ ?(?:wall|side)\b"))
            && !Regex.IsMatch(house.After + house.Before, @"perimeter|house|stor(?:y|ies)|ft (?:high|tall)|\d ?ft walls|gables?");
        return new SidingInput
        {
            Length = house is null || wall ? null : Math.Max(house.A, house.B),
            Width = house is null || wall ? null : Math.Min(house.A, house.B),
            GrossSf = wall ? house!.A * house.B : said.Num(@"# ?sf (?:gross|of wall|wall area|walls?)\b|gross(?: is| of|:)? # ?sf|subtract\b.*\bfrom #(?: "
                + @"?sf)?") ?? (said.Num(@"# ?sq gross|gross(?: is| of|:)? # ?sq") is { } gross ? gross * 100 : null),
            PerimeterFeet = house is null ? said.Num(@"perimeter(?: is| of|:)? #|# ?ft (?:of )?perimeter") : null,
            HeightFeet = said.Num(@"# ?ft (?:high )?walls?\b|walls?(?: are| is| of|:)? # ?ft\b|# ?ft (?:high|tall)|# ?ft wall height|wall height(?: is| of|:)? #|# walls\b"),
            Stories = said.Int(@"# stor(?:y|ies|ey|eys)\b") ?? (said.Has(@"\bsingle story|\branch\b") ? 1 : null),
            Gables = said.Has(@"\bno gables?\b") ? 0 : said.Int(@"# (?:\d+/12 )?gables?\b(?! end)") ?? said.Int(@"# (?:equal )?gable ends?\b")
                ?? (said.Has(@"\bgable ends\b") ? 2 : null),
            GableWidth = said.Num(@"gables? (?:\w+ )*?on the # ?(?:ft )?side|gables?,? (?:are |each |of )*#(?: ?ft)? ?(?:wide|w\b)"),
            GableRise = said.Pitch,
            GableHeight = said.Num(@"gables?.{0,24}?# ?ft (?:high|tall)|gables? .{0,14}(?:wide|w)(?: and| by| x|,)* #"),
            Windows = said.Int(@"# (?:\d+(?:\.\d+)? x \d+(?:\.\d+)? (?:ft |in )?)?windows?\b"),
            WindowWidth = window is null ? null : Side(window.A, window.Unit),
            WindowHeight = window is null ? null : Side(window.B, window.Unit),
            WindowSf = said.Num(@"windows? (?:at|of|@) # ?sf"),
            Doors = said.Int(@"# (?:\d+(?:\.\d+)? x \d+(?:\.\d+)? (?:ft |in )?)?(?:entry )?doors?\b"),
            DoorWidth = door is null ? null : Side(door.A, door.Unit),
            DoorHeight = door is null ? null : Side(door.B, door.Unit),
            DoorsAllRound = said.Has(@"all (?:the way )?(?:a)?round|4 sides|all 4 sides|way round") ? true : null,
            OpeningsSf = said.Num(@"openings?(?: total| are| is| of|:| at)* # ?sf|# ?sf (?:of |in )?openings?"),
            NetSf = Net(said, house),
            WasteIncluded = said.Has(@"# ?sq (?:with|incl\w*|including) (?:the )?waste|waste (?:is )?(?:already )?(?:in|included)\b") ? true : null,
            WastePercent = WasteReader.Percent(said),
            Product = Choice.Find(catalog.Fields("siding"), ProductWords.Of(said.Said))?.Sku,
            RakeFeet = Rakes(said),
            EaveFeet = said.Num(@"# ?ft (?:of )?eaves?\b"),
            Posts = said.Int(@"# (?:outside )?(?:corner )?posts?\b") ?? (said.Int(@"# (?:outside )?corners?\b(?! posts?)") is { } corners
                ? corners * (said.Int(@"# stor(?:y|ies|ey|eys)\b") ?? 1) : null),
            InsidePosts = said.Int(@"# inside (?:corner )?(?:posts?|corners?)\b"),
            Removal = said.Has(@"(?:remov\w+|tear[- ]?off|strip\w*|rip(?:ping)?[- ]?off)") ? !said.Has(@"\bno (?:removal|tear)|without removal") : null,
            Without = List(said, p => $@"\b(?:no|without|skip(?: the)?|leave out|drop)(?: the)? (?:{p})\b"),
            Only = said.Has(@"\b(?:just|only)\b") ? List(said, p => $@"\b(?:{p})\b") : null,
        };
    }

    public static IReadOnlyList<string> Wanted(Phrase said) => [.. Figures.Where(f => said.Has(f.Pattern)).Select(f => f.Figure)];

    private static bool IsOf(Sides sides, string what) => Regex.IsMatch(sides.After, $"^ ?{what}") || (!Regex.IsMatch(sides.After, "^ ?(?:window|door)")
        && Regex.IsMatch(sides.Before, $@"{what}s?(?: of| at| are| all| about)* $"));

    private static decimal Side(decimal side, string unit) => unit == "in" || side > 12 ? side / 12 : side;

    private static decimal? Net(Phrase said, Sides? house)
    {
        if (house is not null || said.Has(@"\bgross\b"))
        {
            return null;
        }

        return said.Num(@"# ?sq\b(?! ?(?:rolls?|gross))") is { } squares ? squares * 100
            : said.Num(@"# ?sf(?! (?:each|a piece|of (?:wall|opening)|wall|gross|openings?))") is { } area && !said.Has(@"openings? total") ? area : null;
    }

    private static decimal? Rakes(Phrase said)
    {
        if (said.Match(@"(?<c>\d+) gables? (?:with|at|of) # ?ft rakes") is { Success: true } gables)
        {
            return 2 * Phrase.Value(gables, "c") * Phrase.Value(gables); // a gable has two rakes
        }

        return said.Match(@"(?<c>\d+) (?:rakes?(?: of| at)? #|# ?ft rakes)") is { Success: true } rakes ? Phrase.Value(rakes, "c") * Phrase.Value(rakes)
            : said.Num(@"# ?ft (?:of )?rakes?\b");
    }

    private static IReadOnlyList<string>? List(Phrase said, Func<string, string> pattern) =>
        Parts.Where(p => said.Has(pattern(p.Pattern))).Select(p => p.Part).ToList() is { Count: > 0 } found ? found : null;
}
