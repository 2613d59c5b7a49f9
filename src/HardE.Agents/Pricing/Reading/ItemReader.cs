using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Roof;

namespace HardE.Agents.Pricing.Reading;

/// <summary>An amount of catalog items in a message: "24 ft of ridge", "22 squares", "two 3x4 downspouts".</summary>
/// <param name="After">The words that follow the amount, to the next comma.</param>
internal sealed record Need(decimal Quantity, string? Unit, string After = "");

/// <summary>Finds the catalog rows that a message names, and how much of them.</summary>
internal static class ItemReader
{
    private static readonly (string Pattern, string Part)[] Named =
    [
        (@"ridge ?vents?|ft vents?\b|\bvents\b", "ridge_vent"), (@"ridge caps?|hip caps?|hip (?:and|&) ridge|(?<!end )\bcap(?:s| bundles?| shingles?)?\b(?! ?(?:pair|"
            + @"ping))", "cap"),
        (@"drip(?:[- ]edge)?", "drip"), (@"\bice\b|water shield|\biws\b|i ?& ?w\b", "ice"), (@"synthetic|underlayment", "underlayment"), (@"\bfelt\b|tar ?paper", "felt"),
        (@"valley metal|w-valley|\bvalley\b", "valley"), (@"pipe (?:boots?|flashings?|jacks?)|\bboots?\b", "boot"), (@"chimney", "chimney"), (@"\bosb\b|plywood|redeck|"
            + @"deck(?:ing)? sheets?|sheets? (?:of deck|if i replace)|\bdecking\b", "deck"),
        (@"\bnails?\b", "nails"), (@"tear[- ]?offs?|tearing off", "tear_off"), (@"dumpsters?|landfill", "dumpster"),
        (@"j[- ]?channel", "j_channel"), (@"undersill|utility trim", "undersill"), (@"inside (?:corner )?posts?|inside corners?(?! miter)", "inside_post"),
            (@"(?:outside )?(?:corner )?posts?\b", "outside_post"),
        (@"\bsoffits?\b", "soffit"), (@"\bfascia\b", "fascia"), (@"house ?wrap|tyvek|(?<!fascia )(?<!to )\bwrap\b", "wrap"),
        (@"\boutlets?\b", "outlet"), (@"\bhangers?\b", "hanger"), (@"\bcoil\b(?! roofing nails)", "coil"),
        (@"\bcapping\b", "capping"), (@"\bdisposal\b", "disposal"), (@"\bgrids?\b", "grids"), (@"\btempered\b", "tempered"), (@"patio doors?|sliding (?:glass )?doors?|"
            + @"slider doors?", "patio_door"),
    ];

    private static readonly (string Pattern, string Word)[] Sized = [(@"\belbows?\b", "elbow"), (@"\bmiters?\b|inside corner miter", "miter"), (@"end ?caps?\b", "end cap"),
        (@"gutter guards?|leaf guards?|\bguards?\b|micro-?mesh", "guard"), (@"\bdownspouts?\b(?! outlet)|\bleaders?\b", "downspout")];

    /// <summary>The rows that are named, without doubles; empty when none is.</summary>
    public static IReadOnlyList<CatalogItem> Find(Phrase said, CatalogSnapshot catalog)
    {
        var siding = said.Has(@"siding|vinyl|wall|house ?wrap");
        var found = new List<CatalogItem?> { Choice.BySku(catalog.Items, said.Text) };
        found.AddRange(Named.Where(n => said.Has(n.Pattern)).Select(n => catalog.Part(n.Part)));
        if (said.Has(@"\bstarter\b"))
        {
            found.Add(catalog.Part(siding ? "siding_starter" : "starter"));
        }

        if (said.Has("remov") && siding)
        {
            found.Add(catalog.Part("siding_removal"));
        }

        found.AddRange(Sized.Where(s => said.Has(s.Pattern)).Select(s => s.Word == "downspout" && found.Any(f => f is not null) ? null : OfSize(said, catalog, s.Word)));
        var rows = found.OfType<CatalogItem>().DistinctBy(i => i.Sku).ToList();
        rows = WithoutCompanions(said, rows);
        return rows.Count > 0 ? rows : Main(said, catalog);
    }

