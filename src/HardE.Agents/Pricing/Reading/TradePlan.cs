using HardE.Agents.Pricing.Gutters;
using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Roof;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Reading;

/// <summary>Which trade a message speaks of, and what it wants to know there.</summary>
internal sealed class TradePlan(Phrase said, CatalogSnapshot catalog)
{
    private const string GutterWords = @"\bgutters?\b|downspouts?|\bleaders?\b|\bk-style|\d ?k\b|half[- ]?round|hangers?\b|\boutlets?\b|\d ?in k\b|\bcoil\b|leaf guard|"
        + @"drains?\b|one run\b|onto 1 run|rain\b|\bcopper\b|\bflow\b|of roof behind|behind it";
    private const string SidingWords = @"\bsiding|\bvinyl|cartons?\b|j[- ]?channel|house ?wrap|\bwrap for\b|\bwalls?\b(?! ?(?:are )?\d+ ?in)|undersill|corner posts?|"
        + @"dutch ?lap|fib(?:er|re)[- ]?cement|hardi|engineered wood|\bshake\b|openings?\b|gable area|area of .{0,12}gables|subtract";
    private const string RoofWordsPattern = @"\broof|shingle|\bpitch\b|\d/12|\bhip\b|\bhips\b|\bgable|\bridge\b|\bvalleys?\b|\brafters?\b|bundles?\b|\btear[- ]?off|"
        + @"\blayers?\b|\bice\b|drip|\beaves?\b|\bsq\b|\bsquares?\b|\bsf\b|\barch\b|footprint|garage|underlayment|felt\b|house|ranch|porch|shed|barn|waste\b";

    private readonly GutterInput gutter = GutterReader.Read(said);
    private readonly ItemPlan named = new(said, catalog);

    /// <summary>A message with measures of its own asks for a new calculation, whatever it leans on.</summary>
    public bool StandsAlone => said.Sides.Any(s => s.A >= 6 && s.B >= 6) && (said.Pitch is not null || IsWindows || said.Has(GutterWords + "|" + SidingWords))
        && !said.Has(@"\bsame (?:house|roof|job)");

    private bool IsWindows => WindowReader.IsAbout(said);

    /// <summary>The message holds sizes of work, so words like "cost" and "points" are no bookkeeping.</summary>
    public static bool HasMeasures(Phrase said) => said.Has(@"# ?(?:sq|sf|ft|ui)\b|\d/12| x \d");

    public Decision? Decide()
    {
        if (Compare() is { } compared)
        {
            return compared;
        }

        if (Asks.Convert(said) && Converted() is { } converted)
        {
            return converted;
        }

        if (said.Num(@"# ?(?:in )?rounded(?: up)?\b") is { } inches)
        {
            return Decision.Tool("convert_measure", new { amount = inches, from = "IN", to = "WHOLE" });
        }

        return Windows() ?? Gutters() ?? Siding() ?? named.Decide() ?? Roof() ?? named.Search();
    }

    private Decision? Compare()
    {
        if (!(Asks.Compare(said) || said.Has(@"to spend\b|budget (?:of|is)")) || said.Pitch is not null || said.Has(@"how many|\brolls?\b|\bbundles?\b|\bcartons?\b|\bpieces\b"))
        {
            return null;
        }

        var module = IsWindows ? "windows" : said.Has(@"gutter|\d ?in and \d ?in|\b5 (?:and|or|vs\.?|versus|to) 6") ? "gutters" : said.Has(@"siding|vinyl|cement")
            ? "siding" : said.Has(@"roof|shingle|square|sq\b") ? "roofing" : null;
        var amount = module == "gutters" ? said.Num(@"# ?ft\b") : said.Num(@"# ?sq\b") ?? (said.Num(@"# ?sf\b") / 100);
        if (module == "windows" || module is null || amount is null)
        {
            return module == "windows" && said.Has("triple|low-?e|double pane") && !said.Sides.Any()
                ? Decision.Tool("compare_options", new { module, products = WindowGlass(), amount = said.Int(@"# (?:[a-z-]+ ){0,2}(?:windows?|double)") }) : null;
        }

        return Decision.Tool("compare_options", new { module, amount, products = module == "gutters" ? GutterProducts() : null });
    }

    private IReadOnlyList<string>? GutterProducts()
    {
        var rows = catalog.Fields("gutters").Where(r => r.Attributes.GetValueOrDefault("profile") == "K" && r.Attributes.ContainsKey("gauge")).ToList();
        return said.Has(@"\b5\b") && said.Has(@"\b6\b") ? [.. rows.Where(r => r.Attributes["gauge"] == ".032").Select(r => r.Sku)]
            : said.Has(@"0\.027") ? [.. rows.Where(r => r.Number("size") == 5).Select(r => r.Sku)] : null;
    }

