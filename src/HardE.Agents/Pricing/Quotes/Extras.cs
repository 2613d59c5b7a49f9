using HardE.Agents.Pricing.Roof;
using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Quotes;

/// <summary>Adds catalog rows to a quote as they are named: "40 feet of gutter guard", "two chimney kits".</summary>
internal static class Extras
{
    /// <returns>The rows, or a sentence that says which item was not understood.</returns>
    public static (IReadOnlyList<QuoteLine> Lines, string? Problem) Of(CatalogSnapshot catalog, IReadOnlyList<ExtraItem>? extras, string? module = null)
    {
        var lines = new List<QuoteLine>();
        foreach (var extra in extras ?? [])
        {
            var row = Find(catalog, extra.Item, module);
            if (row is null)
            {
                return ([], $"I find no '{extra.Item}' in the catalogs. Which item do you mean?");
            }

            if (extra.Quantity <= 0 || extra.Quantity > 100_000)
            {
                return ([], $"{Show.Number(extra.Quantity)} of '{row.Name}' cannot be right. How much is it?");
            }

            if (Amounts.ToNeed(row, extra.Quantity, extra.Unit) is not { } need)
            {
                return ([], Amounts.WrongUnit(row, extra.Unit!));
            }

            lines.Add(QuoteLine.Of(row, need));
        }

        return (lines, null);
    }

    /// <summary>One row for an item's words; the module in hand first.</summary>
    public static CatalogItem? Find(CatalogSnapshot catalog, string item, string? module = null)
    {
        var near = module is null ? [] : CatalogSearch.Find([.. catalog.Items.Where(i => i.Module == module)], item, 1);
        return near.Count > 0 ? near[0] : CatalogSearch.Find(catalog.Items, item, 1) is [var found, ..] ? found : null;
    }
}
