using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Siding;

/// <summary>Works out siding: areas, squares, trim lengths, what to order, and the full quote.</summary>
internal sealed class SidingEstimateTool(Catalog catalog) : Tool<SidingInput>
{
    public override string Name => "siding_estimate";
    public override string Description => "Work out siding from the measures of the house: squares, cartons, wrap, trim, or a full quote. Give only what was said.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(SidingInput input, TurnContext turn, CancellationToken ct)
    {
        if (Check(input).Problems is { Count: > 0 } problems)
        {
            return ToolResult.NeedsInput(string.Join(' ', problems));
        }

        var now = await catalog.NowAsync(turn.Tenant, ct);
        var rows = now.Fields("siding");
        var product = Choice.Find(rows, input.Product);
        if (input.Product is { Length: > 0 } named && product is null)
        {
            return ToolResult.NeedsInput($"I find no siding '{named}' in the catalog. It has {string.Join(", ", rows.Select(r => r.Name))}. Which one?");
        }

        var sheet = new Worksheet();
        var sums = new SidingSums(input, now.Rules, sheet);
        if (input.Detail is "quote" or "materials")
        {
            return Quoted(input, product, now, turn, sums, sheet);
        }

        var (text, figures) = new SidingAnswer(input, now, sums, sheet).Say(product);
        if (text.Length == 0)
        {
            var question = Missing(input) ?? "Which measures of the walls do you have: length, width and wall height, or the squares?";
            return LastCalculation.Ask(turn, Name, input, question, Asked(question));
        }

        LastCalculation.Keep(turn, Name, input, null, now.Rules);
        return ToolResult.Done($"{text}\n{sheet.Text()}".Trim(), new { figures, steps = sheet.Steps, assumed = sheet.Assumed });
    }

    private ToolResult Quoted(SidingInput input, CatalogItem? product, CatalogSnapshot now, TurnContext turn, SidingSums sums, Worksheet sheet)
    {
        if (Missing(input) is { } question)
        {
            return LastCalculation.Ask(turn, Name, input, question, Asked(question));
        }

        if (sums.Net() is <= 0)
        {
            return ToolResult.NeedsInput("The openings are larger than the walls. Please check the measures.");
        }

        var field = product ?? Choice.Standard(now.Fields("siding"));
        if (product is null)
        {
            sheet.Assume(field.Name);
        }

        if (input.WastePercent is null && input.WasteIncluded != true)
        {
            sheet.Assume($"{Show.Percent(now.Rules.Waste("siding"))} waste");
        }

        var builder = new SidingQuote(input, now, sums, sheet);
        var (quote, problem) = builder.Build(field);
        if (quote is null)
        {
            return ToolResult.NeedsInput(problem!);
        }

        LastCalculation.Keep(turn, Name, input, quote, now.Rules, sums.Squares(), "square");
        var asked = SidingAnswer.Head(sums, field);
        if (builder.Left.Count > 0)
        {
            asked += $" Not in it, as I do not know the lengths: {string.Join(", ", builder.Left)}.";
        }

        return input.Detail == "materials" ? QuoteReply.Materials(quote, sheet, asked, now) : QuoteReply.Of(quote, sheet, asked, now, turn);
    }

    private static string? Asked(string question) => question.StartsWith("How high", StringComparison.Ordinal) ? "height_feet"
        : question.StartsWith("What is the pitch", StringComparison.Ordinal) ? "gable_rise" : null;

    private static MeasureLimits Check(SidingInput walls) => new MeasureLimits()
        .Rise(walls.GableRise).Feet("A length", walls.Length).Feet("A width", walls.Width).Feet("A perimeter", walls.PerimeterFeet).Feet("A wall height", walls.HeightFeet, 80)
        .Count("stories", walls.Stories, 6).Count("gables", walls.Gables, 40).Feet("A gable", walls.GableWidth, 300).Feet("A gable height", walls.GableHeight, 100)
        .Count("windows", walls.Windows, 500).Feet("A window width", walls.WindowWidth, 12).Feet("A window height", walls.WindowHeight, 12).Count("doors", walls.Doors, 100)
        .Feet("A door width", walls.DoorWidth, 20).Feet("A door height", walls.DoorHeight, 12).SquareFeet("A wall area", walls.GrossSf).SquareFeet("A net area", walls.NetSf)
        .SquareFeet("An opening area", walls.OpeningsSf).Percent("Waste", walls.WastePercent, 60).Count("corner posts", walls.Posts, 400).Feet("Rakes", walls.RakeFeet);

    private static string? Missing(SidingInput walls) => walls switch
    {
        { NetSf: not null } or { GrossSf: not null } => null,
        { PerimeterFeet: null } and ({ Length: null } or { Width: null }) => "How big is the house: length by width and the wall height, or the measured squares of siding?",
        { HeightFeet: null, Stories: null } => "How high are the walls (for example 9 ft, or how many stories)?",
        { Gables: > 0, GableRise: null, GableHeight: null } => "What is the pitch of the gables, in inches of rise per 12?",
        _ => null,
    };
}
