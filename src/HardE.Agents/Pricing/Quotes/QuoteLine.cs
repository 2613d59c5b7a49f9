using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Quotes;

/// <summary>One row of a quote: a catalog row, how much of it the house needs, what is bought, what that costs us.</summary>
/// <param name="Item">The catalog row; its unit cost may hold a surcharge for size (windows).</param>
/// <param name="Need">In the row's basis.</param>
/// <param name="Units">Whole purchase units, except feet, pounds and labor-only rows.</param>
/// <param name="Material">US dollars, to the cent.</param>
/// <param name="Labor">US dollars, to the cent.</param>
public sealed record QuoteLine(CatalogItem Item, decimal Need, decimal Units, decimal Material, decimal Labor)
{
    /// <summary>What is special about the row: size of a window, layers of a tear-off.</summary>
    public string? Detail { get; init; }

    public decimal Cost => Material + Labor;

    /// <summary>A row with material and labor on the same need.</summary>
    public static QuoteLine Of(CatalogItem item, decimal need) => Of(item, need, need);

    /// <summary>Field material is bought with waste; labor is charged on the surface without it.</summary>
    public static QuoteLine Of(CatalogItem item, decimal need, decimal laborNeed)
    {
        var units = UnitsFor(item, need);
        return new QuoteLine(item, need, units, Rounding.Two(units * item.UnitCost), Rounding.Two(laborNeed * item.LaborPerBasis));
    }

    /// <summary>Material bought by the unit, without labor: "two boxes of nails".</summary>
    public static QuoteLine OfUnits(CatalogItem item, decimal units) =>
        new(item, units * (item.BasisPerUnit ?? (1 / item.UnitsPerBasis!.Value)), units, Rounding.Two(units * item.UnitCost), 0);

    /// <summary>Purchase units for a need; rounded up unless the row is sold by the foot or pound, or is labor only.</summary>
    public static decimal UnitsFor(CatalogItem item, decimal need)
    {
        var exact = Exact(item, need);
        return item.Unit is "LF" or "LB" || item.Category == "labor" ? Rounding.Two(exact) : Rounding.Up(exact);
    }

    /// <summary>Units before rounding.</summary>
    public static decimal Exact(CatalogItem item, decimal need) => item.UnitsPerBasis is { } up ? need * up : need / item.BasisPerUnit!.Value;

    /// <summary>How the units come about: "16.53 SQ x 3".</summary>
    public static string How(CatalogItem item, decimal need) => item.UnitsPerBasis is { } up
        ? $"{Show.Number(need)} {item.Basis} × {Show.Number(up)}"
        : $"{Show.Number(need)} {item.Basis} ÷ {Show.Number(item.BasisPerUnit!.Value)}";
}

/// <summary>Rows and what they come to.</summary>
/// <param name="Title">What is quoted: "Roof, 15.03 SQ".</param>
public sealed record Quote(string Title, IReadOnlyList<QuoteLine> Lines)
{
    public decimal Material => Lines.Sum(l => l.Material);

    public decimal Labor => Lines.Sum(l => l.Labor);

    public decimal Cost => Material + Labor;

    /// <summary>
    /// The list price: cost / (1 - target margin) of each module, together rounded up to the company's step.
    /// </summary>
    public decimal ListPrice(PriceRules rules) =>
        Rounding.UpTo(Lines.GroupBy(l => l.Item.Module, StringComparer.Ordinal).Sum(g => g.Sum(l => l.Cost) / (1 - rules.TargetMargin(g.Key))), rules.RoundTo);
}
