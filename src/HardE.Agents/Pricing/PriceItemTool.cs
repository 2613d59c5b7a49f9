using System.ComponentModel;
using HardE.Agents.Pricing.Money;
using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing;

/// <summary>Prices an amount of one catalog item: what to buy, the list price with and without labor, our cost for those who may see it.</summary>
internal sealed class PriceItemTool(Catalog catalog) : Tool<PriceItemTool.Input>
{
    public sealed record Input(
        [property: Description("The item as the person said it, or its sku.")] string Item,
        [property: Description("How much of it.")] decimal? Quantity = null,
        [property: Description("SF, SQ, LF, EA, BD, RL, PC, BX, CT or LB; the item's own when empty.")] string? Unit = null,
        [property: Description("Waste to add, percent.")] decimal? WastePercent = null,
        [property: Description("Times the work is done, for labor by layer.")] int? Layers = null,
        [property: Description("True when our cost was asked for.")] bool? AsksCost = null,
        [property: Description("True when labor is left out.")] bool? MaterialOnly = null);

    public override string Name => "price_item";
    public override string Description => "Price an amount of one catalog item, for example 96 ft of 6 inch gutter or 22 squares of designer shingle.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var now = await catalog.NowAsync(turn.Tenant, ct);
        if (Extras.Find(now, input.Item) is not { } row)
        {
            return ToolResult.NotFound($"There is no '{input.Item}' in the catalogs.", $"There are catalogs for "
                + $"{string.Join(", ", now.Items.Select(i => i.Module).Distinct())}; try another word for it.");
        }

        var problems = new MeasureLimits().Percent("Waste", input.WastePercent, 60).Count("layers", input.Layers, 5).Problems;
        if (problems.Count > 0 || input.Quantity is <= 0 or > 1_000_000)
        {
            return ToolResult.NeedsInput(problems.Count > 0 ? string.Join(' ', problems) : $"{Show.Number(input.Quantity!.Value)} cannot be an amount to price. How much is it?");
        }

        if (Amounts.ToNeed(row, input.Quantity ?? 1, input.Quantity is null ? null : input.Unit) is not { } need)
        {
            return ToolResult.NeedsInput(Amounts.WrongUnit(row, input.Unit!));
        }

