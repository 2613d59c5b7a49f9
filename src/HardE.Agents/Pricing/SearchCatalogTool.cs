using System.ComponentModel;
using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing;

/// <summary>Looks material up in the company's catalogs, with prices.</summary>
internal sealed class SearchCatalogTool(Catalog catalog) : Tool<SearchCatalogTool.Input>
{
    private const int MostRows = 12;
    private const int MostInWords = 6;

    public sealed record Input(
        [property: Description("What is looked for, as the person said it: maker, item, size, colour, sku.")] string Query,
        [property: Description("Only this module: roofing, siding, gutters or windows.")] string? Module = null,
        [property: Description("At most this many rows, 1 to 12.")] int? Limit = null,
        [property: Description("Only windows that are offered up to at least so many united inches.")] decimal? MinUi = null);

    public override string Name => "search_catalog";
    public override string Description => "Search the material catalogs by words; answers rows with price and unit.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var now = await catalog.NowAsync(turn.Tenant, ct);
        if (now.Items.Count == 0)
        {
            return ToolResult.NotFound("There is no catalog yet.", "An admin loads one with ./harde import catalog FILE.csv.");
        }

        var items = input.Module is { Length: > 0 } module
            ? [.. now.Items.Where(i => i.Module.Equals(module, StringComparison.OrdinalIgnoreCase))]
            : now.Items;
        if (input.MinUi is { } least)
        {
            items = [.. items.Where(i => i.Number("max_ui") >= least)];
        }

        var found = CatalogSearch.Find(items, input.Query, Math.Clamp(input.Limit ?? MostRows, 1, MostRows));
        if (found.Count == 0)
        {
            var modules = string.Join(", ", now.Items.Select(i => i.Module).Distinct());
            return ToolResult.NotFound(
                "Nothing in the catalogs matches that.", $"There are catalogs for {modules}; try a maker, an item, a size or a colour.");
        }

        var withCost = CatalogRows.MaySeeCost(turn);
        var sources = string.Join(", ", found.Select(i => i.Catalog).Distinct());
        var summary = $"{found.Count} {(found.Count == 1 ? "row" : "rows")} from {sources}. Prices are list prices at our target margin, before tax."
            + $" {string.Join("; ", found.Take(MostInWords).Select(i => CatalogRows.Words(now, i)))}.";
        var strange = CatalogSearch.Unknown(now.Items, input.Query);
        summary = strange is null ? summary : $"No row mentions '{strange}'; this is the nearest. {summary}";
        var text = $"{summary}\n{Marks.Of(now, found)}".Trim();
        var data = new { rows = found.Select(i => CatalogRows.Data(now, i, withCost)).ToList(), sample = now.IsSample };
        return ToolResult.Done(text, data, CatalogRows.Table(sources, now, found, withCost));
    }
}
