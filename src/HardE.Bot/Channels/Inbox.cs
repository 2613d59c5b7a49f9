using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels;

/// <summary>
/// Takes what people say: stores it before the channel gets its answer, drops what was delivered before, and lets one
/// turn at a time run in each conversation, in order of arrival.
/// </summary>
internal sealed class Inbox(Database database, Vault vault, InboxSignal signal, TimeProvider clock)
{
    /// <summary>Stores a request; when this returns, it is on disk and will be answered.</summary>
    /// <param name="keys">
    /// The delivery's names on its platform. One of them seen before: nothing happens (all are remembered).
    /// </param>
    /// <param name="request">Its id is made here unless the channel made one with <see cref="Ids"/>.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>False for a delivery that was seen before.</returns>
    /// <exception cref="HardE.Agents.Services.ServiceException">Nothing was stored: the channel answers 503.</exception>
    public async Task<bool> AcceptAsync(IReadOnlyList<string> keys, TurnRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = request.Id.Length > 0 ? request.Id : Ids.New(now);
        var names = keys.Order(StringComparer.Ordinal).ToArray(); // one order for all, so that two nodes cannot block each other
        var urgent = IsUrgent(request);
        var body = vault.Seal(TurnJson.Write(request with { Id = id }));
        var added = await database.WriteAsync(
            async db =>
            {
                var fresh = 0;
                foreach (var name in names)
                {
                    fresh += await db.ExecuteAsync(
                        "INSERT INTO inbox_key (delivery, inbox_id, seen_at) VALUES (@name, @id, @at) ON CONFLICT (delivery) DO NOTHING",
                        new { name, id, at = now.ToUnixTimeMilliseconds() });
                }

                if (fresh == names.Length)
                {
                    await db.ExecuteAsync(
                        """
                        INSERT INTO inbox (id, tenant, conversation_id, request, state, received_at, urgent)
                        VALUES (@id, @Tenant, @Conversation, @body, 'waiting', @at, @urgent)
                        """,
                        new { id, request.Tenant, request.Conversation, body, at = now.ToUnixTimeMilliseconds(), urgent = urgent ? 1L : 0L });
                }

                return fresh == names.Length;
            },
            ct);
        if (added)
        {
            signal.Set(new ConversationKey(request.Tenant, request.Conversation, urgent));
        }

        return added;
    }

    /// <summary>Whether a delivery of this name was taken within the last days.</summary>
    public async Task<bool> HasSeenAsync(string key, CancellationToken ct) => await database.ReadAsync(
        db => db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox_key WHERE delivery = @key", new { key }), ct) > 0;

    /// <summary>Takes a request back that nobody has begun to work on: its sender deleted or reworded it.</summary>
    /// <returns>False when there is none, or its turn has begun.</returns>
    public async Task<bool> WithdrawAsync(string key, CancellationToken ct) => await database.WriteAsync(
        db => db.ExecuteAsync(
            """
            UPDATE inbox SET state = 'withdrawn', done_at = @now
            WHERE state = 'waiting' AND id IN (SELECT inbox_id FROM inbox_key WHERE delivery = @key)
                AND NOT EXISTS (SELECT 1 FROM turn WHERE turn.tenant = inbox.tenant AND turn.id = inbox.id)
            """,
            new { key, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }),
        ct) > 0;

    /// <summary>A stop, and a press that answers a question, must not wait behind the turn that runs.</summary>
    private static bool IsUrgent(TurnRequest request) => request.Press is { } press
        ? press.Split(':', 2)[0] is "ok" or "no" or "undo"
        : StandingOrders.Of(request.Text) == StandingOrder.Stop;
}

/// <summary>One dialogue of one company; what is urgent in it goes in a lane of its own.</summary>
internal readonly record struct ConversationKey(string Tenant, string Conversation, bool Urgent = false);
