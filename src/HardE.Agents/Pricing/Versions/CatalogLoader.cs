using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace HardE.Agents.Pricing.Versions;

/// <summary>A price list that was read and compared with the one it would follow; with a problem it cannot be stored.</summary>
/// <param name="Differences">What it changes, against the list that counts on its first day.</param>
public sealed record CatalogLoad(
    string Module, string Content, IReadOnlyList<CatalogItem> Items, DateTimeOffset EffectiveAt, IReadOnlyList<CatalogDifference> Differences, IReadOnlyList<string> Problems)
{
    /// <summary>"3 new, 12 costs changed, 1 gone".</summary>
    public string Summary
    {
        get
        {
            string[] words = [.. new[] { ("new", "new"), ("cost", "with another cost"), ("changed", "changed otherwise"), ("gone", "gone") }
                .Select(k => (Count: Differences.Count(d => d.Kind == k.Item1), Word: k.Item2)).Where(k => k.Count > 0).Select(k =>
                    $"{k.Count.ToString(CultureInfo.InvariantCulture)} {k.Word}")];
            return words.Length > 0 ? string.Join(", ", words) : "no difference";
        }
    }
}

/// <summary>Takes price lists in: read whole or not at all, shown before they count, and taken back by a rollback.</summary>
public sealed partial class CatalogLoader(Catalog catalog, CatalogVersions versions, TimeProvider clock)
{
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

    /// <summary>Reads a list and compares it; nothing is stored.</summary>
    /// <param name="effectiveAt">From when it counts; at once when not given.</param>
    public async Task<CatalogLoad> PlanAsync(string tenant, string content, string name, DateTimeOffset? effectiveAt, CancellationToken ct)
    {
        var (items, problems) = Read(content, name);
        var from = effectiveAt ?? clock.GetUtcNow();
        if (problems.Count > 0)
        {
            return new CatalogLoad("", content, items, from, [], problems);
        }

        var module = items[0].Module;
        var all = await catalog.AtAsync(tenant, from, ct);
        string[] taken = [.. all.Where(i => i.Module != module).Select(i => i.Sku).Intersect(items.Select(i => i.Sku), StringComparer.OrdinalIgnoreCase)
            .Select(sku => $"{name}: the sku {sku} is in another module already.")];
        return new CatalogLoad(module, content, items, from, CatalogDiff.Between([.. all.Where(i => i.Module == module)], items), taken);
    }

    /// <returns>The number of the stored list.</returns>
    /// <exception cref="InvalidOperationException">The list has problems.</exception>
    public Task<long> StoreAsync(string tenant, CatalogLoad load, string by, CancellationToken ct) => load.Problems.Count > 0
        ? throw new InvalidOperationException("A price list with problems is not stored.")
        : versions.AddAsync(tenant, load.Module, load.Content, load.Items.Count, load.EffectiveAt, by, ct);

    /// <summary>The list of a module that a rollback would withdraw (the one that counts, else the next due), and what counts after it.</summary>
    public async Task<(CatalogVersion Withdrawn, CatalogVersion? After)?> RollbackPlanAsync(string tenant, string module, CancellationToken ct)
    {
        var (all, now) = (await versions.ListAsync(tenant, ct), clock.GetUtcNow());
        var current = CatalogVersions.InForce(all, module, now) ?? all.Where(v => v.Module == module).MinBy(v => v.EffectiveAt);
        return current is null ? null : (current, CatalogVersions.InForce(all.Where(v => v != current), module, now));
    }

    /// <summary>Withdraws exactly that list; false when it was withdrawn meanwhile.</summary>
    public Task<bool> RollbackAsync(string tenant, CatalogVersion version, CancellationToken ct) => versions.WithdrawAsync(tenant, version.Module, version.Version, ct);

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

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,40}$")]
    private static partial Regex ModuleName();
}
