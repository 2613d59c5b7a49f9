using Dapper;
using HardE.Agents.State;

namespace HardE.Agents.Pricing.Versions;

/// <summary>One loaded price list of a module. Lists are never changed; a rollback withdraws one.</summary>
/// <param name="EffectiveAt">From then on it counts, UTC.</param>
/// <param name="Rows">How many items it has.</param>
public sealed record CatalogVersion(string Module, long Version, DateTimeOffset EffectiveAt, DateTimeOffset LoadedAt, string LoadedBy, long Rows, bool Withdrawn);

/// <summary>The price lists that were imported, each with the day it counts from. Its table is in Schema/0010_catalog.sql.</summary>
public sealed class CatalogVersions(Database database, TimeProvider clock)
{
    /// <summary>All lists that were not withdrawn, of all modules.</summary>
    public async Task<IReadOnlyList<CatalogVersion>> ListAsync(string tenant, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            db => db.QueryAsync<Row>(new CommandDefinition(
                """
                SELECT module, version, effective_at, loaded_at, loaded_by, row_count
                FROM catalog_version WHERE tenant = @tenant AND withdrawn_at IS NULL ORDER BY module, version
                """,
                new { tenant },
                cancellationToken: ct)),
            ct);
        return [.. rows.Select(r => new CatalogVersion(r.Module, r.Version, At(r.EffectiveAt), At(r.LoadedAt), r.LoadedBy, r.RowCount, false))];
    }

    /// <summary>The list of a module that counts at a moment: the latest effective one, of equals the one loaded last.</summary>
    public static CatalogVersion? InForce(IEnumerable<CatalogVersion> all, string module, DateTimeOffset at) =>
        all.Where(v => v.Module == module && !v.Withdrawn && v.EffectiveAt <= at).OrderBy(v => v.EffectiveAt).ThenBy(v => v.Version).LastOrDefault();

    /// <summary>The file of a list, as it was loaded.</summary>
    public async Task<string> ContentAsync(string tenant, CatalogVersion version, CancellationToken ct) =>
        await database.ReadAsync(
            db => db.QuerySingleAsync<string>(new CommandDefinition(
                "SELECT content FROM catalog_version WHERE tenant = @tenant AND module = @module AND version = @number",
                new { tenant, module = version.Module, number = version.Version },
                cancellationToken: ct)),
            ct);

    /// <summary>Stores a list. Content was checked before; the number is the next of the module.</summary>
    /// <returns>The number of the new list.</returns>
    public async Task<long> AddAsync(string tenant, string module, string content, int rows, DateTimeOffset effectiveAt, string by, CancellationToken ct) =>
        await database.WriteAsync(
            db => db.QuerySingleAsync<long>(new CommandDefinition(
                """
                INSERT INTO catalog_version (tenant, module, version, effective_at, loaded_at, loaded_by, row_count, content, withdrawn_at)
                SELECT @tenant, @module, COALESCE(MAX(version), 0) + 1, @effective, @now, @by, @rows, @content, NULL
                FROM catalog_version WHERE tenant = @tenant AND module = @module
                RETURNING version
                """,
                new { tenant, module, content, rows = (long)rows, by, effective = effectiveAt.ToUnixTimeMilliseconds(), now = clock.GetUtcNow().ToUnixTimeMilliseconds() },
                cancellationToken: ct)),
            ct);

    /// <summary>Withdraws a list: what counted before it counts again.</summary>
    /// <returns>False when there is no such list, or it was withdrawn before.</returns>
    public async Task<bool> WithdrawAsync(string tenant, string module, long version, CancellationToken ct) =>
        await database.WriteAsync(
            db => db.ExecuteAsync(new CommandDefinition(
                "UPDATE catalog_version SET withdrawn_at = @now WHERE tenant = @tenant AND module = @module AND version = @version AND withdrawn_at IS NULL",
                new { tenant, module, version, now = clock.GetUtcNow().ToUnixTimeMilliseconds() },
                cancellationToken: ct)),
            ct) == 1;

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private sealed record Row(string Module, long Version, long EffectiveAt, long LoadedAt, string LoadedBy, long RowCount);
}
