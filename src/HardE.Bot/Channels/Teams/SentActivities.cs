using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Teams;

/// <summary>Where one activity of an outgoing message went.</summary>
internal readonly record struct SentPlace(string Tenant, string Account, string ConversationId, string MessageId);

/// <summary>
/// What Teams took, activity by activity: a message whose second activity failed goes on with that one, and a press or a
/// thumb finds what it belongs to. Its tables are in Schema/0003_teams.sql.
/// </summary>
internal sealed class SentActivities(Database database, Vault vault, TimeProvider clock)
{
    /// <summary>Stands for the id of an activity that was sent and may or may not have arrived.</summary>
    public const string Unclear = "?";

    /// <returns>Ids of the activities that were sent, by their place in the message.</returns>
    public Task<IReadOnlyDictionary<int, string>> OfMessageAsync(string account, string messageId, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<int, string>>(
            async db => (await db.QueryAsync<(long Part, string Id)>(
                "SELECT part, activity_id FROM teams_sent WHERE account = @account AND message_id = @messageId",
                new { account, messageId })).ToDictionary(r => (int)r.Part, r => r.Id),
            ct);

    /// <param name="pressable">The reply, when this activity is a card with buttons.</param>
    public Task SaveAsync(SentPlace place, int part, string activityId, TurnReply? pressable, CancellationToken ct) =>
        database.WriteAsync(
            db => db.ExecuteAsync(
                """
                INSERT INTO teams_sent (tenant, account, conversation_id, message_id, part, activity_id, reply, sent_at)
                VALUES (@Tenant, @Account, @ConversationId, @MessageId, @part, @activityId, @reply, @now)
                ON CONFLICT (account, message_id, part) DO UPDATE SET activity_id = excluded.activity_id, reply = excluded.reply
                """,
                new
                {
                    place.Tenant,
                    place.Account,
                    place.ConversationId,
                    place.MessageId,
                    part = (long)part,
                    activityId,
                    reply = pressable is null ? null : vault.Seal(TurnJson.Write(pressable)),
                    now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                }),
            ct);

    /// <returns>The reply whose card this activity shows; null when it has no buttons or is not ours.</returns>
    public Task<TurnReply?> FindCardAsync(string account, string conversationId, string activityId, CancellationToken ct) =>
        database.ReadAsync(
            async db =>
            {
                var reply = await db.QueryFirstOrDefaultAsync<string?>(
                    """
                    SELECT reply FROM teams_sent
                    WHERE account = @account AND conversation_id = @conversationId AND activity_id = @activityId
                    ORDER BY sent_at DESC
                    """,
                    new { account, conversationId, activityId });
                return reply is null ? null : TurnJson.Read<TurnReply>(vault.Open(reply));
            },
            ct);

    /// <summary>Keeps a thumb up or down; a changed mind replaces it.</summary>
    public Task SaveFeedbackAsync(SentPlace place, string userId, string reaction, string text, CancellationToken ct) =>
        database.WriteAsync(
            db => db.ExecuteAsync(
                """
                INSERT INTO teams_feedback (tenant, account, conversation_id, activity_id, user_id, reaction, text, given_at)
                VALUES (@Tenant, @Account, @ConversationId, @MessageId, @userId, @reaction, @text, @now)
                ON CONFLICT (account, conversation_id, activity_id, user_id)
                    DO UPDATE SET reaction = excluded.reaction, text = excluded.text, given_at = excluded.given_at
                """,
                new
                {
                    place.Tenant,
                    place.Account,
                    place.ConversationId,
                    place.MessageId,
                    userId,
                    reaction,
                    text = vault.Seal(text),
                    now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                }),
            ct);
}
