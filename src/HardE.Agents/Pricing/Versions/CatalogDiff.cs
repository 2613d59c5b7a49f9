using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Versions;

/// <summary>One difference between two price lists.</summary>
/// <param name="Kind">new, gone, cost, or changed.</param>
/// <param name="Before">Cost or words before; empty for a new row.</param>
/// <param name="After">Cost or words after; empty for a row that is gone.</param>
public sealed record CatalogDifference(string Kind, string Sku, string Name, string Before, string After);

/// <summary>What an import would change, row by row.</summary>
public static class CatalogDiff
{
    /// <summary>New rows first, then changes, then what is gone; each in the order of the skus.</summary>
    public static IReadOnlyList<CatalogDifference> Between(IReadOnlyList<CatalogItem> before, IReadOnlyList<CatalogItem> after)
    {
        var old = before.ToDictionary(i => i.Sku, StringComparer.OrdinalIgnoreCase);
        var kept = after.Select(i => i.Sku).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. after.Where(i => !old.ContainsKey(i.Sku)).OrderBy(i => i.Sku, StringComparer.Ordinal).Select(i => new CatalogDifference("new", i.Sku, i.Name, "", Cost(i))),
            .. after.Where(i => old.ContainsKey(i.Sku)).OrderBy(i => i.Sku, StringComparer.Ordinal).SelectMany(i => Changes(old[i.Sku], i)),
            .. before.Where(i => !kept.Contains(i.Sku)).OrderBy(i => i.Sku, StringComparer.Ordinal).Select(i => new CatalogDifference("gone", i.Sku, i.Name, Cost(i), "")),
        ];
    }

    private static IEnumerable<CatalogDifference> Changes(CatalogItem before, CatalogItem after)
    {
        if (before.UnitCost != after.UnitCost || before.LaborPerBasis != after.LaborPerBasis || before.Unit != after.Unit)
        {
            var change = before.UnitCost > 0 && before.UnitCost != after.UnitCost && before.Unit == after.Unit
                ? $" ({(after.UnitCost > before.UnitCost ? "+" : "−")}{Show.Percent(Math.Abs(after.UnitCost - before.UnitCost) / before.UnitCost)})" : "";
            yield return new CatalogDifference("cost", after.Sku, after.Name, Cost(before), Cost(after) + change);
        }

        var (was, now) = (Rest(before), Rest(after));
        if (was != now)
        {
            yield return new CatalogDifference("changed", after.Sku, after.Name, was, now);
        }
    }

    private static string Cost(CatalogItem item) =>
        $"{Show.Money(item.UnitCost)} a {item.UnitWord}{(item.LaborPerBasis > 0 ? $", labor {Show.Money(item.LaborPerBasis)} a {CatalogItem.WordOf(item.Basis)}" : "")}";

    private static string Rest(CatalogItem item) => string.Join(
        ", ", new[] { item.Name, item.Category, item.Tier, $"{item.Basis} {item.UnitsPerBasis}/{item.BasisPerUnit}" }
            .Concat(item.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}")).Where(t => t.Length > 0));
}
