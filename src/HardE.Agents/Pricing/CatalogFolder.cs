using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Pricing;

/// <summary>The catalog files of a folder, kept in memory and read again when one has changed.</summary>
internal sealed class CatalogFolder(IOptions<PricingOptions> options)
{
    private const string RulesFile = "pricing_rules.csv";
    private readonly Lock gate = new();
    private (string Stamp, (IReadOnlyList<CatalogItem> Items, PriceRules Rules) Read)? known;

    public string Path => options.Value.Folder is { Length: > 0 } folder ? System.IO.Path.GetFullPath(folder) : SampleFolders.Find("catalog");

    /// <exception cref="ServiceException">A file cannot be read or holds rows that make no sense; the message names them.</exception>
    public (IReadOnlyList<CatalogItem> Items, PriceRules Rules) Read()
    {
        lock (gate)
        {
            var files = Files();
            var stamp = string.Join('|', files.Select(f => $"{f}:{File.GetLastWriteTimeUtc(f).Ticks}"));
            if (known is not { } read || read.Stamp != stamp)
            {
                known = read = (stamp, ReadFiles(files));
            }

            return read.Read;
        }
    }

    private (IReadOnlyList<CatalogItem>, PriceRules) ReadFiles(string[] files)
    {
        var problems = new List<string>();
        var items = new List<CatalogItem>();
        foreach (var file in files.Where(f => System.IO.Path.GetFileName(f) != RulesFile))
        {
            using var text = new StreamReader(file);
            var (found, wrong) = CatalogFile.Read(text, System.IO.Path.GetFileName(file));
            items.AddRange(found);
            problems.AddRange(wrong);
        }

        if (problems.Count > 0)
        {
            throw new ServiceException("catalog", Failure.BadReply, string.Join(" ", problems.Take(5)));
        }

        var rules = System.IO.Path.Combine(Path, RulesFile);
        using var rulesText = File.Exists(rules) ? new StreamReader(rules) : null;
        return (items, rulesText is null ? PriceRules.Default : PriceRules.Read(rulesText));
    }

    private string[] Files() => Directory.Exists(Path) ? [.. Directory.GetFiles(Path, "*.csv").Order(StringComparer.Ordinal)] : [];
}