    private List<string> WindowGlass() => [said.Has(@"from double|double pane") ? "double pane" : "low-e", .. said.Has("triple") ? ["triple pane"] : new[] { "low-e" }];

    private Decision? Converted()
    {
        var (amount, from, to) = said.Num(@"# ?sf\b") is { } sf ? (sf, "SF", "SQ") : said.Num(@"# ?sq\b") is { } sq ? (sq, "SQ", "SF")
            : said.Num(@"how many is #") is { } bare ? (bare, "SF", "SQ") : (0m, "", "");
        return from.Length == 0 ? null : Decision.Tool("convert_measure", new { amount, from, to, waste_percent = WasteReader.Percent(said) });
    }

    private Decision? Windows()
    {
        if (!IsWindows || said.Has(@"j[- ]?channel|\bsiding\b|\bnet squares") || said.Has(@"bay roof"))
        {
            return null;
        }

        if (said.Has(@"(?:capp?ing|disposal|grids?|tempered|removal).{0,24}\b(?:for|on|in) # ") && !said.Sides.Any() && !said.Has(@"# ?ui\b"))
        {
            return null; // an item for so many windows
        }

        if (said.Has(@"\b(?:which|what) (?:windows|styles?)\b") && said.Num(@"# ?ui\b") is { } most)
        {
            return Decision.Tool("search_catalog", new { query = "window", module = "windows", min_ui = most });
        }

        var windows = WindowReader.Read(said);
        if (windows.Items is not { Count: > 0 } items)
        {
            return ItemReader.Find(said, catalog).Any(i => i.Module == "windows") ? null : Asks.Search(said) || said.Has(@"which|what .*go up to") ? named.Search() : null;
        }

        var sized = items.Any(i => i.UnitedInches is not null || i.Width is not null);
        var several = items.Count > 1 || items.Any(i => i.Count > 1) || windows.Capping == true || windows.Disposal == true;
        if (!sized && !several)
        {
            return named.Search();
        }

        var price = Asks.Price(said) || Asks.Cost(said) || several;
        var detail = several ? "quote" : price ? "unit" : "measures";
        return Decision.Tool("window_estimate", windows with { Detail = detail });
    }

    private Decision? Gutters()
    {
        if (!said.Has(GutterWords) || said.Has(@"fascia"))
        {
            return null;
        }

        var wanted = GutterReader.Wanted(said);
        var drains = gutter.AreaSf is not null || gutter.DepthFeet is not null;
        if (drains && (wanted.Count == 0 || wanted.Any(w => w is "flow" or "size" or "downspouts")))
        {
            return Decision.Tool("gutter_estimate", gutter with { Detail = "measures", Wanted = wanted.Count > 0 ? wanted : null });
        }

        if (wanted.Any(w => w is "hangers" or "coil") && !Asks.Price(said) && gutter.Feet() is not null)
        {
            return Decision.Tool("gutter_estimate", gutter with { Detail = "measures", Wanted = [.. wanted.Where(w => w is "hangers" or "coil")] });
        }

        if (wanted.Any(w => w is "size" or "downspouts") && !Asks.Price(said))
        {
            return Decision.Tool("gutter_estimate", gutter with { Detail = "measures", Wanted = wanted });
        }

        if (gutter.Feet() is null && IsWholeJob("gutters?"))
        {
            return Decision.Tool("gutter_estimate", gutter with { Detail = "quote" });
        }

        return gutter.Feet() is not null && IsGutterJob() ? Decision.Tool("gutter_estimate", gutter with { Detail = Asks.Materials(said) ? "materials" : "quote" }) : null;
    }

    // "quote gutters", "an estimate for siding": a job whose measures have to be asked for.
    private bool IsWholeJob(string what) =>
        said.Has($@"\b(?:quote|estimate|bid|ballpark|price out|work up)\b.{{0,24}}\b{what}\b|\b{what} (?:quote|estimate|bid)\b") && !Asks.Search(said)
            && !said.Has(@"per (?:ft|sq)\b");

    // A job has runs, downspouts or fittings; so many feet of one row is an item.
    private bool IsGutterJob() =>
        gutter.GutterOnly != true && (gutter.Runs is not null || gutter.Downspouts is not null || gutter.DownspoutsPerRun is not null || gutter.DownspoutSize is not null
            || said.Has(@"work up|\bquote\b|\bestimate\b|ballpark|rough|end ?caps?|elbows?|stor(?:y|ies)|hangers")) && said.Has(@"gutters?\b|\b5\b|\b6\b|k-style|\bk\b");

