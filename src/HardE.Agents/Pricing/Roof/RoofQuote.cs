using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Roof;

/// <summary>The rows of a roof: field, what belongs to it by its measures, and what was asked for beside it.</summary>
internal sealed class RoofQuote(RoofInput roof, CatalogSnapshot catalog, RoofSums sums, Worksheet sheet)
{
    private readonly List<QuoteLine> lines = [];
    private readonly List<string> left = [];

    /// <summary>Parts that could not be counted for want of a measure.</summary>
    public IReadOnlyList<string> Left => left;

    public (Quote? Quote, string? Problem) Build(CatalogItem field)
    {
        var (squares, order) = (sums.Squares()!.Value, sums.OrderSquares()!.Value);
        lines.Add(QuoteLine.Of(field, order, squares));
        sheet.Step(field.Unit == "BD" ? "bundles" : $"{field.UnitWord}s", $"{QuoteLine.How(field, order)} = {Show.Number(QuoteLine.Exact(field, order))}, rounded "
            + $"up", lines[0].Units, Show.Plural(field.UnitWord), field.Sku);
        Add("starter", sums.Edge);
        Add("cap", sums.CapFeet);
        Add("ice", () => sums.Ice()?.Squares);
        Add(roof.Felt == true ? "felt" : "underlayment", () => squares);
        Add("drip", sums.Edge);
        Add("ridge_vent", sums.Ridge);
        Add("valley", () => sums.ValleysTotal() ?? 0);
        Nails(order);
        Counted("boot", roof.Boots);
        Counted("chimney", roof.Chimneys);
        Counted("deck", roof.DeckSheets);
        TearOff(squares);
        var (extras, problem) = Extras.Of(catalog, roof.Extras, "roofing");
        lines.AddRange(extras);
        return problem is null ? (new Quote($"Roof, {Show.Measure(squares)} squares, {field.Name}", lines), null) : (null, problem);
    }

    private bool IsWanted(string part) => roof.Without?.Contains(part) != true && (roof.Only is not { Count: > 0 } only || only.Contains(part));

    private void Add(string part, Func<decimal?> need)
    {
        if (!IsWanted(part) || catalog.Part(part) is not { } row)
        {
            return;
        }

        if (need() is { } amount)
        {
            Line(row, amount);
        }
        else
        {
            left.Add(row.Name);
        }
    }

    private void Line(CatalogItem row, decimal need)
    {
        if (need <= 0)
        {
            return;
        }

        var line = QuoteLine.Of(row, need);
        lines.Add(line);
        if (row.Unit != row.Basis)
        {
            sheet.Step(row.Name, $"{QuoteLine.How(row, need)}, rounded up", line.Units, Show.Plural(row.UnitWord), row.Sku);
        }
    }

    private void Nails(decimal order)
    {
        if (roof.NailBoxes is { } boxes && catalog.Part("nails") is { } row)
        {
            lines.Add(QuoteLine.OfUnits(row, boxes));
        }
        else
        {
            Add("nails", () => order);
        }
    }

    private void Counted(string part, int? count)
    {
        if (count is > 0 && catalog.Part(part) is { } row)
        {
            lines.Add(QuoteLine.Of(row, count.Value));
        }
    }

    private void TearOff(decimal squares)
    {
        var layers = roof.Layers ?? 0;
        if (roof.Layers is null && IsWanted("tear_off"))
        {
            sheet.Assume("no tear-off (none was mentioned)");
        }

        if (layers > 0 && IsWanted("tear_off") && catalog.Part("tear_off") is { } tear)
        {
            var need = layers == 1 ? squares : sheet.Step("tear-off", $"{Show.Number(squares)} × {layers} layers", squares * layers, "SQ", tear.Sku);
            lines.Add(QuoteLine.Of(tear, need) with { Detail = layers == 1 ? "1 layer" : $"{layers} layers" });
        }

        if (IsWanted("dumpster") && catalog.Part("dumpster") is { } dumpster)
        {
            var holds = dumpster.Number("holds_sq") ?? 25;
            var count = roof.Dumpsters ?? (layers > 0 ? (int)Rounding.Up(squares * layers / holds) : 0);
            if (roof.Dumpsters is null && layers > 0)
            {
                sheet.Assume($"{Show.Count(count, "dumpster")}, one for {Show.Number(holds)} SQ torn off");
            }

            Counted("dumpster", count);
        }
    }
}
