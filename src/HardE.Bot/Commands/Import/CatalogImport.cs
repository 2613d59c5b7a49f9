using System.Globalization;
using HardE.Agents.Pricing.Versions;
using HardE.Agents.Services;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Commands.Import;

/// <summary>Takes the price list of one module in, from a day on, and takes it back; both are shown first.</summary>
internal static class CatalogImport
{
    private const int MostDifferences = 40;

    /// <param name="from">Day from which the list counts, <c>yyyy-MM-dd</c> in the company's zone; at once when empty.</param>
    public static async Task<ImportPlan> PlanAsync(IServiceProvider services, string path, string? from, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            return ImportPlan.Refused($"{path} does not exist.");
        }

        var zone = services.GetRequiredService<IOptions<CompanyOptions>>().Value.Zone;
        if (from is { Length: > 0 } && !DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return ImportPlan.Refused($"--from '{from}' is no day such as 2026-04-01.");
        }

        var loader = services.GetRequiredService<CatalogLoader>();
        var load = await loader.PlanAsync(Tenants.Default, await File.ReadAllTextAsync(path, ct), Path.GetFileName(path), Start(from, zone), ct);
        return new ImportPlan(
            $"{Path.GetFileName(path)}: {load.Items.Count.ToString(CultureInfo.InvariantCulture)} rows{(load.Module.Length > 0 ? $" for {load.Module}" : "")}, "
                + $"{(from is { Length: > 0 } ? $"from {from} on" : "at once")}; {load.Summary}.",
            async stop =>
            {
                var version = await loader.StoreAsync(Tenants.Default, load, Environment.UserName, stop);
                return $"{load.Module} version {version.ToString(CultureInfo.InvariantCulture)} is stored. ./harde import rollback {load.Module} takes it back.";
            })
        {
            Columns = ["Change", "SKU", "Item", "Before", "After"],
            Rows = [.. load.Differences.Take(MostDifferences).Select(d => (string[])[d.Kind, d.Sku, d.Name, d.Before, d.After])],
            Remarks = load.Differences.Count > MostDifferences ? [$"The first {MostDifferences} of {load.Differences.Count.ToString(CultureInfo.InvariantCulture)} "
                + $"changes are shown."] : [],
            Problems = load.Problems,
        };
    }

    /// <summary>Withdraws the list of a module that counts now, or else the next one due.</summary>
    public static async Task<ImportPlan> RollbackAsync(IServiceProvider services, string module, CancellationToken ct)
    {
        var loader = services.GetRequiredService<CatalogLoader>();
        if (await loader.RollbackPlanAsync(Tenants.Default, module, ct) is not { } plan)
        {
            return ImportPlan.Refused($"No price list was imported for '{module}': there is nothing to take back.");
        }

        var after = plan.After is { } before ? $"version {before.Version.ToString(CultureInfo.InvariantCulture)} of "
            + $"{before.LoadedAt.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}" : "the file in the pricing folder, if there is one";
        return new ImportPlan(
            $"{module}: version {plan.Withdrawn.Version.ToString(CultureInfo.InvariantCulture)} ({plan.Withdrawn.Rows.ToString(CultureInfo.InvariantCulture)} rows) is "
                + $"taken back; {after} counts then.",
            async stop => await loader.RollbackAsync(Tenants.Default, plan.Withdrawn, stop) ? $"{module}: done." : $"{module}: somebody has taken it back already.");
    }

    private static DateTimeOffset? Start(string? from, TimeZoneInfo zone)
    {
        if (from is not { Length: > 0 })
        {
            return null;
        }

        var midnight = DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