    private Decision? Siding()
    {
        if (!said.Has(SidingWords) || (said.Pitch is not null && said.Has(@"\broof\b|\bice\b")) || said.Has(@"fascia|tear[- ]?off on|overhang"))
        {
            return null;
        }

        var walls = SidingReader.Read(said, catalog);
        var sized = walls is { Length: not null, Width: not null } or { PerimeterFeet: not null } or { GrossSf: not null } or { NetSf: not null };
        var wanted = SidingReader.Wanted(said);
        if (wanted.Contains("gables") && walls is { GableWidth: not null } and ({ GableHeight: not null } or { GableRise: not null }))
        {
            return Decision.Tool("siding_estimate", walls with { Detail = "measures", Wanted = ["gables"] });
        }

        if (!sized && wanted.Contains("posts") && (walls.Posts ?? walls.Stories) is not null && !Asks.Price(said))
        {
            return Decision.Tool("siding_estimate", walls with { Detail = "measures", Wanted = ["posts"] });
        }

        if (!sized && IsWholeJob("siding"))
        {
            return Decision.Tool("siding_estimate", walls with { Detail = "quote" });
        }

        if (!sized && !(wanted.Contains("j_channel") && (walls.Windows ?? walls.Doors) is not null))
        {
            return null;
        }

        if (wanted.Contains("order") && walls.Product is not null && !wanted.Contains("cartons"))
        {
            wanted = [.. wanted, "cartons"];
        }

        var house = walls is { Length: not null } or { PerimeterFeet: not null };
        if (!house && said.Has(@"\blabor\b|\bcrew\b"))
        {
            return null; // what so many squares cost to hang: an item
        }

        if (!house && wanted.Any(w => w is "wrap" or "starter" or "undersill" or "posts") && !Asks.Price(said))
        {
            return null; // so many squares of wrap: an item
        }

        if (Asks.Materials(said))
        {
            return Decision.Tool("siding_estimate", walls with { Detail = "materials" });
        }

        return Asks.Price(said) || (house && wanted.Count == 0)
            ? Decision.Tool("siding_estimate", walls with { Detail = "quote" })
            : Decision.Tool("siding_estimate", walls with { Detail = "measures", Wanted = wanted.Count > 0 && !wanted.SequenceEqual(["order"]) ? wanted : null });
    }

    private Decision? Roof()
    {
        if (!said.Has(RoofWordsPattern))
        {
            return null;
        }

        var roof = RoofReader.Read(said, catalog);
        var sized = roof is { SurfaceSf: not null } or { Sections: not null } or { FootprintSf: not null } or { Length: not null, Width: not null };
        var wanted = RoofWords.Wanted(said);
        if (Asks.Materials(said) && (sized || said.Has(@"\broof\b")))
        {
            return Decision.Tool("roof_estimate", roof with { Detail = "materials" });
        }

        var whole = (sized || roof.Length is not null || said.Has(@"\broof\b")) && (Asks.Price(said) || (sized && wanted.Count == 0 && said.Has(@"layer|tear|ballpark")));
        if (whole)
        {
            return said.Has(@"\broof\b") && !sized && roof.Length is null && Asks.Search(said) ? null : Decision.Tool("roof_estimate", roof with { Detail = "quote" });
        }

        var some = sized || roof.Rise is not null || roof.Length is not null
            || roof is { RidgeFeet: not null } or { HipFeet: not null } or { ValleyFeet: not null } or { EaveFeet: not null } or { RunFeet: not null };
        return some ? Decision.Tool("roof_estimate", roof with { Detail = "measures", Wanted = Narrowed(wanted, roof) }) : null;
    }

    // A count of bundles or rolls needs its squares, but the squares themselves were not asked for; lengths were not either.
    private static IReadOnlyList<string>? Narrowed(IReadOnlyList<string> wanted, RoofInput roof)
    {
        var lengths = wanted.Where(w => w is not ("surface" or "order" or "bundles" or "underlayment" or "felt" or "nails")).ToList();
        var areas = roof is { SurfaceSf: null, FootprintSf: null, Sections: null } and ({ Length: null } or { Width: null }) ? [] : wanted.Except(lengths).ToList();
        if (areas.Contains("bundles") && !areas.Contains("order"))
        {
            areas.Insert(0, "order");
        }

        return areas.Count + lengths.Count == 0 ? null : [.. areas, .. lengths];
    }
}
