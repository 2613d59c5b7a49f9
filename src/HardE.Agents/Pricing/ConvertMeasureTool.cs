using System.ComponentModel;
using HardE.Agents.Pricing.Roof;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing;

/// <summary>Converts measures: square feet and squares, feet and inches. Never between kinds of measure.</summary>
internal sealed class ConvertMeasureTool(Catalog catalog) : Tool<ConvertMeasureTool.Input>
{
    private static readonly Dictionary<(string From, string To), (decimal Factor, string How)> Known = new()
    {
        [("SF", "SQ")] = (0.01m, "÷ 100"),
        [("SQ", "SF")] = (100, "× 100"),
        [("LF", "IN")] = (12, "× 12"),
        [("IN", "LF")] = (1 / 12m, "÷ 12"),
        [("IN", "WHOLE")] = (1, "up to the whole inch"),
    };

    public sealed record Input(
        [property: Description("How much.")] decimal Amount,
        [property: Description("SF, SQ, LF (feet) or IN (inches).")] string From,
        [property: Description("SF, SQ, LF (feet), IN (inches) or WHOLE (inches rounded up for an order).")] string To,
        [property: Description("Waste to add first, percent.")] decimal? WastePercent = null);

    public override string Name => "convert_measure";
    public override string Description => "Convert square feet to squares and back, or feet to inches and back.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (!Known.TryGetValue((input.From, input.To), out var known))
        {
            return ToolResult.NeedsInput($"{input.From} and {input.To} measure different things; I convert SF and squares, feet and inches.");
        }

        var problems = new MeasureLimits().Percent("Waste", input.WastePercent, 60).Problems;
        if (input.Amount <= 0 || input.Amount > 10_000_000 || problems.Count > 0)
        {
            return ToolResult.NeedsInput(problems.Count > 0 ? problems[0] : $"{Show.Number(input.Amount)} cannot be converted. Please check the number.");
        }

        var sheet = new Worksheet();
        var amount = input.Amount;
        if (input.WastePercent is { } waste)
        {
            amount = sheet.Step($"with {Show.Number(waste)} % waste", $"{Show.Number(amount)} × {Show.Number(1 + (waste / 100))}", Rounding.Two(amount * (1
                + (waste / 100))), input.From);
        }

        var result = sheet.Step("converted", $"{Show.Number(amount)} {known.How}", input.To == "WHOLE" ? Rounding.Up(amount) : Rounding.Two(amount * known.Factor), Word(input.To));
        LastCalculation.Keep(turn, Name, input, null, (await catalog.NowAsync(turn.Tenant, ct)).Rules);
        return ToolResult.Done($"{Show.Measure(amount)} {Word(input.From)} = **{Show.Measure(result)} {Word(input.To)}**.\n{sheet.Text()}",
            new { figures = new[] { new Figure("converted", result, input.To) }, steps = sheet.Steps });
    }

    private static string Word(string unit) => unit switch { "SF" => "square feet", "SQ" => "squares", "LF" => "feet", _ => "inches" };
}
