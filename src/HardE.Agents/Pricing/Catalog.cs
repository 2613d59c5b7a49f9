using HardE.Agents.Pricing.Feed;
using HardE.Agents.Pricing.Versions;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Pricing;

/// <summary>Where the rows of a module come from.</summary>
/// <param name="Version">0 when the folder's file serves.</param>
/// <param name="Since">When this list came into force; none for the folder's file.</param>
/// <param name="Next">When a later list comes into force; none when none is loaded.</param>
public sealed record ModuleState(string Module, int Rows, long Version, DateTimeOffset? Since, DateTimeOffset? Next);

/// <summary>The catalogs as they are now: rows, rules, and whether they are the samples.</summary>
public sealed record CatalogSnapshot(IReadOnlyList<CatalogItem> Items, PriceRules Rules, bool IsSample)
{
    public IReadOnlyList<ModuleState> Modules { get; init; } = [];

    /// <summary>The supplier's feed; null when none is set.</summary>
    public FeedState? Feed { get; init; }
}

/// <summary>
/// The price catalogs of a company: the folder's files, over them the lists that were imported (each from its effective date
/// on), over those the costs of the supplier's feed.
/// </summary>
public sealed class Catalog(IOptions<PricingOptions> options, CatalogVersions versions, PriceFeed feed, TimeProvider clock)
{
    private readonly CatalogFolder files = new(options);
    private readonly Lock gate = new();
    private readonly Dictionary<(string Tenant, string Module, long Version), IReadOnlyList<CatalogItem>> parsed = [];

    /// <summary>The folder in use.</summary>
    public string Folder => files.Path;

    /// <exception cref="ServiceException">A file cannot be read or holds rows that make no sense; the message names them.</exception>
    public async Task<CatalogSnapshot> NowAsync(string tenant, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (items, states) = await RowsAtAsync(tenant, now, ct);
        var (priced, state) = await feed.ApplyAsync(items, ct);
        return new CatalogSnapshot(priced, files.Read().Rules, items.Any(i => i.IsSample)) { Modules = states, Feed = state };
    }

    /// <summary>The rows that count at a moment, without the supplier's feed.</summary>
    public async Task<IReadOnlyList<CatalogItem>> AtAsync(string tenant, DateTimeOffset moment, CancellationToken ct) => (await RowsAtAsync(tenant, moment, ct)).Items;

    private async Task<(IReadOnlyList<CatalogItem> Items, IReadOnlyList<ModuleState> States)> RowsAtAsync(string tenant, DateTimeOffset moment, CancellationToken ct)
    {
        var inFolder = files.Read().Items;
        var loaded = await versions.ListAsync(tenant, ct);
        var states = new List<ModuleState>();
        var items = new List<CatalogItem>();
        foreach (var module in inFolder.Select(i => i.Module).Concat(loaded.Select(v => v.Module)).Distinct(StringComparer.Ordinal))
        {
            var due = loaded.Where(v => v.Module == module && v.EffectiveAt > moment).MinBy(v => v.EffectiveAt)?.EffectiveAt;
            var current = CatalogVersions.InForce(loaded, module, moment);
            var rows = current is null ? [.. inFolder.Where(i => i.Module == module)] : await RowsAsync(tenant, current, ct);
            if (rows.Count > 0)
            {
                states.Add(new ModuleState(module, rows.Count, current?.Version ?? 0, current?.EffectiveAt, due));
                items.AddRange(rows);
            }
        }

        return (items, states);
    }

    private async Task<IReadOnlyList<CatalogItem>> RowsAsync(string tenant, CatalogVersion version, CancellationToken ct)
    {
        var key = (tenant, version.Module, version.Version);
        lock (gate)
        {
            if (parsed.TryGetValue(key, out var known))
            {
                return known;
            }
        }

        using var text = new StringReader(await versions.ContentAsync(tenant, version, ct));
        var (items, problems) = CatalogFile.Read(text, $"{version.Module} version {version.Version}");
        if (problems.Count > 0)
        {
            throw new ServiceException("catalog", Failure.BadReply, string.Join(" ", problems.Take(5)));
        }

        lock (gate)
        {
            parsed[key] = items; // a version's content never changes
        }

        return items;
    }
}
