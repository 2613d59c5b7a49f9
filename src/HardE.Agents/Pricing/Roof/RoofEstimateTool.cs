using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Roof;

/// <summary>Works out a roof: surface, squares, lengths, what to order, and the full quote.</summary>
internal sealed class RoofEstimateTool(Catalog catalog) : Tool<RoofInput>
{
    public override string Name => "roof_estimate";
    public override string Description => "Work out a roof from its measures: squares, waste, bundles, lengths, ice barrier, or a full quote. Give only what was said.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(RoofInput input, TurnContext turn, CancellationToken ct)
    {
        if (Check(input).Problems is { Count: > 0 } problems)
        {
            return ToolResult.NeedsInput(string.Join(' ', problems));
        }

        var now = await catalog.NowAsync(turn.Tenant, ct);
        var rows = now.Fields("roofing");
        var product = Choice.Find(rows, input.Product) ?? PerSquare(rows, input.BundlesPerSquare);
        if (input.Product is { Length: > 0 } named && product is null)
        {
            return ToolResult.NeedsInput($"I find no roof covering '{named}' in the catalog. It has {string.Join(", ", rows.Select(r => r.Name))}. Which one?");
        }

        if (input.Detail is "quote" or "materials")
        {
            return Quoted(input, product, now, turn);
        }

        var measures = Measures(input, product, now);
        if (!measures.Ok)
        {
            return LastCalculation.Ask(turn, Name, input, measures.Summary, Asked(measures.Summary));
        }

        LastCalculation.Keep(turn, Name, input, null, now.Rules);
        return measures;
    }

    private static string? Asked(string question) => question.StartsWith("What is the pitch", StringComparison.Ordinal) ? "rise" : null;

    private static MeasureLimits Check(RoofInput roof) => (roof.Sections
        ?? []).Aggregate(new MeasureLimits(), (limits, s) => limits.Feet("A length", s.Length).Feet("A width", s.Width))
        .Rise(roof.Rise).Feet("A length", roof.Length).Feet("A width", roof.Width).SquareFeet("A footprint", roof.FootprintSf).SquareFeet("A roof surface", roof.SurfaceSf)
        .Percent("Waste", roof.WastePercent, 60).Feet("A run", roof.RunFeet, 200).Feet("Eaves", roof.EaveFeet).Feet("Rakes", roof.RakeFeet).Feet("A ridge", roof.RidgeFeet)
        .Feet("Hips", roof.HipFeet).Feet("Valleys", roof.ValleyFeet).Feet("A wall thickness", roof.WallFeet, 3).Count("hips", roof.Hips, 100).Count("valleys", roof.Valleys, 100)
        .Count("layers", roof.Layers, 5).Count("pipe boots", roof.Boots, 200).Count("sheets", roof.DeckSheets, 2000).Count("dumpsters", roof.Dumpsters, 50)
        .Count("boxes of nails", roof.NailBoxes, 500).Count("feet of overhang", roof.OverhangFeet, 6).Count("bundles a square", roof.BundlesPerSquare, 10);

    private static CatalogItem? PerSquare(IReadOnlyList<CatalogItem> rows, decimal? bundles) =>
        bundles is { } b ? rows.Where(r => r.Unit == "BD" && r.UnitsPerBasis == b).OrderBy(r => r.Tier == "good" ? 0 : 1).FirstOrDefault() : null;

    private ToolResult Quoted(RoofInput input, CatalogItem? product, CatalogSnapshot now, TurnContext turn)
    {
        var sheet = new Worksheet();
        if (Missing(input) is { } question)
        {
            return LastCalculation.Ask(turn, Name, input, question, Asked(question));
        }

        var roof = input;
        if (input.Shape is null)
        {
            roof = input with { Shape = "gable" };
            sheet.Assume("a gable roof");
        }

        var field = product ?? Choice.Standard(now.Fields("roofing"));
        if (product is null)
        {
            sheet.Assume(field.Name);
        }

        if (input.WastePercent is null && input.WasteIncluded != true)
        {
            sheet.Assume($"{Show.Percent(now.Rules.Waste("roofing", roof.Shape))} waste for a {roof.Shape} roof");
        }

        var sums = new RoofSums(roof, now.Rules, sheet);
        var builder = new RoofQuote(roof, now, sums, sheet);
        var (quote, problem) = builder.Build(field);
        if (quote is null)
        {
            return ToolResult.NeedsInput(problem!);
        }

        LastCalculation.Keep(turn, Name, input, quote, now.Rules, sums.Squares(), "square");
        var asked = RoofAnswer.Head(sums, field, null);
        if (builder.Left.Count > 0)
        {
            asked += $" Not in it, as I do not know the lengths: {string.Join(", ", builder.Left)}.";
        }

        return input.Detail == "materials" ? QuoteReply.Materials(quote, sheet, asked, now) : QuoteReply.Of(quote, sheet, asked, now, turn);
    }

    private static ToolResult Measures(RoofInput input, CatalogItem? product, CatalogSnapshot now)
    {
        var sheet = new Worksheet();
        var sums = new RoofSums(input, now.Rules, sheet);
        var answer = new RoofAnswer(input, now, sums, sheet).Say(product);
        return answer.Text.Length == 0
            ? ToolResult.NeedsInput(Missing(input) ?? "Which measures of the roof do you have: length and width with overhangs and the pitch, or the surface in squares?")
            : ToolResult.Done($"{answer.Text}\n{sheet.Text()}".Trim(), new { figures = answer.Figures, steps = sheet.Steps, assumed = sheet.Assumed });
    }

    /// <summary>The question for what a surface needs; null when there is enough.</summary>
    private static string? Missing(RoofInput roof) => roof switch
    {
        { SurfaceSf: not null } or { Sections.Count: > 0 } => null,
        { Rise: null, Wanted: { Count: > 0 } wanted } when wanted.Any(w =>
            w is "ice" or "drip" or "rafter" or "rake" or "hip" or "valley" or "factor" or "degrees" or "edge" or "starter") =>
            "What is the pitch, in inches of rise per 12 (for example 6/12)?",
        { FootprintSf: null } and ({ Length: null } or { Width: null }) =>
            roof.Length is not null || roof.Width is not null
                ? $"I have one side of the roof ({Show.Number(roof.Length ?? roof.Width!.Value)} ft). How long is the other, with "
                    + $"overhangs{(roof.Rise is null ? ", and what is the pitch" : "")}?"
                : $"How big is the roof: length by width with overhangs{(roof.Rise is null ? " and the pitch" : "")}, or the measured squares?",
        { Rise: null } => "What is the pitch, in inches of rise per 12 (for example 6/12)?",
        _ => null,
    };
}