        var sheet = new Worksheet();
        var line = Line(input, row, need, sheet);
        var quote = new Quote($"{Amount(input, row, line)}{row.Name}", [line]);
        LastCalculation.Keep(turn, Name, input, quote, now.Rules, need, row.Basis switch { "SQ" => "square", "LF" => "foot", _ => null });
        return Answer(input, quote, line, now, turn, sheet);
    }

    private static QuoteLine Line(Input input, CatalogItem row, decimal need, Worksheet sheet)
    {
        var order = input.WastePercent is { } waste
            ? sheet.Step($"with {Show.Number(waste)} % waste", $"{Show.Number(need)} × {Show.Number(1 + (waste / 100))}", Rounding.Two(need * (1
                + (waste / 100))), row.Basis) : need;
        var labor = need;
        if (input.Layers is > 1 and var layers)
        {
            labor = order = sheet.Step("layers", $"{Show.Number(need)} × {layers}", need * layers, row.Basis);
        }

        var line = QuoteLine.Of(row, order, labor);
        if (row.Unit != row.Basis && input.Quantity is not null && input.Unit != row.Unit)
        {
            sheet.Step(Show.Plural(row.UnitWord), $"{QuoteLine.How(row, order)} = {Show.Number(QuoteLine.Exact(row, order))}, rounded up", line.Units, "", row.Sku);
        }

        return input.MaterialOnly == true ? line with { Labor = 0 } : line;
    }

    private static string Amount(Input input, CatalogItem row, QuoteLine line) =>
        input.Quantity is null ? "" : row.Unit == "EA" ? $"{Show.Number(line.Units)} × " : row.UnitCost == 0 ? $"{Show.Measure(line.Need)} {row.Basis} "
            + $"of " : $"{Show.Count(line.Units, row.UnitWord)} of ";

    private static ToolResult Answer(Input input, Quote quote, QuoteLine line, CatalogSnapshot now, TurnContext turn, Worksheet sheet)
    {
        var withCost = CatalogRows.MaySeeCost(turn);
        var (row, rules) = (line.Item, now.Rules);
        var one = input.Quantity is null;
        var (material, all) = one
            ? (rules.PriceOf(line.Material, row.Module), rules.PriceOf(line.Cost, row.Module))
            : (rules.ListPriceOf(line.Material, row.Module), rules.ListPriceOf(line.Cost, row.Module));
        if (one && row.LaborPerBasis > 0 && row.UnitCost > 0 && row.Unit != row.Basis)
        {
            return PerBasis(row, now, withCost, input.AsksCost == true ? turn : null);
        }

        var price = line.Labor == 0 ? $"**{Show.Price(material)}**" : line.Material == 0 ? $"**{Show.Price(all)}** (labor)" : $"**{Show.Price(all)}** installed, "
            + $"{Show.Price(material)} for the material";
        var words = new List<string> { $"{quote.Title} ({row.Sku}): {price}, list{(one ? $", per {PerWord(row)}" : "")}." };
        if (withCost)
        {
            words.Add(line switch
            {
                { Labor: 0 } => $"Our cost: **{Show.Money(line.Material)}**.",
                { Material: 0 } => $"Our cost: **{Show.Money(line.Labor)}** labor.",
                _ => $"Our cost: material **{Show.Money(line.Material)}**, labor **{Show.Money(line.Labor)}**, together {Show.Money(line.Cost)}.",
            });
            Steps(line, sheet);
        }
        else if (input.AsksCost == true)
        {
            words.Insert(0, CostRights.Words(turn) + " The price I can give:");
        }

        var text = string.Join('\n', new[] { string.Join(' ', words), sheet.Text(), Marks.Of(now, [row]) }.Where(t => t.Length > 0));
        return ToolResult.Done(text, new
        {
            sku = row.Sku,
            name = row.Name,
            units = line.Units,
            unit = row.UnitWord,
            price = all,
            material_price = material,
            cost = withCost ? line.Cost : (decimal?)null,
            material = withCost ? line.Material : (decimal?)null,
            labor = withCost ? line.Labor : (decimal?)null,
            steps = sheet.Steps,
        });
    }

    // Bought by the bundle, hung by the square: two prices, each with its unit.
    private static ToolResult PerBasis(CatalogItem row, CatalogSnapshot now, bool withCost, TurnContext? asksCost)
    {
        var sheet = new Worksheet();
        var basis = CatalogItem.WordOf(row.Basis);
        var each = QuoteLine.Exact(row, 1);
        var cost = Rounding.Two(each * row.UnitCost) + row.LaborPerBasis;
        var (unit, installed) = (now.Rules.PriceOf(row.UnitCost, row.Module), now.Rules.PriceOf(cost, row.Module));
        var text = $"{row.Name} ({row.Sku}): **{Show.Money(unit)}** per {row.UnitWord} of material, **{Show.Money(installed)}** per {basis} installed (without waste), list.";
        if (withCost)
        {
            text += $" Our cost: **{Show.Money(row.UnitCost)}** per {row.UnitWord}, labor **{Show.Money(row.LaborPerBasis)}** per {basis}, together {Show.Money(cost)} "
                + $"per {basis}.";
            sheet.Step($"cost per {basis}", $"{Show.Number(each)} × {Show.Money(row.UnitCost)} + {Show.Money(row.LaborPerBasis)}", cost, "$", row.Sku);
        }
        else if (asksCost is not null)
        {
            text = $"{CostRights.Words(asksCost)} The price I can give: {text}";
        }

        return ToolResult.Done(string.Join('\n', new[] { text, sheet.Text(), Marks.Of(now, [row]) }.Where(t => t.Length > 0)),
            new
            {
                sku = row.Sku,
                name = row.Name,
                unit = row.UnitWord,
                price = unit,
                installed,
                basis,
                cost = withCost ? row.UnitCost : (decimal?)null,
                labor = withCost
                ? row.LaborPerBasis : (decimal?)null,
                steps = sheet.Steps
            });
    }

    private static string PerWord(CatalogItem row) => row.UnitCost == 0 ? CatalogItem.WordOf(row.Basis) : row.UnitWord;

    private static void Steps(QuoteLine line, Worksheet sheet)
    {
        if (line.Material > 0)
        {
            sheet.Step("material", $"{Show.Number(line.Units)} × {Show.Money(line.Item.UnitCost)}", line.Material, "$", line.Item.Sku);
        }

        if (line.Labor > 0)
        {
            sheet.Step("labor", $"{Show.Number(Rounding.Two(line.Labor / line.Item.LaborPerBasis))} {line.Item.Basis} × "
                + $"{Show.Money(line.Item.LaborPerBasis)}", line.Labor, "$", line.Item.Sku);
        }
    }
}
