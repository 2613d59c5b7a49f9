using Dapper;
using HardE.Agents.State;

namespace HardE.Jobs.Mail;

/// <summary>A mail that arrived, for the dashboard.</summary>
/// <param name="State"><c>ordered</c>, <c>answered</c>, <c>ignored</c>, <c>refused</c> or <c>asked</c>; <c>claimed</c> while it is worked on.</param>
/// <param name="Reason">A word that says why.</param>
public sealed record MailRow(string Key, string Sender, string Subject, string State, string? Reason, string? RunId, DateTimeOffset ReceivedAt);

/// <summary>Mail that arrived: each is claimed before anything is done with it, and keeps what became of it.</summary>
public sealed class MailStore(Database database, NodeIdentity node, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Claims a mail by its key.</summary>
    /// <returns>Its state before: null for a new one. A known id with other words is <c>other_words</c>.</returns>
    public Task<string?> ClaimAsync(string tenant, string key, IncomingMail mail, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var sender = string.Join(", ", mail.From);
            var claimed = await db.ExecuteAsync(
                """
                INSERT INTO mail_message (tenant, mail_key, message_id, content_hash, sender, subject, state, node, received_at)
                VALUES (@tenant, @key, @messageId, @hash, @sender, @subject, 'claimed', @node, @now)
                ON CONFLICT (tenant, mail_key) DO NOTHING
                """,
                new { tenant, key, messageId = mail.MessageId, hash = mail.ContentHash, sender, subject = Cut(mail.Subject), node = node.Incarnation, now = Now });
            if (claimed > 0)
            {
                return null;
            }

            var (hash, state) = await db.QuerySingleAsync<(string Hash, string State)>(
                "SELECT content_hash, state FROM mail_message WHERE tenant = @tenant AND mail_key = @key", new { tenant, key });
            return hash == mail.ContentHash ? state : "other_words";
        },
        ct);

    /// <summary>Keeps what became of a mail.</summary>
    public Task SetAsync(string tenant, string key, string state, string reason, string? runId, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "UPDATE mail_message SET state = @state, reason = @reason, run_id = @runId WHERE tenant = @tenant AND mail_key = @key",
            new { tenant, key, state, reason, runId }),
        ct);

    /// <summary>Keeps a refusal of something that has no key of its own: an unreadable file, a second mail under a known id.</summary>
    public Task RefuseAsync(string tenant, string key, string sender, string reason, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            """
            INSERT INTO mail_message (tenant, mail_key, content_hash, sender, subject, state, reason, node, received_at)
            VALUES (@tenant, @key, '', @sender, '', 'refused', @reason, @node, @now) ON CONFLICT (tenant, mail_key) DO NOTHING
            """,
            new { tenant, key, sender, reason, node = node.Incarnation, now = Now }),
        ct);

    /// <summary>Orders of a sender in the last hour.</summary>
    public Task<long> OrdersInTheLastHourAsync(string tenant, string sender, CancellationToken ct) => database.ReadAsync(
        db => db.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM mail_message WHERE tenant = @tenant AND sender = @sender AND state = 'ordered' AND received_at > @since",
            new { tenant, sender, since = Now - 3_600_000 }),
        ct);

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<MailRow>> ListAsync(string tenant, int most, CancellationToken ct) => database.ReadAsync<IReadOnlyList<MailRow>>(
        async db => [.. (await db.QueryAsync<Row>(
            """
            SELECT mail_key, sender, subject, state, reason, run_id, received_at FROM mail_message
            WHERE tenant = @tenant ORDER BY received_at DESC, mail_key LIMIT @most
            """,
            new { tenant, most = (long)most }))
            .Select(r => new MailRow(r.MailKey, r.Sender, r.Subject, r.State, r.Reason, r.RunId, DateTimeOffset.FromUnixTimeMilliseconds(r.ReceivedAt)))],
        ct);

    private static string Cut(string text) => text.Length <= 200 ? text : text[..200];

    private sealed record Row
    {
        public string MailKey { get; init; } = "";
        public string Sender { get; init; } = "";
        public string Subject { get; init; } = "";
        public string State { get; init; } = "";
        public string? Reason { get; init; }
        public string? RunId { get; init; }
        public long ReceivedAt { get; init; }
    }
}
