using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Windows;

/// <summary>United inches, size surcharge and limits of a window.</summary>
internal sealed class WindowSums(CatalogSnapshot catalog, Worksheet sheet)
{
    /// <summary>Width plus height, each rounded up to the whole inch.</summary>
    public static decimal UnitedInches(decimal width, decimal height) => Rounding.Up(width) + Rounding.Up(height);

    /// <summary>United inches of an entry; null when no size is known.</summary>
    public decimal? Ui(WindowItem window) => window.UnitedInches
        ?? (window is { Width: { } w, Height: { } h }
            ? sheet.Step("united inches", $"{Rounded(w)} + {Rounded(h)}", UnitedInches(w, h), "UI") : null);

    /// <summary>The row with what its size adds to the unit cost; a sentence instead when it is not made that large.</summary>
    public (CatalogItem? Row, string? Problem) Sized(CatalogItem row, decimal ui)
    {
        if (row.Number("max_ui") is { } most && ui > most)
        {
            return (null, $"No: {row.Name} is offered up to **{Show.Number(most)} UI**, and this is **{Show.Number(ui)} UI**, {Show.Number(ui - most)} too "
                + $"many.{Larger(row, ui)}");
        }

        var over = row.Number("ui_included") is { } included ? Math.Max(0, ui - included) : 0;
        return (row with { UnitCost = row.UnitCost + (over * (row.Number("ui_over_cost") ?? 0)) }, null);
    }

    /// <summary>How the unit cost comes about; only for those who may see cost.</summary>
    public void CostStep(CatalogItem row, decimal ui)
    {
        var included = row.Number("ui_included") ?? ui;
        var over = Math.Max(0, ui - included);
        sheet.Step($"unit cost at {Show.Number(ui)} UI", over > 0
                ? $"{Show.Money(row.UnitCost)} + ({Show.Number(ui)} − {Show.Number(included)}) × {Show.Money(row.Number("ui_over_cost") ?? 0)}"
                : $"{Show.Money(row.UnitCost)} (up to {Show.Number(included)} UI)",
            row.UnitCost + (over * (row.Number("ui_over_cost") ?? 0)), "$ cost", row.Sku);
    }

    /// <summary>Which row an entry means; the standard double-hung when none is named.</summary>
    public CatalogItem? Row(WindowItem window)
    {
        var rows = catalog.Fields("windows");
        if (window.Product is { Length: > 0 } named)
        {
            return Choice.BySku(rows, named) ?? Choice.Find(rows, WindowWords.Plain(named));
        }

        var plain = Choice.Standard(rows);
        sheet.Assume(plain.Name);
        return plain;
    }

    private string Larger(CatalogItem row, decimal ui)
    {
        var others = catalog.Fields("windows").Where(r => r.Sku != row.Sku
            && r.Number("max_ui") >= ui).Select(r => $"{r.Name} (to {Show.Number(r.Number("max_ui")!.Value)} UI)").Take(2).ToList();
        return others.Count > 0 ? $" That size is offered as {string.Join(" or ", others)}." : "";
    }

    private static string Rounded(decimal side) => side == decimal.Truncate(side) ? Show.Number(side) : $"{Show.Number(Rounding.Up(side))} (from {Show.Number(side)})";
}
