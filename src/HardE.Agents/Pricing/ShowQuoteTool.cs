using System.ComponentModel;
using HardE.Agents.Pricing.Money;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing;

/// <summary>What the last quote of the conversation came to: in all, per square, foot or window, and its margin.</summary>
internal sealed class ShowQuoteTool(Catalog catalog) : Tool<ShowQuoteTool.Input>
{
    public sealed record Input(
        [property: Description("total, unit (per square, foot or window) or margin.")] string What = "total",
        [property: Description("Round the price up to this step, dollars.")] decimal? RoundTo = null);

    public override string Name => "show_quote";
    public override string Description => "Show what the last quote came to, its price per square, foot or window, or its margin.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (LastCalculation.Of(turn) is not { Price: { } price } last)
        {
            return ToolResult.NeedsInput("There is no quote in this conversation yet. Which work shall I price?");
        }

        var title = last.Title.Length > 0 ? last.Title : "The last price";
        var sheet = new Worksheet();
        switch (input.What)
        {
            case "unit" when last is { Amount: { } amount and > 0, Unit: { } unit }:
                var each = sheet.Step($"per {unit}", $"{Show.Money(price)} ÷ {Show.Number(amount)}", Rounding.Two(price / amount), "$");
                return ToolResult.Done($"{title}: **{Show.Money(each)} per {unit}**, list.\n{sheet.Text()}", new { per_unit = each, unit, list_price = price });
            case "unit":
                return ToolResult.NeedsInput($"{title}: {Show.Price(price)} in all. Per what shall I divide it?");
            case "margin" when !CatalogRows.MaySeeCost(turn):
                return CostRights.Refusal(turn, $"The list price is {Show.Price(price)}.");
            case "margin" when last.Cost is { } cost:
                var rules = (await catalog.NowAsync(turn.Tenant, ct)).Rules;
                var margin = Rounding.Two(MoneySums.Margin(price, cost) * 100);
                sheet.Step("margin", $"({Show.Money(price)} − {Show.Money(cost)}) ÷ {Show.Money(price)}", margin, "%");
                return ToolResult.Done($"{title}: {Show.Price(price)} at a cost of {Show.Money(cost)} is **{Show.Number(margin)} %** margin; the floor is "
                    + $"{Show.Percent(rules.FloorMargin)}.\n{sheet.Text()}", new { margin_percent = margin, list_price = price, cost });
            case "margin":
                return ToolResult.NeedsInput($"I know the price ({Show.Price(price)}) but no cost. What does it cost us?");
            default:
                var rounded = input.RoundTo is > 0 and var step ? Rounding.UpTo(price, step) : price;
                var text = rounded == price ? $"{title}: **{Show.Price(price)}** list price." : $"{title}: {Show.Price(price)}, rounded up **{Show.Price(rounded)}**.";
                return ToolResult.Done($"{text} Tax and permit are not in it: the catalogs hold no rate for them.", new { list_price = rounded });
        }
    }
}
