using System.Security.Cryptography;
using Dapper;
using HardE.Agents.State;

namespace HardE.Bot.Api;

/// <summary>What is known of an idempotency key.</summary>
/// <param name="Fits">False: the key came with another body before.</param>
/// <param name="RunId">The run that its request became; null when it was not taken yet.</param>
internal sealed record KnownRequest(bool Fits, string? RunId);

/// <summary>Idempotency keys of REST and the bodies they belong to; kept for a week.</summary>
internal sealed class ApiRequests(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Remembers the key with this body, or says what came with it before.</summary>
    public Task<KnownRequest> BeginAsync(string tenant, string keyId, string key, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var (fingerprint, now) = (Convert.ToHexStringLower(SHA256.HashData(body.Span)), clock.GetUtcNow());
        return database.WriteAsync(
            async db =>
            {
                await db.ExecuteAsync("DELETE FROM api_request WHERE created_at < @old", new { old = (now - Kept).ToUnixTimeMilliseconds() });
                await db.ExecuteAsync(
                    """
                    INSERT INTO api_request (tenant, key_id, idempotency_key, fingerprint, created_at) VALUES (@tenant, @keyId, @key, @fingerprint, @now)
                    ON CONFLICT (tenant, key_id, idempotency_key) DO NOTHING
                    """,
                    new { tenant, keyId, key, fingerprint, now = now.ToUnixTimeMilliseconds() });
                var (before, run) = await db.QuerySingleAsync<(string Fingerprint, string? RunId)>(
                    "SELECT fingerprint, run_id FROM api_request WHERE tenant = @tenant AND key_id = @keyId AND idempotency_key = @key", new { tenant, keyId, key });
                return new KnownRequest(before == fingerprint, run);
            },
            ct);
    }

    /// <summary>Notes which run a request became.</summary>
    public Task EndAsync(string tenant, string keyId, string key, string runId, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "UPDATE api_request SET run_id = @runId WHERE tenant = @tenant AND key_id = @keyId AND idempotency_key = @key", new { tenant, keyId, key, runId }),
        ct);

    /// <summary>Forgets a request that was refused: the same key may come with a better body.</summary>
    public Task ForgetAsync(string tenant, string keyId, string key, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "DELETE FROM api_request WHERE tenant = @tenant AND key_id = @keyId AND idempotency_key = @key AND run_id IS NULL", new { tenant, keyId, key }),
        ct);
}
