using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Reading;

/// <summary>What a message wants to know about rows of the catalog: their price, how many of them, or which there are.</summary>
internal sealed class ItemPlan(Phrase said, CatalogSnapshot catalog)
{
    /// <returns>The next step; null when no row is named, or the roof's own sums are meant.</returns>
    public Decision? Decide()
    {
        var rows = ItemReader.Find(said, catalog);
        var need = ItemReader.Amount(said);
        if (rows.Count == 0 || said.Sides.Any(s => s.A >= 6 && s.B >= 6) || (said.Pitch is not null && need is null))
        {
            return null;
        }

        if (IsRoofJob(rows) || (said.Pitch is not null && said.Has(@"\broof\b|eaves?|hip|valley|run\b")))
        {
            return null;
        }

        if (need is null)
        {
            if (said.Has(@"how (?:many|much) (?!is|are|for|would|does|do\b|to\b|will|more|at)") && !Asks.Price(said) && !Asks.Cost(said))
            {
                return new Decision.Unsure($"How much has to be covered with {rows[0].Name} (in "
                    + $"{(rows[0].Basis == "SQ" ? "squares" : rows[0].Basis == "LF" ? "feet" : "pieces")})?");
            }

            return (Asks.Search(said) || rows.Count > 1) && !said.Has("cheapest|most expensive") ? Search()
                : Decision.Tool("price_item", new { item = rows[0].Sku, asks_cost = Asks.Cost(said) ? true : (bool?)null });
        }

        var fits = rows.Where(r => Amounts.ToNeed(r, need.Quantity, need.Unit) is not null).ToList();
        if (fits.Count == 0)
        {
            fits = [rows[0]];
        }

        if (fits.Count > 1 && ItemReader.Find(new Phrase(need.After), catalog).FirstOrDefault(fits.Contains) is { } meant)
        {
            fits = Asks.Price(said) || Asks.Cost(said) ? [meant] : fits;
        }

        if (Asks.Price(said) || Asks.Cost(said) || said.Has(@"\blabor\b"))
        {
            return Decision.Tool("price_item", new
            {
                item = fits[0].Sku,
                quantity = need.Quantity,
                unit = need.Unit,
                waste_percent = WasteReader.Percent(said),
                layers = said.Int(@"# ?(?:\w+ )?layers?\b"),
                asks_cost = Asks.Cost(said) ? true : (bool?)null,
                material_only = said.Has(@"\bmaterial (?:only|cost|price)|without labor|w/o labor|no "
                    + @"labor") ? true : (bool?)null,
            });
        }

        return !NeedsGeometry(fits) ? Decision.Tool("material_quantity", new
        {
            items = fits.Select(f => f.Sku),
            need = need.Quantity,
            unit = need.Unit,
            waste_percent = WasteReader.Percent(said),
            covers = Covers()
        }) : null;
    }

    private decimal? Covers() => said.Num(@"# ?sq rolls?\b|rolls? (?:of|are|cover) # ?sq|# sq a roll") ?? said.Num(@"# ?ft (?:pieces|sticks|lengths|footers|vents)\b");

    // A job names its field and what goes with it; a row alone is an item.
    private bool IsRoofJob(IReadOnlyList<CatalogItem> rows) =>
        said.Has(@"\b(?:quote|estimate|figure|ballpark)\b|\broof\b") && said.Has(@"# ?sq\b|# ?sf\b") && (rows.Any(r => r.Category == "field") || said.Has(@"\broof\b|layers?"))
        || (ItemReader.Main(said, catalog).Any(r => r.Category == "field" && r.Module == "roofing") && said.Has(@"tear[- ]?off|layers?|dumpster"));

    // Bundles with a shape's waste, ice along eaves, lengths that were given for ridge and hips together: the roof's own sums.
    private bool NeedsGeometry(List<CatalogItem> rows) =>
        rows.Any(r => r.Category == "field" && r.Module == "roofing") || (rows.Any(r => r.Sku == catalog.Part("ice")?.Sku) && said.Has(@"eaves?"))
        || said.Has(@"\bhips?\b.*\bridge\b|\bridge\b.*\bhips?\b|ft (?:of )?hips?\b.*valley|\d+ valleys of");

    /// <summary>A look into the catalogs; null when the message names nothing that is in them.</summary>
    public Decision? Search() =>
        CatalogSearch.Find(catalog.Items, said.Said, 1).Count > 0 && (Asks.Search(said) || Asks.Price(said) || Asks.Cost(said) || !said.Said.Any(char.IsAsciiDigit))
            ? Decision.Tool("search_catalog", new { query = said.Said }) : null;
}
