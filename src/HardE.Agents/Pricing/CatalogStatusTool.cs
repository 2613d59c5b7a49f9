using System.Globalization;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Pricing;

/// <summary>Which catalogs are in force, since when, and how old the supplier's prices are.</summary>
internal sealed class CatalogStatusTool(Catalog catalog, IOptions<CompanyOptions> company) : Tool<CatalogStatusTool.Input>
{
    public sealed record Input();

    public override string Name => "catalog_status";
    public override string Description => "Tell which price catalogs are in force, how many rows each has, since when, and what is due to change.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.PricesRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var now = await catalog.NowAsync(turn.Tenant, ct);
        if (now.Modules.Count == 0)
        {
            return ToolResult.NotFound("There is no catalog yet.", "An admin loads one with ./harde import catalog FILE.csv.");
        }

        var rows = now.Modules.Select(m => (IReadOnlyList<string>)
        [
            m.Module, m.Rows.ToString(CultureInfo.InvariantCulture), m.Since is { } since ? Day(since) : "from the folder",
            m.Version == 0 ? "" : m.Version.ToString(CultureInfo.InvariantCulture), m.Next is { } next ? Day(next) : "",
        ]).ToList();
        var sentences = now.Modules.Select(m => $"{m.Module}: {m.Rows.ToString(CultureInfo.InvariantCulture)} "
            + $"rows{(m.Since is { } s ? $", in force since {Day(s)}" : "")}{(m.Next is { } n ? $", the next list is due {Day(n)}" : "")}");
        var feed = now.Feed is { } f ? f.Warning ?? f.Sentence(now.Items.Count(i => i.PricedAt is not null)) : "No outside price feed is set: prices are the catalog's.";
        var sample = now.IsSample ? " The rows that start with SYN- are sample data." : "";
        return ToolResult.Done($"{string.Join("; ", sentences)}. {feed}{sample}",
            new { modules = now.Modules }, new TablePart("Catalogs", ["Module", "Rows", "In force since", "Version", "Next list"], rows));
    }

    private string Day(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, company.Value.Zone).ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);
}
