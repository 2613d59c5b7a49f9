using System.ComponentModel;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Money;

/// <summary>What a discount makes of a price, and whether this person may give it: limits by role, and the margin floor.</summary>
internal sealed class DiscountCheckTool(Catalog catalog) : Tool<DiscountCheckTool.Input>
{
    public sealed record Input(
        [property: Description("List price before the discount, dollars; the last quote of the conversation when empty.")] decimal? ListPrice = null,
        [property: Description("Discount, percent of the list price.")] decimal? Percent = null,
        [property: Description("Discount in dollars.")] decimal? Amount = null,
        [property: Description("The price that is wanted instead, dollars.")] decimal? NewPrice = null,
        [property: Description("What it costs us, dollars, when known.")] decimal? Cost = null,
        [property: Description("True when the lowest price this person may give is asked for.")] bool? Lowest = null);

    public override string Name => "discount_check";
    public override string Description => "Work out a price after a discount and say who may approve it; the margin that is left for those who may see it.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var last = LastCalculation.Of(turn);
        var cost = input.Cost ?? (input.ListPrice is null || input.ListPrice == last?.Price ? last?.Cost : null);
        var problems = new MeasureLimits().Money("A list price", input.ListPrice).Percent("A discount", input.Percent).Money("A discount", input.Amount).Money("A price",
            input.NewPrice).Money("A cost", input.Cost).Problems;
        if (problems.Count > 0)
        {
            return ToolResult.NeedsInput(string.Join(' ', problems));
        }

        if ((input.ListPrice ?? last?.Price) is not { } list)
        {
            return ToolResult.NeedsInput("Which price is the discount on?");
        }

        var limits = (await catalog.NowAsync(turn.Tenant, ct)).Rules;
        if (input is { Percent: null, Amount: null, NewPrice: null, Lowest: true } && limits.DiscountLimit(turn.Speaker.Role) is > 0 and < 1 and var most)
        {
            input = input with { Percent = most * 100 };
        }

        if (input is { Percent: null, Amount: null, NewPrice: null })
        {
            return ToolResult.NeedsInput($"How much off {Show.Price(list)}: a percentage or dollars?");
        }

        var sheet = new Worksheet();
        var price = input.NewPrice ?? (input.Amount is { } amount
            ? sheet.Step("price", $"{Show.Money(list)} − {Show.Money(amount)}", list - amount, "$")
            : sheet.Step("price", $"{Show.Money(list)} × (1 − {Show.Number(input.Percent!.Value / 100)})", Rounding.Two(list * (1 - (input.Percent.Value / 100))), "$"));
        if (price <= 0 || price > list)
        {
            return ToolResult.NeedsInput(price <= 0 ? $"That discount is the whole price of {Show.Price(list)}." : $"{Show.Price(price)} is above the list price of "
                + $"{Show.Price(list)}, so there is no discount.");
        }

        var share = input.Percent is { } percent ? percent / 100 : (list - price) / list;
        return Answer(new Discount(list, price, share, cost), input, last, limits, turn, sheet);
    }

    private ToolResult Answer(Discount discount, Input input, LastCalculation? last, PriceRules rules, TurnContext turn, Worksheet sheet)
    {
        var withCost = CatalogRows.MaySeeCost(turn);
        var words = new List<string> { $"{Show.Percent(discount.Share)} off {Show.Price(discount.List)} leaves "
            + $"**{Show.Money(discount.Price)}**{(discount.List - discount.Price is var off ? $" ({Show.Money(off)} off)" : "")}." };
        if (discount.Margin is { } margin && withCost)
        {
            sheet.Step("margin", $"({Show.Money(discount.Price)} − {Show.Money(discount.Cost!.Value)}) ÷ {Show.Money(discount.Price)}", Rounding.Two(margin * 100), "%");
            words.Add($"The margin is then **{Show.Percent(margin)}**.");
        }
        else if (input.Cost is not null)
        {
            words.Add(CostRights.Words(turn));
        }

        words.Add(Verdict(discount, rules, turn.Speaker.Role));
        Keep(discount, last, turn);
        return ToolResult.Done($"{string.Join(' ', words)}\n{sheet.Text()}".Trim(), new
        {
            list_price = discount.List,
            price = discount.Price,
            discount_percent = Rounding.Two(discount.Share * 100),
            margin_percent = withCost && discount.Margin is { } m ? Rounding.Two(m * 100) : (decimal?)null,
            approved = MayGive(discount, rules, turn.Speaker.Role),
            steps = sheet.Steps,
        });
    }

    private void Keep(Discount discount, LastCalculation? last, TurnContext turn)
    {
        // The list price and cost stay those of the quote: a second "what about 7 percent" is off the list, not off the first discount.
        var title = last is not null && last.Price == discount.List ? last
            : new LastCalculation(Name, TurnJson.Element(new { list_price = discount.List })) { Title = "the price" };
        LastCalculation.Keep(turn, title with { Price = discount.List, Cost = discount.Cost });
    }

    private static bool MayGive(Discount discount, PriceRules rules, string role) =>
        role == Roles.Owner || (discount.Share <= rules.DiscountLimit(role) && (discount.Margin is not { } m || m >= rules.FloorMargin));

    private static string Verdict(Discount discount, PriceRules rules, string role)
    {
        if (discount.Margin < rules.FloorMargin && role != Roles.Owner)
        {
            return $"**No**: that is below the margin floor of {Show.Percent(rules.FloorMargin)}, and only the owner may go there.";
        }

        var limit = rules.DiscountLimit(role);
        if (discount.Share <= limit)
        {
            return role == Roles.Owner ? "You are the owner: it is yours to decide." : $"You may give that (your limit is {Show.Percent(limit)}).";
        }

        var who = discount.Share <= rules.DirectorDiscount ? "the sales director can approve it" : $"only the owner can approve it (a sales director may give "
            + $"{Show.Percent(rules.DirectorDiscount)})";
        return limit > 0 ? $"That is above your limit of {Show.Percent(limit)}: {who}." : $"Your role gives no discounts: {who}.";
    }

    private sealed record Discount(decimal List, decimal Price, decimal Share, decimal? Cost)
    {
        public decimal? Margin => Cost is { } cost ? MoneySums.Margin(Price, cost) : null;
    }
}
