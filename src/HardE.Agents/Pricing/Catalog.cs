using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Pricing;

/// <summary>The catalogs as they are now: rows, rules, and whether they are the samples.</summary>
public sealed record CatalogSnapshot(IReadOnlyList<CatalogItem> Items, PriceRules Rules, bool IsSample);

/// <summary>Keeps the catalogs of the folder in memory and reads them again when a file has changed.</summary>
public sealed class Catalog(IOptions<PricingOptions> options)
{
    private const string RulesFile = "pricing_rules.csv";
    private readonly Lock gate = new();
    private (string Stamp, CatalogSnapshot Snapshot)? read;

    /// <summary>The folder in use.</summary>
    public string Folder => options.Value.Folder is { Length: > 0 } folder ? Path.GetFullPath(folder) : SampleFolders.Find("catalog");

    /// <exception cref="ServiceException">A file cannot be read or holds rows that make no sense; the message names them.</exception>
    public CatalogSnapshot Now()
    {
        lock (gate)
        {
            var stamp = Stamp();
            if (read is { } known && known.Stamp == stamp)
            {
                return known.Snapshot;
            }

            var snapshot = Read();
            read = (stamp, snapshot);
            return snapshot;
        }
    }

    private CatalogSnapshot Read()
    {
        var problems = new List<string>();
        var items = new List<CatalogItem>();
        foreach (var file in Files().Where(f => Path.GetFileName(f) != RulesFile))
        {
            using var text = new StreamReader(file);
            var (found, wrong) = CatalogFile.Read(text, Path.GetFileName(file));
            items.AddRange(found);
            problems.AddRange(wrong);
        }

        if (problems.Count > 0)
        {
            throw new ServiceException("catalog", Failure.BadReply, string.Join(" ", problems.Take(5)));
        }

        var rules = Path.Combine(Folder, RulesFile);
        using var rulesText = File.Exists(rules) ? new StreamReader(rules) : null;
        return new CatalogSnapshot(
            items, rulesText is null ? PriceRules.Default : PriceRules.Read(rulesText), items.Any(i => i.Sku.StartsWith("SYN-", StringComparison.Ordinal)));
    }

    private string Stamp() => string.Join('|', Files().Select(f => $"{f}:{File.GetLastWriteTimeUtc(f).Ticks}"));

    private string[] Files() => Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "*.csv").Order(StringComparer.Ordinal)] : [];
}
