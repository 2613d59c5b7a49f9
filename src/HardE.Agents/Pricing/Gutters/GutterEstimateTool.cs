using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Roof;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Gutters;

/// <summary>Sizes gutters and downspouts, counts their parts, and quotes them.</summary>
internal sealed class GutterEstimateTool(Catalog catalog) : Tool<GutterInput>
{
    public override string Name => "gutter_estimate";
    public override string Description => "Size gutters (5 or 6 inch) and downspouts for a roof, count hangers and coil, or make a full gutter quote. Give only what was said.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(GutterInput input, TurnContext turn, CancellationToken ct)
    {
        if (Check(input).Problems is { Count: > 0 } problems)
        {
            return ToolResult.NeedsInput(string.Join(' ', problems));
        }

        var now = await catalog.NowAsync(turn.Tenant, ct);
        var sheet = new Worksheet();
        var sums = new GutterSums(input, now.Rules, sheet);
        if (input.Detail is "quote" or "materials")
        {
            return Quoted(input, now, turn, sums, sheet);
        }

        var figures = new List<Figure>();
        var text = Figures(input, now, sums, sheet, figures);
        if (text.Length == 0)
        {
            var question = Missing(input);
            return LastCalculation.Ask(turn, Name, input, question, question.StartsWith("What is the pitch", StringComparison.Ordinal) ? "rise"
                : question.StartsWith("How many feet", StringComparison.Ordinal) ? "total_feet" : null);
        }

        LastCalculation.Keep(turn, Name, input, null, now.Rules);
        return ToolResult.Done($"{text}\n{sheet.Text()}".Trim(), new { figures, steps = sheet.Steps, assumed = sheet.Assumed });
    }

    private ToolResult Quoted(GutterInput input, CatalogSnapshot now, TurnContext turn, GutterSums sums, Worksheet sheet)
    {
        if (input.Feet() is not { } feet)
        {
            return LastCalculation.Ask(turn, Name, input, "How many feet of gutter is it, and in how many runs?", "total_feet");
        }

        if (Row(input, now, sums, sheet) is not { } row)
        {
            return ToolResult.NeedsInput($"I find no such gutter in the catalog. It has {string.Join(", ", now.Fields("gutters").Select(r => r.Name))}. Which one?");
        }

        var (quote, problem) = new GutterQuote(input, now, sums, sheet).Build(row);
        if (quote is null)
        {
            return ToolResult.NeedsInput(problem!);
        }

        LastCalculation.Keep(turn, Name, input, quote, now.Rules, feet, "foot");
        return input.Detail == "materials" ? QuoteReply.Materials(quote, sheet, "", now) : QuoteReply.Of(quote, sheet, "", now, turn);
    }

    private static CatalogItem? Row(GutterInput input, CatalogSnapshot now, GutterSums sums, Worksheet sheet)
    {
        var size = input.Size ?? (sums.SizeNeeded() is { } needed and > 0 ? needed : null);
        var rows = now.Fields("gutters").Where(r => size is null || r.Number("size") == size).ToList();
        rows = [.. rows.Where(r => (r.Attributes.GetValueOrDefault("profile") == "half-round") == (input.HalfRound == true))];
        if (rows.Count == 0)
        {
            return null;
        }

        if (Choice.Find(rows, input.Product) is { } named)
        {
            return named;
        }

        var plain = rows.FirstOrDefault(r => r.Attributes.GetValueOrDefault("gauge") == ".032") ?? Choice.Standard(rows);
        sheet.Assume(plain.Name);
        return plain;
    }

    private static string Figures(GutterInput input, CatalogSnapshot now, GutterSums sums, Worksheet sheet, List<Figure> figures)
    {
        var wanted = input.Wanted is { Count: > 0 } asked ? asked : ["size", "downspouts"];
        var said = new List<string>();
        foreach (var key in wanted)
        {
            said.Add(key switch
            {
                "flow" or "size" when sums.Flow() is not null => sums.Sizing(figures),
                "downspouts" => sums.DownspoutWords(figures),
                "hangers" when input.Feet() is { } feet && now.Part("hanger") is { } hanger => Count(sheet, figures, "hangers", "hanger", hanger, feet),
                "coil" when input.Feet() is { } feet && now.Part("coil") is { } coil => Coil(input, sheet, figures, coil, feet),
                _ => "",
            });
        }

        return string.Join(' ', said.Where(s => s.Length > 0).Distinct());
    }

    private static string Count(Worksheet sheet, List<Figure> figures, string name, string noun, CatalogItem row, decimal feet)
    {
        var units = sheet.Step(name, QuoteLine.How(row, feet), QuoteLine.UnitsFor(row, feet), "", row.Sku);
        figures.Add(new Figure(name, units, ""));
        return $"**{Show.Count(units, noun)}** for {Show.Number(feet)} ft.";
    }

    private static string Coil(GutterInput input, Worksheet sheet, List<Figure> figures, CatalogItem coil, decimal feet)
    {
        var size = input.Size ?? 5;
        if (input.Size is null)
        {
            sheet.Assume("5 inch gutter");
        }

        if (coil.Number($"yield_ft_per_lb_{Show.Number(size)}in") is not { } yield)
        {
            return $"The catalog has no yield of coil for {Show.Number(size)} inch.";
        }

        var pounds = sheet.Step("coil", $"{Show.Number(feet)} ft ÷ {Show.Number(yield)} ft a pound", Rounding.Two(feet / yield), "lb", coil.Sku);
        figures.Add(new Figure("coil", pounds, "lb"));
        return $"**{Show.Measure(pounds)} lb** of coil for {Show.Number(feet)} ft of {Show.Number(size)} inch.";
    }

    private static MeasureLimits Check(GutterInput gutter)
    {
        var limits = new MeasureLimits()
            .Rise(gutter.Rise).SquareFeet("A drained area", gutter.AreaSf).Feet("A depth of roof", gutter.DepthFeet, 300).Feet("Gutter", gutter.TotalFeet, 20_000)
            .Count("inches of rain an hour", gutter.Rainfall, 15).Count("downspouts", gutter.Downspouts, 300).Feet("A downspout", gutter.DownspoutFeet, 80)
            .Count("miters", gutter.Miters, 300).Feet("Gutter guard", gutter.GuardFeet, 20_000).Count("runs", gutter.RunCount, 200).Count("elbows", gutter.ElbowsEach, 10);
        foreach (var run in gutter.Runs ?? [])
        {
            limits.Feet("A run", run);
        }

        return limits;
    }

    private static string Missing(GutterInput gutter) => gutter switch
    {
        { Wanted: { Count: > 0 } w } when w.Contains("hangers") || w.Contains("coil") => "How many feet of gutter is it?",
        { Rise: null } when gutter.AreaSf is not null || gutter.DepthFeet is not null => "What is the pitch of the roof behind it, in inches of rise per 12?",
        { Runs: { Count: > 0 }, DepthFeet: null } or { TotalFeet: not null, DepthFeet: null } => "How deep is the roof behind that run (feet in plan), and what is the pitch?",
        _ => "What does the run drain: its length, the depth of roof behind it (or the square feet) and the pitch?",
    };
}
