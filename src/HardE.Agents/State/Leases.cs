using System.Data.Common;
using Dapper;

namespace HardE.Agents.State;

/// <summary>The right to work on one thing alone, until it is given back or runs out.</summary>
/// <param name="Fence">Grows with every taking: a write with an old number is refused.</param>
public sealed record Lease(string Name, string Owner, long Fence);

/// <summary>Somebody else works on it now; whatever this process still wanted to write must not be written.</summary>
public sealed class LeaseLostException(string name) : Exception($"The lease '{name}' belongs to another node now.");

/// <summary>Who works on what. A node that dies loses its leases after <see cref="Length"/>.</summary>
public sealed class Leases(Database database, NodeIdentity node, TimeProvider clock)
{
    /// <summary>How long a lease lives without renewal; renewed every third of it.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(9);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private long Until => Now + (long)Length.TotalMilliseconds;

    /// <returns>The lease; null while another node holds it.</returns>
    public Task<Lease?> TakeAsync(string name, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var fence = await db.QuerySingleOrDefaultAsync<long?>(
                """
                INSERT INTO lease (name, owner, fence, expires_at) VALUES (@name, @owner, 1, @until)
                ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, fence = lease.fence + 1, expires_at = excluded.expires_at
                WHERE lease.expires_at < @now OR lease.owner = excluded.owner
                RETURNING fence
                """,
                new { name, owner = node.Incarnation, until = Until, now = Now });
            return fence is { } number ? new Lease(name, node.Incarnation, number) : null;
        },
        ct);

    /// <summary>Repeats the right inside the transaction that uses it.</summary>
    /// <exception cref="LeaseLostException">It is gone; the transaction must be rolled back.</exception>
    public async Task HoldAsync(DbConnection db, Lease lease)
    {
        var held = await db.ExecuteAsync(
            "UPDATE lease SET expires_at = @until WHERE name = @Name AND owner = @Owner AND fence = @Fence",
            new { until = Until, lease.Name, lease.Owner, lease.Fence });
        if (held != 1)
        {
            throw new LeaseLostException(lease.Name);
        }
    }

    /// <summary>Makes all leases of this process live on; called by the heartbeat.</summary>
    public Task RenewAsync(CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "UPDATE lease SET expires_at = @until WHERE owner = @owner AND expires_at >= @now",
            new { until = Until, owner = node.Incarnation, now = Now }),
        ct);

    /// <summary>Gives leases back.</summary>
    public Task ReleaseAsync(IReadOnlyCollection<string> names, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            foreach (var name in names)
            {
                await db.ExecuteAsync(
                    "DELETE FROM lease WHERE name = @name AND owner = @owner", new { name, owner = node.Incarnation });
            }
        },
        ct);

    /// <summary>At start: what an earlier run of this node held is free at once.</summary>
    public Task ForgetFormerSelfAsync(CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "DELETE FROM lease WHERE owner LIKE @former AND owner <> @owner",
            new { former = node.Name.Replace("%", "", StringComparison.Ordinal) + "/%", owner = node.Incarnation }),
        ct);
}
