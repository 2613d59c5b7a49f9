using System.Data.Common;
using Dapper;
using HardE.Agents.Turns;

namespace HardE.Agents.State;

/// <summary>
/// Messages on their way out, stored before they are sent. Adding is part of the caller's transaction; the sender
/// delivers in order for each destination.
/// </summary>
public sealed class Outbox(Database database, Vault vault, NodeIdentity node, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>Adds a message inside the caller's transaction; call <see cref="Wake"/> after the commit.</summary>
    /// <param name="id">Same id again changes nothing: a repeated turn or step sends once.</param>
    public async Task AddAsync(DbConnection db, string tenant, string id, ReplyAddress to, TurnReply reply)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await db.ExecuteAsync(
            """
            INSERT INTO outbox (tenant, id, destination, address, reply, slot, state, attempts, due_at, node, created_at)
            VALUES (@tenant, @id, @destination, @address, @body, @slot, 'waiting', 0, @now, @node, @now)
            ON CONFLICT (tenant, id) DO NOTHING
            """,
            new
            {
                tenant,
                id,
                destination = to.Destination,
                address = TurnJson.Write(to),
                body = vault.Seal(TurnJson.Write(reply)),
                slot = reply.Slot,
                now,
                node = node.Incarnation,
            });
    }

    /// <summary>Adds a message in a transaction of its own and wakes the sender.</summary>
    public async Task SendAsync(string tenant, string id, ReplyAddress to, TurnReply reply, CancellationToken ct)
    {
        await database.WriteAsync(db => AddAsync(db, tenant, id, to, reply), ct);
        Wake();
    }

    /// <summary>Tells the sender that something waits.</summary>
    public void Wake() => signal.Set();
}