    /// <summary>Gutter, shingle or siding rows.</summary>
    public static IReadOnlyList<CatalogItem> Main(Phrase said, CatalogSnapshot catalog)
    {
        if (said.Has(@"\bgutters?\b|\bk\b|k-style|half[- ]?round|\bcopper\b"))
        {
            var gutter = GutterReader.Read(said);
            var rows = catalog.Fields("gutters").Where(r => (gutter.Size is null || r.Number("size") == gutter.Size) && (gutter.HalfRound is null
                || (r.Attributes.GetValueOrDefault("profile") == "half-round") == gutter.HalfRound)).ToList();
            var product = said.Has(@"cheapest|most expensive|top of the line") ? said.Said : gutter.Product;
            return rows.Count == 0 ? [] : Choice.Find(rows, product) is { } one ? [one] : gutter.Product is null ? rows : [];
        }

        var words = ProductWords.Of(said.Said);
        if (said.Has(@"vinyl|siding|fib(?:er|re)[- ]?cement|hardi|shake|engineered|dutch") && !said.Has(@"double hung|windows?\b")
            && Choice.Find(catalog.Fields("siding"), words) is { } siding)
        {
            return [siding];
        }

        return said.Has(@"shingles?|arch\b|architectural|3[- ]?tab|metal roof|standing seam|designer|class 4|impact|\bfield\b")
            && Choice.Find(catalog.Fields("roofing"), words) is { } roof ? [roof] : [];
    }

    /// <summary>How much is meant, with its unit; null when nothing is said.</summary>
    public static Need? Amount(Phrase said)
    {
        if (said.Match(@"(?<![\d.x] )(?<c>\d{1,2}) # ?ft (?:valleys|runs|eaves|rakes|hips|ridges|sides|lengths)\b|(?<c>\d{1,2}) (?:valleys|runs|eaves|rakes|hips|sides) "
            + @"of # ?(?:ft)?") is { Success: true } several)
        {
            return new Need(Phrase.Value(several, "c") * Phrase.Value(several), "LF");
        }

        foreach (var (pattern, unit) in new[]
        {
            (@"# ?sq\b(?! ?rolls?)", "SQ"), (@"# ?sf\b", "SF"), (@"(?:ridge|run|edge|eave|hip|valley)s?(?: is| of|:)* # ?ft\b", "LF"),
                (@"# ?ft\b(?! ?(?:ridge )?(?:vents?|sticks?|pieces?|lengths?|rolls?|patio|sliding|door|wide|,? ?i've got))", "LF"),
            (@"# bundles?\b", "BD"), (@"# rolls?\b", "RL"), (@"# cartons?\b", "CT"), (@"# (?:box|boxes)\b", "BX"), (@"# ?(?:lbs?|pounds?)\b", "LB"),
            (@"# (?:pieces?|sticks?|sheets?|windows?|openings?|pairs?|pc|pcs|each)\b", "EA"),
            (@"(?<!x )# (?:(?:\d+ x \d+|(?!x\b)\w+) )?(?:elbows?|outlets?|hangers?|miters?|end ?caps?|boots?|kits?|posts?|dumpsters?|doors?|grids?|downspouts?)\b", "EA"),
        })
        {
            if (said.Match(pattern) is { Success: true } match)
            {
                var after = said.Text[match.Groups["n"].Index..].Split(',')[0];
                return new Need(Phrase.Value(match), unit, after);
            }
        }

        return null;
    }

    /// <summary>What is to be added to a quote: an amount and its item.</summary>
    public static ExtraItem? Extra(Phrase said, CatalogSnapshot catalog) =>
        Amount(said) is { } need && Find(said, catalog) is [var row, ..] ? new ExtraItem(row.Sku, need.Quantity, Amounts.ToNeed(row, need.Quantity, need.Unit) is null
            ? null : need.Unit) : null;

    private static CatalogItem? OfSize(Phrase said, CatalogSnapshot catalog, string word)
    {
        var spout = said.Match(@"(?<![\d.])(?<n>[23] x [34])(?!\d)") is { Success: true } match ? match.Groups["n"].Value.Replace(" ", "", StringComparison.Ordinal) : null;
        var size = word is "elbow" or "downspout" ? spout ?? (said.Has(@"\bround\b|3 in round") ? "3 round" : "2x3") : said.Num(@"(?<n>5|6) ?(?:in|k)\b") is { } inches
            ? inches.ToString("0", System.Globalization.CultureInfo.InvariantCulture) : "5";
        return catalog.Fitting(word, size);
    }

    // "tear-off ... with a dumpster" names two rows; "two pieces per roll of felt under ice" is rare: the need decides. A valley that only carries metal is one row.
    private static List<CatalogItem> WithoutCompanions(Phrase said, List<CatalogItem> rows) =>
        rows.Count > 1 && said.Has(@"valley metal|w-valley") ? rows : rows.Count > 1 && said.Has(@"edge\b.{0,30}\?|got # ?ft of edge")
            && rows.Any(r => r.Name.Contains("fascia", StringComparison.OrdinalIgnoreCase))
            ? [.. rows.Where(r => r.Name.Contains("fascia", StringComparison.OrdinalIgnoreCase))] : rows;
}
