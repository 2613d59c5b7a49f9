using System.Security.Cryptography;
using System.Text;
using Dapper;
using HardE.Agents.State;

namespace HardE.Bot.Api;

/// <summary>A key as its company sees it; the secret itself is kept by nobody.</summary>
/// <param name="Id">Names the key in lists and in the history of runs.</param>
internal sealed record TenantKey(string Tenant, string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>Keys by which a company's programs use REST. 256 random bits each, so a plain hash is enough to store.</summary>
internal sealed class TenantKeys(Database database, TimeProvider clock)
{
    private const string Prefix = "harde_";
    private static readonly long UseStep = (long)TimeSpan.FromMinutes(1).TotalMilliseconds;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Makes a key.</summary>
    /// <returns>The id, and the secret that is shown once.</returns>
    public async Task<(string Id, string Secret)> MakeAsync(string tenant, string name, CancellationToken ct)
    {
        var secret = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        await database.WriteAsync(
            db => db.ExecuteAsync(
                "INSERT INTO tenant_key (hash, tenant, id, name, created_at) VALUES (@hash, @tenant, @id, @name, @now)",
                new { hash = Hash(secret), tenant, id, name, now = Now }),
            ct);
        return (id, secret);
    }

    /// <summary>The key that this secret is; its use is noted once a minute at most.</summary>
    /// <returns>Null for no key, an unknown or a revoked one.</returns>
    public async Task<TenantKey?> FindAsync(string? secret, CancellationToken ct)
    {
        if (secret is null || !secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var hash = Hash(secret);
        var row = await database.ReadAsync(
            db => db.QuerySingleOrDefaultAsync<Row?>($"SELECT {Row.Columns} FROM tenant_key WHERE hash = @hash AND revoked_at IS NULL", new { hash }), ct);
        if (row is not null && (row.LastUsedAt ?? 0) < Now - UseStep)
        {
            await database.WriteAsync(db => db.ExecuteAsync("UPDATE tenant_key SET last_used_at = @now WHERE hash = @hash", new { hash, now = Now }), ct);
        }

        return row?.ToKey();
    }

    /// <summary>All keys of a company, newest first.</summary>
    public Task<IReadOnlyList<TenantKey>> ListAsync(string tenant, CancellationToken ct) => database.ReadAsync<IReadOnlyList<TenantKey>>(
        async db => [.. (await db.QueryAsync<Row>($"SELECT {Row.Columns} FROM tenant_key WHERE tenant = @tenant ORDER BY created_at DESC, id", new { tenant }))
            .Select(r => r.ToKey())],
        ct);

    /// <returns>False when there is no such key, or it was revoked before.</returns>
    public async Task<bool> RevokeAsync(string tenant, string id, CancellationToken ct) => await database.WriteAsync(
        db => db.ExecuteAsync("UPDATE tenant_key SET revoked_at = @now WHERE tenant = @tenant AND id = @id AND revoked_at IS NULL", new { tenant, id, now = Now }), ct) > 0;

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed record Row
    {
        public const string Columns = "tenant, id, name, created_at, last_used_at, revoked_at";

        public string Tenant { get; init; } = "";
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public long CreatedAt { get; init; }
        public long? LastUsedAt { get; init; }
        public long? RevokedAt { get; init; }

        public TenantKey ToKey() => new(Tenant, Id, Name, At(CreatedAt)!.Value, At(LastUsedAt), At(RevokedAt));

        private static DateTimeOffset? At(long? ms) => ms is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
    }
}
