using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing;

/// <summary>Catalog rows as a person may see them: prices for all who sell, cost and labour only for those who set prices.</summary>
internal static class CatalogRows
{
    /// <summary>Cost is for director and owner, and never for a room that others read.</summary>
    public static bool MaySeeCost(TurnContext turn) => Permissions.Has(turn.Speaker.Role, Permissions.CostRead) && !turn.Request.SharedRoom;

    public static TablePart Table(string title, CatalogSnapshot catalog, IReadOnlyList<CatalogItem> items, bool withCost)
    {
        string[] columns = withCost
            ? ["SKU", "Item", "Unit", "Price", "Installed", "Our cost", "Our labor"]
            : ["SKU", "Item", "Unit", "Price", "Installed"];
        return new TablePart(title, columns, [.. items.Select(i => Row(catalog, i, withCost))]);
    }

    /// <summary>The same as data; members that the speaker may not see are not there.</summary>
    public static object Data(CatalogSnapshot catalog, CatalogItem item, bool withCost) => new
    {
        sku = item.Sku,
        name = item.Name,
        module = item.Module,
        catalog = item.Catalog,
        unit = item.UnitWord,
        price = catalog.Rules.PriceOf(item.UnitCost, item.Module),
        installed = Installed(catalog, item),
        cost = withCost ? item.UnitCost : (decimal?)null,
        labor = withCost ? item.LaborPerBasis : (decimal?)null,
    };

    /// <summary>A row in one clause: item, unit, price, colours.</summary>
    public static string Words(CatalogSnapshot catalog, CatalogItem item) =>
        $"{item.Name} {Money(catalog.Rules.PriceOf(item.UnitCost == 0 ? item.LaborPerBasis : item.UnitCost, item.Module))} per "
            + $"{(item.UnitCost == 0 ? CatalogItem.WordOf(item.Basis) : item.UnitWord)}"
        + (Installed(catalog, item) is { } installed && item.UnitCost > 0 ? $", {Money(installed)} installed" : "")
        + (item.Attributes.TryGetValue("colors", out var colors) ? $" ({colors.Replace("|", ", ", StringComparison.Ordinal)})" : "");

    public static string Money(decimal amount) => amount.ToString("$#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>Price with installation, where labour is counted by the same unit.</summary>
    public static decimal? Installed(CatalogSnapshot catalog, CatalogItem item) =>
        item.HasLaborByUnit ? catalog.Rules.PriceOf(item.UnitCost + item.LaborPerBasis, item.Module) : null;

    private static IReadOnlyList<string> Row(CatalogSnapshot catalog, CatalogItem item, bool withCost)
    {
        List<string> cells =
        [
            item.Sku,
            item.Name,
            item.UnitWord,
            Money(catalog.Rules.PriceOf(item.UnitCost, item.Module)),
            Installed(catalog, item) is { } installed ? Money(installed) : "",
        ];
        if (withCost)
        {
            cells.Add(Money(item.UnitCost));
            cells.Add(item.LaborPerBasis > 0 ? $"{Money(item.LaborPerBasis)} / {item.Basis}" : "");
        }

        return cells;
    }
}
