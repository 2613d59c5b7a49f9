using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Roof;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Windows;

/// <summary>United inches, limits and price of windows; quotes of several sizes and kinds.</summary>
internal sealed class WindowEstimateTool(Catalog catalog) : Tool<WindowInput>
{
    public override string Name => "window_estimate";
    public override string Description => "Work out windows: united inches, whether a size is offered, the price of one, or a quote of several with capping and disposal.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(WindowInput input, TurnContext turn, CancellationToken ct)
    {
        if (input.Items is not { Count: > 0 } items)
        {
            return LastCalculation.Ask(turn, Name, input, "Which windows: how many, what style, and the size (width by height in inches)?");
        }

        if (Check(items).Problems is { Count: > 0 } problems)
        {
            return ToolResult.NeedsInput(string.Join(' ', problems.Distinct()));
        }

        var now = await catalog.NowAsync(turn.Tenant, ct);
        var sheet = new Worksheet();
        var sums = new WindowSums(now, sheet);
        var sized = new List<SizedWindow>();
        foreach (var item in items)
        {
            var ui = sums.Ui(item);
            if (ui is null && input.Detail != "quote")
            {
                return LastCalculation.Ask(turn, Name, input, "What size is the window: width by height in inches?");
            }

            if (input.Detail == "measures" && item.Product is null)
            {
                sized.Add(new SizedWindow(item, null, null, ui!.Value));
                continue;
            }

            if (sums.Row(item) is not { } row)
            {
                return ToolResult.NeedsInput($"I find no window '{item.Product}' in the catalog. It has {string.Join(", ", now.Fields("windows").Select(r => r.Name))}. "
                    + $"Which one?");
            }

            if (ui is null)
            {
                ui = row.Number("ui_included") ?? 0;
                sheet.Assume($"{row.Name} up to {Show.Number(ui.Value)} UI (no size was given)");
            }

            var (atSize, problem) = sums.Sized(row, ui.Value);
            if (atSize is null)
            {
                return ToolResult.Done($"{problem}\n{sheet.Text()}".Trim(), new { offered = false, sku = row.Sku, ui, max_ui = row.Number("max_ui"), steps = sheet.Steps });
            }

            if (CatalogRows.MaySeeCost(turn) && input.Detail != "measures")
            {
                sums.CostStep(row, ui.Value);
            }

            sized.Add(new SizedWindow(item, row, atSize, ui.Value));
        }

        return input.Detail switch
        {
            "quote" => Quoted(input, sized, now, turn, sheet),
            "measures" => Measures(input, sized, turn, now, sheet),
            _ => WindowUnits.Answer(input, sized, now, turn, sheet),
        };
    }

    private static MeasureLimits Check(IReadOnlyList<WindowItem> items)
    {
        var limits = new MeasureLimits();
        foreach (var item in items)
        {
            limits.Inches("A width", item.Width).Inches("A height", item.Height).Count("united inches", item.UnitedInches, 400).Count("windows", item.Count, 500);
        }

        return limits;
    }

    private ToolResult Measures(WindowInput input, IReadOnlyList<SizedWindow> sized, TurnContext turn, CatalogSnapshot now, Worksheet sheet)
    {
        LastCalculation.Keep(turn, Name, input, null, now.Rules);
        var text = string.Join(' ', sized.Select(s => s.Row is null
            ? $"**{Show.Number(s.Ui)} UI** (united inches).{Limits(s.Ui, now)}"
            : $"**{Show.Number(s.Ui)} UI**: yes, {s.Row.Name} is offered up to {Show.Number(s.Row.Number("max_ui") ?? 0)} UI."));
        return ToolResult.Done($"{text}\n{sheet.Text()}".Trim(), new { figures = sized.Select(s => new Figure("ui", s.Ui, "UI")), steps = sheet.Steps });
    }

    private static string Limits(decimal ui, CatalogSnapshot now)
    {
        var small = now.Fields("windows").Where(r => r.Number("max_ui") < ui).Select(r => $"{r.Name} (to {Show.Number(r.Number("max_ui")!.Value)} UI)").ToList();
        return small.Count == 0 ? " Every style we list is offered in that size." : $" Too large for {string.Join(", ", small)}; the other styles are offered in it.";
    }

    private ToolResult Quoted(WindowInput input, IReadOnlyList<SizedWindow> sized, CatalogSnapshot now, TurnContext turn, Worksheet sheet)
    {
        var lines = sized.Select(s => s.Line(input.WithoutLabor != true)).ToList();
        var count = sized.Sum(s => s.Count);
        Add(input.Capping == true ? count : 0, "capping");
        Add(input.Disposal == true ? count : 0, "disposal");
        Add(input.Grids ?? 0, "grids");
        Add(input.Tempered ?? 0, "tempered");
        if (input.Capping != true || input.Disposal != true)
        {
            string[] missing = [.. new[] { input.Capping == true ? null : "capping", input.Disposal == true ? null : "disposal" }.OfType<string>()];
            sheet.Assume($"no {string.Join(" or ", missing)} (not mentioned)");
        }

        var (extras, problem) = Extras.Of(now, input.Extras, "windows");
        if (problem is not null)
        {
            return ToolResult.NeedsInput(problem);
        }

        lines.AddRange(extras);
        var quote = new Quote($"Windows, {Show.Count(count, "window")}", lines);
        LastCalculation.Keep(turn, Name, input, quote, now.Rules, count, "window");
        return QuoteReply.Of(quote, sheet, string.Join(' ', sized.Select(s => s.Words)), now, turn);

        void Add(int many, string part)
        {
            if (many > 0 && now.Part(part) is { } row)
            {
                lines.Add(QuoteLine.Of(row, many));
            }
        }
    }
}
