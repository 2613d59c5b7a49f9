using System.Data.Common;
using Dapper;
using HardE.Agents.State;

namespace HardE.Bot.Channels.Teams;

/// <summary>A place in Teams where the bot was seen, and how to reach it. Kept so that jobs can speak first.</summary>
internal sealed record TeamsConversation(
    string Tenant, string Account, string Id, string Kind, string ServiceUrl, string BotId, string State)
{
    public bool IsGone => State == "gone";
    public bool IsPersonal => Kind == "personal";
}

/// <summary>The places where the bot may speak. Its table is in Schema/0003_teams.sql.</summary>
internal sealed class TeamsConversations(Database database, TimeProvider clock)
{
    private const string Columns =
        "tenant AS Tenant, account AS Account, id AS Id, kind AS Kind, service_url AS ServiceUrl, bot_id AS BotId, state AS State";

    /// <summary>Remembers where an activity came from; the newest service address counts, and the place is alive again.</summary>
    public Task SeenAsync(string tenant, Activity activity, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            """
            INSERT INTO teams_conversation (tenant, account, id, kind, service_url, bot_id, user_id, person_key, team_id,
                state, greeted, first_seen, last_seen)
            VALUES (@tenant, @account, @id, @kind, @serviceUrl, @botId, @userId, @personKey, @teamId, 'live', 0, @now, @now)
            ON CONFLICT (account, id) DO UPDATE SET service_url = excluded.service_url, bot_id = excluded.bot_id,
                state = 'live', last_seen = excluded.last_seen,
                user_id = COALESCE(excluded.user_id, teams_conversation.user_id),
                person_key = COALESCE(excluded.person_key, teams_conversation.person_key),
                team_id = COALESCE(excluded.team_id, teams_conversation.team_id)
            """,
            new
            {
                tenant,
                account = activity.TenantId,
                id = activity.Conversation.Id,
                kind = activity.IsPersonal ? "personal" : activity.Conversation.ConversationType,
                serviceUrl = activity.ServiceUrl,
                botId = activity.Recipient.Id,
                userId = activity.IsPersonal ? activity.From.Id : null,
                personKey = activity.IsPersonal ? activity.From.AadObjectId : null,
                teamId = activity.ChannelData?.Team?.Id,
                now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            }),
        ct);

    public Task<TeamsConversation?> FindAsync(string account, string id, CancellationToken ct) => database.ReadAsync(
        db => db.QuerySingleOrDefaultAsync<TeamsConversation?>(
            $"SELECT {Columns} FROM teams_conversation WHERE account = @account AND id = @id", new { account, id }),
        ct);

    /// <summary>The personal chat with somebody, for messages that a job starts; null before the person's first hello.</summary>
    public Task<TeamsConversation?> FindPersonalAsync(string tenant, string account, string personKey, CancellationToken ct) =>
        database.ReadAsync(
            db => db.QueryFirstOrDefaultAsync<TeamsConversation?>(
                $"""
                SELECT {Columns} FROM teams_conversation
                WHERE tenant = @tenant AND account = @account AND person_key = @personKey AND kind = 'personal'
                ORDER BY last_seen DESC
                """,
                new { tenant, account, personKey }),
            ct);

    /// <summary>The bot was removed or blocked there: nothing more is sent until it is seen there again.</summary>
    public Task GoneAsync(string account, string id, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "UPDATE teams_conversation SET state = 'gone' WHERE account = @account AND id = @id", new { account, id }),
        ct);

    /// <summary>Takes the right to greet in a place, inside the caller's transaction.</summary>
    /// <returns>True for one caller only, ever.</returns>
    public static async Task<bool> TakeGreetingAsync(DbConnection db, string account, string id) =>
        await db.ExecuteAsync(
            "UPDATE teams_conversation SET greeted = 1 WHERE account = @account AND id = @id AND greeted = 0",
            new { account, id }) == 1;
}
