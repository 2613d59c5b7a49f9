using System.Text.RegularExpressions;
using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Roof;

namespace HardE.Agents.Pricing.Reading;

/// <summary>Reads what a message says about a roof. Nothing is filled in that was not said.</summary>
internal static class RoofReader
{
    private const string Each = @"(?:,| of| at| each| is| are|:| @)*";

    public static RoofInput Read(Phrase said, CatalogSnapshot catalog)
    {
        var all = said.Sides.Where(IsHouse).ToList();
        var sides = all.Count == 1 ? all[0] : null;
        var rise = said.Pitch;
        var (surface, footprint) = all.Count > 0 ? (null, null) : Area(said, rise);
        return new RoofInput
        {
            Length = sides is null ? said.Num(@"# ?ft long") : Math.Max(sides.A, sides.B),
            Width = sides is null ? said.Num(@"# ?ft (?:wide|span)|span (?:of |is )?#") : Math.Min(sides.A, sides.B),
            Sections = all.Count > 1 ? [.. all.Select(s => new Section(s.A, s.B))] : null,
            FootprintSf = footprint,
            SurfaceSf = surface,
            WasteIncluded = said.Has(@"# ?sq (?:with|incl\w*|including) waste|waste (?:is )?(?:already )?(?:in|included)\b") && said.Num(@"# ?% ?(?:for )?waste") is null
                ? true : null,
            Shape = Shape(said),
            Rise = rise,
            WastePercent = WasteReader.Percent(said),
            Product = Choice.Find(catalog.Fields("roofing"), ProductWords.Of(said.Said))?.Sku,
            BundlesPerSquare = said.Num(@"# ?(?:bundles?|bd) (?:a|per|to the|to a|each|/) ?(?:sq\b|square)|\b# bundle (?:one|kind|shingle)"),
            RunFeet = said.Num($@"\brun{Each} # ?ft|# ?ft (?:common )?(?:rafter )?run\b|\brun{Each} #(?! ?(?:sf|ft of gutter|x))"),
            EaveFeet = Eaves(said),
            RakeFeet = Total(said, "rakes?"),
            RidgeFeet = said.Num($@"\bridge(?! ?(?:vent|cap)){Each} # ?(?:ft|long)|# ?ft (?:of )?(?:the )?ridge(?! ?(?:vent|cap))\b|ridge (?:cap|vents?) (?:for|on|over) "
                + $@"(?:a |the )?#(?: ?ft)?|full #"),
            Hips = said.Int(@"(?<!\d )# hips\b"),
            HipFeet = said.Num(@"# ?ft (?:of )?(?:hips?)\b(?! roof)") is { } hips ? hips : null,
            Valleys = said.Int(@"# valleys?\b") ?? (said.Has(@"\bvalley\b") && said.Has(@"\brun\b") ? 1 : null),
            ValleyFeet = Total(said, "valleys?"),
            OverhangFeet = Feet(said, @"#(?<u> ?(?:ft|in))? (?:of )?(?:eave )?overhangs?\b|overhangs?(?: is| are| of|:)? #(?<u> ?(?:ft|in))?"),
            WallFeet = Feet(said, @"#(?<u> ?(?:in|ft)) (?:thick )?(?:exterior )?walls?\b|walls?(?: are| is| of|:)? #(?<u> in)\b"),
            Layers = Layers(said),
            Boots = said.Int(@"# (?:pipe )?(?:boots?|jacks?)\b|# pipe (?:flashings?|vents?)"),
            DeckSheets = said.Int(@"# sheets?\b|# (?:osb|plywood|cdx)\b"),
            Dumpsters = said.Has(@"\bno dumpster|without (?:a |the )?dumpster") ? 0 : said.Int(@"# (?:\w+ )?dumpsters?\b") ?? (said.Has(@"\bdumpster\b") ? 1 : null),
            NailBoxes = said.Int(@"# (?:box|boxes|bx) (?:of )?(?:coil )?nails\b"),
            Chimneys = said.Int(@"# chimneys?\b") ?? (said.Has(@"\bchimney\b") ? 1 : null),
            Felt = said.Has(@"\bfelt\b") && !said.Has("synthetic") ? true : null,
            Without = NullIfEmpty(RoofWords.Without(said)),
            Only = NullIfEmpty(RoofWords.Only(said)),
        };
    }

