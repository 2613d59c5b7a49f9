using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Windows;

/// <summary>Windows of one kind with what their size costs.</summary>
/// <param name="Row">As the catalog has it.</param>
/// <param name="AtSize">The row with the surcharge of this size in its unit cost.</param>
internal sealed record SizedWindow(WindowItem Item, CatalogItem? Row, CatalogItem? AtSize, decimal Ui)
{
    public int Count => Item.Count ?? 1;

    /// <summary>"8 x Double-hung vinyl window low-E argon, 82 UI."</summary>
    public string Words => $"{Count} × {Row!.Name}, {Show.Number(Ui)} UI.";

    public QuoteLine Line(bool withLabor)
    {
        var line = QuoteLine.Of(AtSize!, Count) with
        {
            Detail = Item is { Width: { } w, Height: { } h } ? $"{Show.Number(w)} × {Show.Number(h)}, {Show.Number(Ui)} "
            + $"UI" : $"{Show.Number(Ui)} UI"
        };
        return withLabor ? line : line with { Labor = 0 };
    }
}

/// <summary>One window: united inches and price, with and without labor; cost for those who may see it.</summary>
internal static class WindowUnits
{
    public static ToolResult Answer(WindowInput input, IReadOnlyList<SizedWindow> sized, CatalogSnapshot now, TurnContext turn, Worksheet sheet)
    {
        var withCost = CatalogRows.MaySeeCost(turn);
        var lines = sized.Select(s => Words(s, now.Rules, withCost)).ToList();
        var quote = new Quote($"Windows, {Show.Count(sized.Sum(s => s.Count), "window")}", [.. sized.Select(s => s.Line(input.WithoutLabor != true))]);
        LastCalculation.Keep(turn, "window_estimate", input, quote, now.Rules, sized.Sum(s => s.Count), "window");
        var text = string.Join('\n', new[] { string.Join('\n', lines), sheet.Text(), Marks.Of(now, sized.Select(s => s.Row!)) }.Where(t => t.Length > 0));
        var data = sized.Select(s => new
        {
            sku = s.Row!.Sku,
            ui = s.Ui,
            price = now.Rules.PriceOf(s.AtSize!.UnitCost, s.Row.Module),
            installed = now.Rules.PriceOf(s.AtSize.UnitCost + s.Row.LaborPerBasis, s.Row.Module),
            cost = withCost ? s.AtSize.UnitCost : (decimal?)null,
            labor = withCost ? s.Row.LaborPerBasis : (decimal?)null,
        });
        return ToolResult.Done(text, new { windows = data, steps = sheet.Steps, assumed = sheet.Assumed });
    }

    private static string Words(SizedWindow window, PriceRules rules, bool withCost)
    {
        var (row, cost) = (window.Row!, window.AtSize!.UnitCost);
        var text = $"{row.Name}, **{Show.Number(window.Ui)} UI**: **{Show.Money(rules.PriceOf(cost, row.Module))}** list for the unit, "
            + $"{Show.Money(rules.PriceOf(cost + row.LaborPerBasis, row.Module))} installed.";
        return withCost ? $"{text} Our cost **{Show.Money(cost)}** for the unit, {Show.Money(row.LaborPerBasis)} labor." : text;
    }
}
