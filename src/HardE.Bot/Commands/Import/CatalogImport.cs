using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using HardE.Agents.Pricing;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Commands.Import;

/// <summary>Puts the catalog of one module into the pricing folder; the one before is kept as <c>.bak</c>.</summary>
internal static partial class CatalogImport
{
    public static async Task<ImportPlan> PlanAsync(IServiceProvider services, string path, CancellationToken ct)
    {
        if (services.GetRequiredService<IOptions<PricingOptions>>().Value.Folder.Length == 0)
        {
            return ImportPlan.Refused("The catalog is still the samples. Run ./harde init first, or set HARDE_Pricing__Folder to a folder of yours.");
        }

        var content = await File.ReadAllTextAsync(path, ct);
        var (items, problems) = Read(content, Path.GetFileName(path));
        var target = Path.Combine(services.GetRequiredService<Catalog>().Folder, $"{(items.Count > 0 ? items[0].Module : "")}.csv");
        return new ImportPlan(
            $"{Path.GetFileName(path)}: {items.Count.ToString(CultureInfo.InvariantCulture)} rows for {Path.GetFileName(target)}"
                + (File.Exists(target) ? ", in place of the present ones." : "."),
            stop => WriteAsync(target, content, items.Count, stop))
        {
            Columns = ["SKU", "Item", "Unit", "Unit cost"],
            Rows = [.. items.Take(ImportPlan.FirstRows).Select(i => (string[])[i.Sku, i.Name, i.UnitWord, i.UnitCost.ToString("0.00", CultureInfo.InvariantCulture)])],
            Problems = problems,
        };
    }

    /// <summary>The rows of a file of one module, or what is wrong with it.</summary>
    public static (IReadOnlyList<CatalogItem> Items, IReadOnlyList<string> Problems) Read(string content, string name)
    {
        try
        {
            using var text = new StringReader(content);
            var (items, problems) = CatalogFile.Read(text, name);
            return problems.Count > 0 ? (items, problems) : (items, [.. CheckModule(items, name)]);
        }
        catch (CsvFormatException problem)
        {
            return ([], [$"{name} line {problem.LineNumber}: this is no CSV (is a quotation mark missing?)."]);
        }
    }

    private static IEnumerable<string> CheckModule(IReadOnlyList<CatalogItem> items, string name)
    {
        string[] modules = [.. items.Select(i => i.Module).Distinct(StringComparer.Ordinal)];
        if (modules.Length == 0)
        {
            yield return $"{name} holds no row.";
        }
        else if (modules.Length > 1)
        {
            yield return $"{name} holds several modules ({string.Join(", ", modules)}); import one file a module.";
        }
        else if (!ModuleName().IsMatch(modules[0]) || modules[0] == "pricing_rules")
        {
            yield return $"{name}: module '{modules[0]}' must be a word of small letters, such as roofing or siding.";
        }
    }

    private static async Task<string> WriteAsync(string target, string content, int rows, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = target + ".part";
        await File.WriteAllTextAsync(part, content, ct);
        if (File.Exists(target))
        {
            File.Copy(target, target + ".bak", overwrite: true);
        }

        File.Move(part, target, overwrite: true);
        return $"{rows.ToString(CultureInfo.InvariantCulture)} rows are in {target}; they count from now on.";
    }

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,40}$")]
    private static partial Regex ModuleName();
}
