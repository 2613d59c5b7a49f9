using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Quotes;

/// <summary>A quote as an answer: total first, then how it came about, a table of its rows, and the same as data.</summary>
internal static class QuoteReply
{
    /// <param name="asked">What was asked for beside the total, as sentences for the head of the answer.</param>
    public static ToolResult Of(Quote quote, Worksheet sheet, string asked, CatalogSnapshot catalog, TurnContext turn)
    {
        var withCost = CatalogRows.MaySeeCost(turn);
        var price = quote.ListPrice(catalog.Rules);
        var head = $"{quote.Title}: **{Show.Price(price)}** list price.{(asked.Length > 0 ? " " + asked : "")}";
        var cost = withCost
            ? $"\nOur cost {Show.Money(quote.Cost)} = material {Show.Money(quote.Material)} + labor {Show.Money(quote.Labor)}; {Targets(quote, catalog.Rules)}."
            : "";
        var text = string.Join('\n', new[] { head + cost, sheet.Text(), Marks.Of(catalog, quote.Lines.Select(l => l.Item)) }.Where(t => t.Length > 0));
        return ToolResult.Done(text, Data(quote, sheet, price, withCost), Table(quote, catalog.Rules, withCost));
    }

    /// <summary>Quantities without prices: what to order.</summary>
    public static ToolResult Materials(Quote quote, Worksheet sheet, string asked, CatalogSnapshot catalog)
    {
        var rows = quote.Lines.Where(l => l.Item.Category != "labor").ToList();
        var list = string.Join(", ", rows.Select(l => $"{Show.Count(l.Units, l.Item.UnitWord)} {l.Item.Name}"));
        var text = string.Join('\n', new[] { $"{quote.Title}. {asked}".Trim(), $"To order: {list}.", sheet.Text(), Marks.Of(catalog, []) }.Where(t => t.Length > 0));
        var table = new TablePart(quote.Title, ["SKU", "Item", "Need", "Order"], [.. rows.Select(l => (IReadOnlyList<string>)[l.Item.Sku, l.Item.Name, Need(l),
            Show.Count(l.Units, l.Item.UnitWord)])]);
        return ToolResult.Done(text, new { title = quote.Title, lines = rows.Select(l => Line(l, null, false)), steps = sheet.Steps, assumed = sheet.Assumed }, table);
    }

    public static TablePart Table(Quote quote, PriceRules rules, bool withCost)
    {
        string[] columns = withCost ? ["SKU", "Item", "Need", "Order", "Price", "Material", "Labor"] : ["SKU", "Item", "Need", "Order", "Price"];
        var rows = quote.Lines.Select(l => Row(l, rules, withCost)).ToList();
        string[] total = ["", "List price", "", "", Show.Price(quote.ListPrice(rules)), Show.Money(quote.Material), Show.Money(quote.Labor)];
        rows.Add(total[..columns.Length]);
        return new TablePart(quote.Title, columns, rows);
    }

    private static object Data(Quote quote, Worksheet sheet, decimal price, bool withCost) => new
    {
        title = quote.Title,
        list_price = price,
        material = withCost ? quote.Material : (decimal?)null,
        labor = withCost ? quote.Labor : (decimal?)null,
        cost = withCost ? quote.Cost : (decimal?)null,
        lines = quote.Lines.Select(l => Line(l, price, withCost)),
        steps = sheet.Steps.Where(s => withCost || s.Unit != "$ cost"),
        assumed = sheet.Assumed,
    };

    private static object Line(QuoteLine line, decimal? price, bool withCost) => new
    {
        sku = line.Item.Sku,
        name = line.Item.Name,
        need = line.Need,
        basis = line.Item.Basis,
        units = line.Units,
        unit = line.Item.UnitWord,
        material = withCost && price is not null ? line.Material : (decimal?)null,
        labor = withCost && price is not null ? line.Labor : (decimal?)null,
        detail = line.Detail,
    };

    private static IReadOnlyList<string> Row(QuoteLine line, PriceRules rules, bool withCost)
    {
        List<string> cells =
        [
            line.Item.Sku,
            line.Detail is { } detail ? $"{line.Item.Name} ({detail})" : line.Item.Name,
            Need(line),
            Show.Count(line.Units, line.Item.UnitWord),
            Show.Money(rules.PriceOf(line.Cost, line.Item.Module)),
        ];
        if (withCost)
        {
            cells.Add(Show.Money(line.Material));
            cells.Add(Show.Money(line.Labor));
        }

        return cells;
    }

    private static string Need(QuoteLine line) => $"{Show.Measure(line.Need)} {line.Item.Basis}";

    private static string Targets(Quote quote, PriceRules rules)
    {
        var modules = quote.Lines.Select(l => l.Item.Module).Distinct().ToList();
        var sums = string.Join(", ", modules.Select(m => modules.Count == 1 ? Show.Percent(rules.TargetMargin(m)) : $"{m} {Show.Percent(rules.TargetMargin(m))}"));
        return $"target margin {sums}, rounded up to {Show.Price(rules.RoundTo)}";
    }
}
