using System.ComponentModel;
using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Roof;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing;

/// <summary>How many purchase units of catalog items a need takes: rolls for squares, pieces for feet.</summary>
internal sealed class MaterialQuantityTool(Catalog catalog) : Tool<MaterialQuantityTool.Input>
{
    public sealed record Input(
        [property: Description("The items as said, or their skus.")] IReadOnlyList<string> Items,
        [property: Description("How much has to be covered.")] decimal Need,
        [property: Description("SF, SQ, LF or EA.")] string? Unit = null,
        [property: Description("Waste to add, percent.")] decimal? WastePercent = null,
        [property: Description("What one unit covers, when the person said so (9 for rolls of 9 squares); the catalog's figure when empty.")] decimal? Covers = null);

    public override string Name => "material_quantity";
    public override string Description => "How many rolls, pieces, bundles, cartons or boxes of catalog items are needed for so many squares, feet or openings.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var problems = new MeasureLimits().Percent("Waste", input.WastePercent, 60).Problems;
        if (input.Need <= 0 || problems.Count > 0 || input.Items.Count == 0 || input.Covers <= 0)
        {
            return ToolResult.NeedsInput(problems.Count > 0 ? problems[0] : "How much has to be covered (squares, feet), and with what?");
        }

        var now = await catalog.NowAsync(turn.Tenant, ct);
        var sheet = new Worksheet();
        var (said, figures) = (new List<string>(), new List<Figure>());
        foreach (var item in input.Items)
        {
            if (Extras.Find(now, item) is not { } found)
            {
                return ToolResult.NotFound($"There is no '{item}' in the catalogs.", "Try another word for it.");
            }

            var row = input.Covers is { } covers && found.BasisPerUnit is not null ? found with { BasisPerUnit = covers } : found;
            if (Amounts.ToNeed(row, input.Need, input.Unit ?? row.Basis) is not { } need)
            {
                return ToolResult.NeedsInput(Amounts.WrongUnit(row, input.Unit!));
            }

            said.Add(Units(input, row, need, sheet, figures));
        }

        LastCalculation.Keep(turn, Name, input, null, now.Rules);
        return ToolResult.Done($"{string.Join(' ', said)}\n{sheet.Text()}".Trim(), new { figures, steps = sheet.Steps });
    }

    private static string Units(Input input, CatalogItem row, decimal need, Worksheet sheet, List<Figure> figures)
    {
        var order = need;
        if (input.WastePercent is { } waste)
        {
            order = sheet.Step($"with {Show.Number(waste)} % waste", $"{Show.Number(need)} × {Show.Number(1 + (waste / 100))}", Rounding.Two(need * (1
                + (waste / 100))), row.Basis);
        }

        var units = QuoteLine.UnitsFor(row, order);
        var exact = QuoteLine.Exact(row, order);
        sheet.Step(row.Name, exact == units ? QuoteLine.How(row, order) : $"{QuoteLine.How(row, order)} = {Show.Number(Rounding.Two(exact))}, rounded "
            + $"up", units, Show.Plural(row.UnitWord), row.Sku);
        figures.Add(new Figure(row.Sku, units, row.UnitWord));
        return $"**{Show.Count(units, row.UnitWord == "each" ? "piece" : row.UnitWord)}** of {row.Name} for {Show.Measure(order)} {row.Basis}.";
    }
}