    private static bool IsHouse(Sides sides) =>
        sides.Unit != "in" && sides.A >= 6 && sides.B >= 6 && !Regex.IsMatch(sides.After, @"^ ?(?:ui|windows?|doors?|double|picture|casement|skylight)");

    private static (decimal? Surface, decimal? Footprint) Area(Phrase said, decimal? rise)
    {
        if (said.Num(@"% waste (?:on|for|to|over) #(?! ?(?:sq|sf|ft|in)\b)") is { } bare)
        {
            return (bare < 200 ? bare * 100 : bare, null); // nobody waits for a roof of 150 square feet, or sells one of 200 squares without a unit
        }

        if (said.Num(@"# ?sq\b(?! ?(?:rolls?|ft|in))") is { } squares)
        {
            return (squares * 100, null);
        }

        var area = said.Num(@"# ?sf\b");
        var isPlan = said.Has(@"footprint|foot print|floor (?:plan|area)|plan area|house is|living (?:space|area)") || (rise is not null
            && !said.Has(@"surface|measured|report|roof area|of roof(?! deck)|sf roof surface|actual|eagle|hover|aerial"));
        return isPlan ? (null, area) : (area, null);
    }

    private static string? Shape(Phrase said)
    {
        if (said.Has(@"\bcomplex\b|cut[- ]?up|dormers?\b|lots of valleys|many valleys"))
        {
            return "complex";
        }

        // "ridge and hip", "31 ft of hip", "hip length", "hip cap" are parts, not a shape
        var shape = Regex.Replace(said.Text, @"(?:ridge|valley)s? (?:and|&|or) hips?\b|\bhips? (?:and|&|or) (?:ridge|valley)|ft (?:of )?hips?\b(?! roof)|\bhip (?:length|"
            + @"cap|factor|multiplier|each)|\bhips\b", " ");
        return Regex.IsMatch(shape, @"\bhip(?:ped)?\b") ? "hip" : said.Has(@"\bgables?\b") ? "gable" : null;
    }

    private static decimal? Eaves(Phrase said)
    {
        if (said.Match($@"(?<c>\d+|both|two) eaves?{Each} #|# ?(?:ft )?(?:each )?(?:on )?(?<c>both) eaves|eaves?,? each # ?ft") is { Success: true } match)
        {
            var count = match.Groups["c"].Value is { Length: > 0 } said1 && said1 is not ("both" or "two")
                ? decimal.Parse(said1, System.Globalization.CultureInfo.InvariantCulture) : 2;
            return count * Phrase.Value(match);
        }

        return said.Match(@"(?<c>\d+) # ?ft eaves") is { Success: true } pair ? Phrase.Value(pair, "c") * Phrase.Value(pair) : said.Num($@"# ?ft (?:of )?eaves?\b|"
            + $@"\beaves?{Each} # ?ft");
    }

    private static decimal? Total(Phrase said, string what)
    {
        if (said.Match($@"(?<c>\d+) {what}{Each} #(?! ?(?:ft )?(?:common )?(?:rafter )?(?:run|rafter|pitch|ft wide))|(?<c>\d+) # ?ft {what}\b") is { Success: true } several)
        {
            return Phrase.Value(several, "c") * Phrase.Value(several);
        }

        return said.Num($@"# ?ft (?:of )?{what}\b");
    }

    private static decimal? Feet(Phrase said, string pattern)
    {
        if (said.Match(pattern) is not { Success: true } match)
        {
            return null;
        }

        var value = Phrase.Value(match);
        return match.Groups["u"].Value.Trim() == "in" || (match.Groups["u"].Value.Length == 0 && value > 4) ? value / 12 : value;
    }

    private static int? Layers(Phrase said) =>
        said.Has(@"\bno tear|without tear|lay ?over|overlay|go(?:ing)? over|nail over|new construction") ? 0
        : said.Int(@"# ?(?:\w+ )?layers?\b") ?? (said.Has(@"tear[- ]?offs?\b|tear(?:ing)? (?:it )?off|strip(?:ping)?\b|rip[- ]?off|\blayer off|single layer") ? 1 : null);

    private static IReadOnlyList<string>? NullIfEmpty(IReadOnlyList<string> list) => list.Count > 0 ? list : null;
}
