using System.Security.Cryptography;
using System.Text;
using Dapper;
using HardE.Agents.State;
using HardE.Bot.Commands;
using HardE.Jobs.Delivery;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Admin.Access;

/// <summary>
/// Links that log somebody in once. Opening one only shows a button; pressing it spends the link, because mail scanners
/// and chat previews open every link they see.
/// </summary>
internal sealed class LoginLinks(
    Database database, HostFile host, IOptions<AdminOptions> options, IOptions<PublicAddressOptions> address, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public TimeSpan Lifetime => options.Value.LinkLifetime;

    /// <summary>Makes a link.</summary>
    /// <param name="personId">Whose it is; null for the owner of this machine.</param>
    public async Task<Uri> MakeAsync(string tenant, string? personId, CancellationToken ct)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await database.WriteAsync(
            async db =>
            {
                await db.ExecuteAsync("DELETE FROM login_link WHERE expires_at < @old", new { old = Now - (long)TimeSpan.FromDays(7).TotalMilliseconds });
                await db.ExecuteAsync(
                    "INSERT INTO login_link (hash, tenant, person_id, created_at, expires_at) VALUES (@hash, @tenant, @personId, @now, @until)",
                    new { hash = Hash(token), tenant, personId, now = Now, until = Now + (long)Lifetime.TotalMilliseconds });
            },
            ct);
        return new Uri(Base(), $"login/{token}");
    }

    /// <summary>True while the link can still be used; spends nothing.</summary>
    public async Task<bool> IsGoodAsync(string token, CancellationToken ct) => await database.ReadAsync(
        db => db.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM login_link WHERE hash = @hash AND spent_at IS NULL AND expires_at > @now", new { hash = Hash(token), now = Now }),
        ct) > 0;

    /// <summary>Uses the link; of two at once one wins.</summary>
    /// <returns>Whose it was; null when it is spent, too old or unknown.</returns>
    public Task<(string Tenant, string? PersonId)?> SpendAsync(string token, CancellationToken ct) => database.WriteAsync<(string, string?)?>(
        async db =>
        {
            var spent = await db.QueryAsync<(string, string?)>(
                "UPDATE login_link SET spent_at = @now WHERE hash = @hash AND spent_at IS NULL AND expires_at > @now RETURNING tenant, person_id",
                new { hash = Hash(token), now = Now });
            return spent.Select(s => ((string, string?)?)s).FirstOrDefault();
        },
        ct);

    /// <summary>Where people reach the pages: the public address, else where this host listens.</summary>
    private Uri Base()
    {
        var outside = address.Value.PublicUrl;
        if (!outside.IsLoopback || host.Url is not { } own)
        {
            return new Uri(outside.AbsoluteUri.TrimEnd('/') + "/");
        }

        var local = own.Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal);
        return new Uri(local.TrimEnd('/') + "/");
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
