namespace HardE.Agents.Pricing.Quotes;

/// <summary>What every answer with a price has to say about where its prices come from.</summary>
internal static class Marks
{
    /// <summary>Sample data, and prices of the supplier's feed with their age; empty when there is nothing to say.</summary>
    public static string Of(CatalogSnapshot catalog, IEnumerable<CatalogItem> items)
    {
        var used = items.ToList();
        var marks = new List<string>();
        if (used.Count == 0 ? catalog.IsSample : used.Any(i => i.IsSample))
        {
            marks.Add("Sample data: an admin loads the real catalog with ./harde import catalog.");
        }

        if (catalog.Feed is { } feed && used.Count(i => i.PricedAt is not null) is > 0 and var fed)
        {
            marks.Add(feed.Sentence(fed));
        }
        else if (catalog.Feed?.Warning is { } warning)
        {
            marks.Add(warning);
        }

        return string.Join(' ', marks);
    }
}
