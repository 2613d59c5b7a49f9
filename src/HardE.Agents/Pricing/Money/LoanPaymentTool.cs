using System.ComponentModel;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Money;

/// <summary>The monthly payment of a loan, as an illustration.</summary>
internal sealed class LoanPaymentTool(Catalog catalog) : Tool<LoanPaymentTool.Input>
{
    public const string NoOffer = "Illustration only, not an offer of credit.";

    public sealed record Input(
        [property: Description("Amount financed before the down payment, dollars; the last quote when empty.")] decimal? Amount = null,
        [property: Description("Months; the company's example when empty.")] int? Months = null,
        [property: Description("APR in percent; 0 for same as cash; the company's example when empty.")] decimal? AprPercent = null,
        [property: Description("Down payment, dollars.")] decimal? Down = null);

    public override string Name => "loan_payment";
    public override string Description => "Monthly payment for an amount, a rate and a number of months: an illustration, never an offer of credit.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var problems = new MeasureLimits().Money("An amount", input.Amount).Percent("An APR", input.AprPercent, 40).Money("A down payment", input.Down).Problems.ToList();
        if (input.Months is < 1 or > 480)
        {
            problems.Add($"A loan over {input.Months} months cannot be; I take 1 to 480.");
        }

        if (problems.Count > 0)
        {
            return ToolResult.NeedsInput(string.Join(' ', problems));
        }

        var last = LastCalculation.Of(turn);
        if ((input.Amount ?? last?.Price) is not { } amount)
        {
            return ToolResult.NeedsInput("What amount would be financed?");
        }

        if (input.Down >= amount)
        {
            return ToolResult.NeedsInput($"The down payment of {Show.Price(input.Down.Value)} covers the whole {Show.Price(amount)}; there is nothing to finance.");
        }

        var rules = (await catalog.NowAsync(turn.Tenant, ct)).Rules;
        return Work(input, amount, rules, turn, last);
    }

    private ToolResult Work(Input input, decimal amount, PriceRules rules, TurnContext turn, LastCalculation? last)
    {
        var sheet = new Worksheet();
        var (months, apr) = (input.Months ?? rules.ExampleMonths, input.AprPercent is { } p ? p / 100 : rules.ExampleApr);
        if (input.Months is null)
        {
            sheet.Assume($"{months} months (the company's example)");
        }

        if (input.AprPercent is null)
        {
            sheet.Assume($"{Show.Percent(apr)} APR (the company's example)");
        }

        var financed = input.Down is { } down ? sheet.Step("financed", $"{Show.Money(amount)} − {Show.Money(down)}", amount - down, "$") : amount;
        var payment = MoneySums.Payment(financed, apr, months);
        sheet.Step("payment", apr == 0 ? $"{Show.Money(financed)} ÷ {months}" : $"{Show.Money(financed)} × r ÷ (1 − (1 + r)^−{months}), r = {Show.Percent(apr)} ÷ "
            + $"12", payment, "$ a month");
        var interest = sheet.Step("interest in all", $"{months} × {Show.Money(payment)} − {Show.Money(financed)}", Rounding.Two((months * payment) - financed), "$");
        LastCalculation.Keep(turn, (last is not null && last.Price == amount ? last
            : new LastCalculation(Name, TurnJson.Element(input)) { Title = "the price" }) with
        { Price = amount });
        return ToolResult.Done(
            $"**{Show.Money(payment)} a month** for {Show.Price(financed)} over {months} months at {Show.Percent(apr)}. {NoOffer}\n{sheet.Text()}",
            new { payment, months, apr_percent = apr * 100, financed, interest, steps = sheet.Steps, assumed = sheet.Assumed, illustration_only = true });
    }
}
