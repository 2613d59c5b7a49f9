using System.ComponentModel;
using HardE.Agents.Pricing.Roof;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Money;

/// <summary>Margin, markup and price from each other. With a cost in it, only for those who may see cost.</summary>
internal sealed class MarginCheckTool(Catalog catalog) : Tool<MarginCheckTool.Input>
{
    public sealed record Input(
        [property: Description("What it costs us, dollars.")] decimal? Cost = null,
        [property: Description("What it is or would be sold for, dollars.")] decimal? Price = null,
        [property: Description("Wanted or known margin, percent of the price.")] decimal? MarginPercent = null,
        [property: Description("Wanted or known markup, percent of the cost.")] decimal? MarkupPercent = null,
        [property: Description("Several margins to compare, percent.")] IReadOnlyList<decimal>? Margins = null,
        [property: Description("Profit in dollars that is wanted.")] decimal? Profit = null,
        [property: Description("By how many percent the cost goes up first.")] decimal? CostUpPercent = null,
        [property: Description("True when the lowest allowed price is asked for.")] bool? Floor = null);

    public override string Name => "margin_check";
    public override string Description => "Work out margin, markup or price from the others; tell whether a price is above the company's margin floor.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var problems = new MeasureLimits().Money("A cost", input.Cost).Money("A price", input.Price).Percent("A margin", input.MarginPercent, 100, mostAllowed: false)
            .Percent("A markup", input.MarkupPercent, 1000).Percent("A rise of cost", input.CostUpPercent, 300).Money("A profit", input.Profit).Problems
            .Concat((input.Margins ?? []).SelectMany(m => new MeasureLimits().Percent("A margin", m, 100, mostAllowed: false).Problems)).ToList();
        if (problems.Count > 0)
        {
            return ToolResult.NeedsInput(string.Join(' ', problems));
        }

        if (input.Cost is not null && !CatalogRows.MaySeeCost(turn))
        {
            return CostRights.Refusal(turn, "I can work out list prices, discounts and payments for you.");
        }

        var rules = (await catalog.NowAsync(turn.Tenant, ct)).Rules;
        var sheet = new Worksheet();
        if (input is { CostUpPercent: { } up, Cost: { } old })
        {
            input = input with { Cost = sheet.Step("cost", $"{Show.Money(old)} × {Show.Number(1 + (up / 100))}", Rounding.Two(old * (1 + (up / 100))), "$") };
        }

        var (text, figures) = input.Margins is { Count: > 0 } ? input.Cost is null ? Table(input.Margins) : Several(input, rules, sheet) : Work(input, rules, sheet);
        if (text.Length == 0)
        {
            return ToolResult.NeedsInput("Which do you know: cost, price, margin or markup? I need two of them (or just a margin or a markup).");
        }

        if (input is { Cost: not null } or { Price: not null })
        {
            LastCalculation.Keep(turn, new LastCalculation(Name, TurnJson.Element(input))
            {
                Title = "the price",
                Cost = input.Cost,
                Price = input.Price
                ?? figures.FirstOrDefault(f => f.Name == "price")?.Value
            });
        }

