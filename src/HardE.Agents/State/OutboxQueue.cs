using Dapper;
using HardE.Agents.Turns;

namespace HardE.Agents.State;

/// <summary>A message that waits, as the sender takes it.</summary>
public sealed record OutboxRow(string Tenant, long Attempts, OutgoingMessage Message);

/// <summary>The sender's view of the outbox table.</summary>
public sealed class OutboxQueue(Database database, OutboxOwners owners, Vault vault, NodeIdentity node, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Destinations on these channels with something to send now.</summary>
    public Task<IReadOnlyList<string>> DueDestinationsAsync(IReadOnlyList<string> channels, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async db => [.. (await db.QueryAsync<string>(
                "SELECT DISTINCT destination FROM outbox WHERE state = 'waiting' AND due_at <= @Now LIMIT 500", new { Now }))
                .Where(d => channels.Any(c => d.StartsWith(c + ":", StringComparison.Ordinal)))],
            ct);

    /// <summary>Makes this node the only sender to a destination; a SQLite file has only one node anyway.</summary>
    public async Task<bool> OwnAsync(string destination, CancellationToken ct) =>
        database.Kind == DatabaseKind.Sqlite || await owners.OwnAsync(destination, ct);

    /// <summary>The oldest waiting message of a destination; null when none is due. A newer version of the same card wins.</summary>
    public Task<OutboxRow?> NextAsync(string destination, CancellationToken ct) => database.ReadAsync(
        async db =>
        {
            var row = await db.QueryFirstOrDefaultAsync<Stored?>(
                """
                SELECT tenant AS Tenant, id AS Id, address AS Address, reply AS Reply, slot AS Slot, attempts AS Attempts, due_at AS DueAt, node AS Node
                FROM outbox WHERE destination = @destination AND state = 'waiting' ORDER BY id LIMIT 1
                """,
                new { destination });
            if (row is null || row.DueAt > Now)
            {
                return null;
            }

            var replaces = row.Slot is null ? null : await db.QueryFirstOrDefaultAsync<string?>(
                """
                SELECT platform_id FROM outbox
                WHERE tenant = @Tenant AND destination = @destination AND slot = @Slot AND platform_id IS NOT NULL
                ORDER BY id DESC LIMIT 1
                """,
                new { row.Tenant, destination, row.Slot });
            return new OutboxRow(
                row.Tenant,
                row.Attempts,
                new OutgoingMessage(
                    row.Id,
                    TurnJson.Read<ReplyAddress>(row.Address),
                    TurnJson.Read<TurnReply>(vault.Open(row.Reply)),
                    replaces,
                    MaybeSent: row.Attempts > 0 || row.Node != node.Incarnation));
        },
        ct);

    public Task SentAsync(OutboxRow row, string? platformId, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "UPDATE outbox SET state = 'sent', platform_id = @platformId, sent_at = @Now, attempts = attempts + 1 WHERE tenant = @Tenant AND id = @Id",
            new { platformId, Now, row.Tenant, row.Message.Id }),
        ct);

    /// <param name="row">What was not sent.</param>
    /// <param name="after">When it is due again.</param>
    /// <param name="counts">Whether it used up an attempt.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task RetryAsync(OutboxRow row, TimeSpan after, bool counts, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "UPDATE outbox SET attempts = attempts + @used, due_at = @due WHERE tenant = @Tenant AND id = @Id",
            new { used = counts ? 1 : 0, due = Now + (long)after.TotalMilliseconds, row.Tenant, row.Message.Id }),
        ct);

    public Task FailedAsync(OutboxRow row, string reason, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "UPDATE outbox SET state = 'failed', attempts = attempts + 1, failure = @reason WHERE tenant = @Tenant AND id = @Id",
            new { reason, row.Tenant, row.Message.Id }),
        ct);

    private sealed record Stored(string Tenant, string Id, string Address, string Reply, string? Slot, long Attempts, long DueAt, string Node);
}
