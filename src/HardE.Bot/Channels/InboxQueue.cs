using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels;

/// <summary>The worker's view of the inbox table.</summary>
internal sealed class InboxQueue(Database database, Vault vault, TimeProvider clock)
{
    private static readonly TimeSpan KeysLive = TimeSpan.FromDays(7);

    /// <summary>Conversations with messages that have waited at least so long: after a restart, or left by another node.</summary>
    public Task<IReadOnlyList<ConversationKey>> WaitingAsync(TimeSpan atLeast, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<ConversationKey>>(
            async db => [.. (await db.QueryAsync<(string Tenant, string Conversation, long Urgent)>(
                """
                SELECT DISTINCT tenant, conversation_id, urgent FROM inbox
                WHERE state = 'waiting' AND received_at <= @before
                """,
                new { before = clock.GetUtcNow().Subtract(atLeast).ToUnixTimeMilliseconds() })).Select(c => new ConversationKey(c.Tenant, c.Conversation, c.Urgent == 1))],
            ct);

    /// <summary>The oldest waiting message of a conversation's lane; null when there is none.</summary>
    public Task<TurnRequest?> NextAsync(ConversationKey conversation, CancellationToken ct) => database.ReadAsync(
        async db =>
        {
            var body = await db.QueryFirstOrDefaultAsync<string?>(
                """
                SELECT request FROM inbox WHERE state = 'waiting' AND tenant = @Tenant AND conversation_id = @Conversation AND urgent = @urgent
                ORDER BY id LIMIT 1
                """,
                new { conversation.Tenant, conversation.Conversation, urgent = conversation.Urgent ? 1L : 0L });
            return body is null ? null : TurnJson.Read<TurnRequest>(vault.Open(body));
        },
        ct);

    /// <summary>The turn has ended and its reply is stored.</summary>
    public Task DoneAsync(string id, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "UPDATE inbox SET state = 'done', done_at = @now WHERE id = @id",
            new { id, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }),
        ct);

    /// <summary>Forgets delivery names that no platform repeats any more.</summary>
    public Task ForgetOldKeysAsync(CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "DELETE FROM inbox_key WHERE seen_at < @before",
            new { before = clock.GetUtcNow().Subtract(KeysLive).ToUnixTimeMilliseconds() }),
        ct);
}