        return ToolResult.Done($"{text}\n{sheet.Text()}".Trim(), new { figures, steps = sheet.Steps });
    }

    private static (string, IReadOnlyList<Figure>) Work(Input input, PriceRules rules, Worksheet sheet) => input switch
    {
        { Floor: true, Cost: { } cost } => Lowest(cost, rules, sheet),
        { Cost: { } cost, Price: { } price } => MarginOf(price, cost, rules, sheet),
        { Cost: { } cost, MarginPercent: { } margin } => AtMargin(cost, margin / 100, rules, sheet),
        { Cost: { } cost, MarkupPercent: { } markup } => AtMarkup(cost, markup / 100, rules, sheet),
        { Cost: { } cost, Profit: { } profit } => MarginOf(sheet.Step("price", $"{Show.Money(cost)} + {Show.Money(profit)}", cost + profit, "$"), cost, rules, sheet),
        { Cost: { } cost } => AtMargin(cost, rules.TargetMargin(""), rules, sheet),
        { Price: { } price, MarginPercent: { } margin } => CostAt(price, margin / 100, sheet),
        { Floor: true, Price: { } price } => CostAt(price, rules.FloorMargin, sheet),
        { MarginPercent: { } margin } => Convert("markup", MoneySums.MarkupOfMargin(margin / 100), $"A margin of {Show.Number(margin)} % is a markup "
            + $"of", $"{margin / 100:0.####} ÷ (1 − {margin / 100:0.####})", sheet),
        { MarkupPercent: { } markup } => Convert("margin", MoneySums.MarginOfMarkup(markup / 100), $"A markup of {Show.Number(markup)} % is a margin "
            + $"of", $"{markup / 100:0.####} ÷ (1 + {markup / 100:0.####})", sheet),
        _ => ("", []),
    };

    private static (string, IReadOnlyList<Figure>) MarginOf(decimal price, decimal cost, PriceRules rules, Worksheet sheet)
    {
        var (margin, markup) = (MoneySums.Margin(price, cost), MoneySums.Markup(price, cost));
        sheet.Step("margin", $"({Show.Money(price)} − {Show.Money(cost)}) ÷ {Show.Money(price)}", Rounding.Two(margin * 100), "%");
        sheet.Step("markup", $"({Show.Money(price)} − {Show.Money(cost)}) ÷ {Show.Money(cost)}", Rounding.Two(markup * 100), "%");
        var floor = margin < rules.FloorMargin
            ? $" That is **below the floor** of {Show.Percent(rules.FloorMargin)}: only the owner may sell at it."
            : $" That is above the floor of {Show.Percent(rules.FloorMargin)}.";
        return ($"Margin **{Show.Percent(margin)}**, markup **{Show.Percent(markup)}**; profit {Show.Money(price - cost)} on {Show.Price(price)}.{floor}",
            [new Figure("margin", Rounding.Two(margin * 100), "%"), new Figure("markup", Rounding.Two(markup * 100), "%"), new Figure("price", price, "$")]);
    }

    private static (string, IReadOnlyList<Figure>) AtMargin(decimal cost, decimal margin, PriceRules rules, Worksheet sheet)
    {
        var price = sheet.Step("price", $"{Show.Money(cost)} ÷ (1 − {Show.Number(margin)})", MoneySums.PriceAtMargin(cost, margin), "$");
        var markup = MoneySums.MarkupOfMargin(margin);
        var floor = margin < rules.FloorMargin ? $" Mind that {Show.Percent(margin)} is below the floor of {Show.Percent(rules.FloorMargin)}: only the owner may sell at "
            + $"it." : "";
        return ($"At {Show.Percent(margin)} margin the price is **{Show.Money(price)}** (profit {Show.Money(price - cost)}).{floor}",
            [new Figure("price", price, "$"), new Figure("markup", Rounding.Two(markup * 100), "%")]);
    }

    private static (string, IReadOnlyList<Figure>) AtMarkup(decimal cost, decimal markup, PriceRules rules, Worksheet sheet)
    {
        var price = sheet.Step("price", $"{Show.Money(cost)} × (1 + {Show.Number(markup)})", MoneySums.PriceAtMarkup(cost, markup), "$");
        var (text, figures) = MarginOf(price, cost, rules, sheet);
        return ($"At {Show.Percent(markup)} markup the price is **{Show.Money(price)}**. {text}", figures);
    }

    private static (string, IReadOnlyList<Figure>) CostAt(decimal price, decimal margin, Worksheet sheet)
    {
        var cost = sheet.Step("cost", $"{Show.Money(price)} × (1 − {Show.Number(margin)})", Rounding.Two(price * (1 - margin)), "$");
        return ($"For {Show.Percent(margin)} margin at {Show.Price(price)} the cost may be at most **{Show.Money(cost)}**.", [new Figure("cost", cost, "$")]);
    }

    private static (string, IReadOnlyList<Figure>) Lowest(decimal cost, PriceRules rules, Worksheet sheet)
    {
        var price = sheet.Step("lowest price", $"{Show.Money(cost)} ÷ (1 − {Show.Number(rules.FloorMargin)})", Rounding.Up(cost / (1 - rules.FloorMargin) * 100) / 100, "$",
            "floor_gross_margin");
        return ($"The lowest price is **{Show.Money(price)}**: {Show.Percent(rules.FloorMargin)} margin. Below that only the owner may sell.", [new Figure("price", price, "$")]);
    }

    private static (string, IReadOnlyList<Figure>) Several(Input input, PriceRules rules, Worksheet sheet)
    {
        var parts = input.Margins!.Select(m => (Margin: m, Price: AtMargin(input.Cost!.Value, m / 100, rules, sheet).Item2[0].Value)).ToList();
        return (string.Join(", ", parts.Select(p => $"**{Show.Money(p.Price)}** at {Show.Number(p.Margin)} %"))
            + " margin.", [.. parts.Select(p => new Figure("price", p.Price, "$"))]);
    }

    private static (string, IReadOnlyList<Figure>) Table(IReadOnlyList<decimal> margins)
    {
        var rows = margins.Select(m => (Margin: m, Markup: Rounding.Two(MoneySums.MarkupOfMargin(m / 100) * 100))).ToList();
        return ($"Margin and its markup: {string.Join(", ", rows.Select(r => $"{Show.Number(r.Margin)} % is {Show.Number(r.Markup)} %"))}.", [.. rows.Select(r =>
            new Figure("markup", r.Markup, "%"))]);
    }

    private static (string, IReadOnlyList<Figure>) Convert(string name, decimal share, string words, string how, Worksheet sheet)
    {
        sheet.Step(name, how, Rounding.Two(share * 100), "%");
        return ($"{words} **{Show.Percent(share)}**.", [new Figure(name, Rounding.Two(share * 100), "%")]);
    }
}
