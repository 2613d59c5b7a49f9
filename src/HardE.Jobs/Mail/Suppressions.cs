using Dapper;
using HardE.Agents.State;

namespace HardE.Jobs.Mail;

/// <summary>Addresses that want no mail from us; asked just before each mail to a homeowner.</summary>
public sealed class Suppressions(Database database, TimeProvider clock)
{
    /// <summary>Adds an address; one that is there stays.</summary>
    /// <param name="reason">How we know: <c>stop_mail</c>, <c>link</c>, <c>staff</c>.</param>
    public Task AddAsync(string tenant, string address, string reason, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "INSERT INTO mail_suppressed (tenant, address, reason, at) VALUES (@tenant, @address, @reason, @now) ON CONFLICT (tenant, address) DO NOTHING",
            new { tenant, address = Fold(address), reason, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }),
        ct);

    public Task<bool> HasAsync(string tenant, string address, CancellationToken ct) => database.ReadAsync(
        async db => await db.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM mail_suppressed WHERE tenant = @tenant AND address = @address", new { tenant, address = Fold(address) }) > 0,
        ct);

    private static string Fold(string address) => address.Trim().ToLowerInvariant();
}
