using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using HardE.Agents.Pricing.Gutters;
using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Roof;
using HardE.Agents.Pricing.Siding;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Pricing.Windows;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing;

/// <summary>Good, better, best: the same job with one product of each tier.</summary>
internal sealed class CompareOptionsTool(
    Catalog catalog, RoofEstimateTool roof, SidingEstimateTool siding, GutterEstimateTool gutters, WindowEstimateTool windows) : Tool<CompareOptionsTool.Input>
{
    private static readonly Dictionary<string, string> Estimates = new(StringComparer.Ordinal)
    {
        ["roofing"] = "roof_estimate",
        ["siding"] = "siding_estimate",
        ["gutters"] = "gutter_estimate",
        ["windows"] = "window_estimate",
    };

    public sealed record Input(
        [property: Description("roofing, siding or gutters; that of the last quote when empty.")] string? Module = null,
        [property: Description("Squares (roofing, siding), feet (gutters) or windows; the last quote's measures when empty.")] decimal? Amount = null,
        [property: Description("Products to compare instead of the tiers, as said.")] IReadOnlyList<string>? Products = null);

    public override string Name => "compare_options";
    public override string Description => "Compare good, better and best (or named products) for the same job, with list prices and differences.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var last = LastCalculation.Of(turn);
        var module = input.Module ?? Estimates.FirstOrDefault(e => e.Value == last?.Tool).Key;
        if (module is null || !Estimates.TryGetValue(module, out var tool))
        {
            return ToolResult.NeedsInput("Which work shall I compare options for: a roof, siding, gutters or windows, and how much of it?");
        }

        var now = await catalog.NowAsync(turn.Tenant, ct);
        var rows = module == "windows" ? [.. now.Fields(module).Where(r => r.Name.StartsWith("Double-hung", StringComparison.OrdinalIgnoreCase))] : now.Fields(module);
        var chosen = input.Products is { Count: > 0 } named
            ? [.. named.Select(n => Choice.Find(rows, n)).OfType<CatalogItem>().DistinctBy(r => r.Sku)]
            : Choice.OnePerTier(rows);
        if (chosen.Count < 2)
        {
            return ToolResult.NeedsInput($"I need two or more products to compare. The catalog has {string.Join(", ", rows.Select(r => r.Name))}.");
        }

        if (input.Amount is null && last?.Tool != tool)
        {
            return ToolResult.NeedsInput(module == "gutters" ? "How many feet of gutter shall I compare?" : module == "windows" ? "For how many windows, and what size, "
                + "shall I compare?" : "For how many squares shall I compare?");
        }

        return await CompareAsync(module, input, chosen, last, turn, ct);
    }

    private async Task<ToolResult> CompareAsync(
        string module, Input input, IReadOnlyList<CatalogItem> chosen, LastCalculation? last, TurnContext turn, CancellationToken ct)
    {
        ITool estimate = module switch { "roofing" => roof, "siding" => siding, "gutters" => gutters, _ => windows };
        var rows = new List<(CatalogItem Row, decimal Price)>();
        foreach (var row in chosen)
        {
            var result = await estimate.RunAsync(Arguments(module, input, row, last), turn, ct);
            if (!result.Ok || result.Data?.TryGetProperty("list_price", out var price) != true)
            {
                return result;
            }

            rows.Add((row, price.GetDecimal()));
        }

        if (last is not null)
        {
            LastCalculation.Keep(turn, last); // the options were only looked at
        }

        var standard = rows[0].Price;
        var words = rows.Select((r, i) => $"{r.Row.Name}: **{Show.Price(r.Price)}**{(i == 0 ? "" : $" ({Difference(r.Price - standard)})")}");
        var table = new TablePart("Options", ["Tier", "Item", "SKU", "List price", "Difference"],
            [.. rows.Select((r, i) => (IReadOnlyList<string>)[r.Row.Tier, r.Row.Name, r.Row.Sku, Show.Price(r.Price), i == 0 ? "" : Difference(r.Price - standard)])]);
        var text = $"{string.Join("; ", words)}. The rest of the job is the same in each.\n{Marks.Of(await catalog.NowAsync(turn.Tenant, ct), chosen)}".Trim();
        return ToolResult.Done(text, new { options = rows.Select(r => new { sku = r.Row.Sku, tier = r.Row.Tier, list_price = r.Price, difference = r.Price - standard }) }, table);
    }

    private static string Difference(decimal amount) => amount >= 0 ? $"{Show.Price(amount)} more" : $"{Show.Price(-amount)} less";

    private static JsonElement Arguments(string module, Input input, CatalogItem row, LastCalculation? last)
    {
        var arguments = input.Amount is null && last is not null ? JsonObject.Create(last.Input)! : [];
        arguments["detail"] = "quote";
        if (module == "windows" && input.Amount is { } count)
        {
            arguments["items"] = new JsonArray(new JsonObject { ["product"] = row.Sku, ["count"] = (int)count });
            return TurnJson.Element(arguments);
        }

        if (module == "windows")
        {
            foreach (var item in arguments["items"]!.AsArray())
            {
                item!["product"] = row.Sku;
            }
        }
        else
        {
            arguments["product"] = row.Sku;
        }

        if (input.Amount is { } amount)
        {
            arguments[module switch { "roofing" => "surface_sf", "siding" => "net_sf", _ => "total_feet" }] = module == "gutters" ? amount : amount * 100;
        }

        if (module == "gutters" && row.Number("size") is { } size)
        {
            arguments["size"] = size;
            arguments["half_round"] = row.Attributes.GetValueOrDefault("profile") == "half-round";
        }

        return TurnJson.Element(arguments);
    }
}
