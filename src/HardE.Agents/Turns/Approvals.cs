using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using HardE.Agents.State;

namespace HardE.Agents.Turns;

/// <summary>A yes that was asked for and may be given once.</summary>
/// <param name="Summary">What it would do, as it was shown.</param>
/// <param name="AskedIn">The turn that asked, or asked again.</param>
public sealed record Approval(
    string Id, string Agent, string Tool, string Arguments, string Hash, string State, string UserId, long ExpiresAt, string? DecidedTurn, string Summary, string AskedIn);

/// <summary>A question that waits for a yes or no.</summary>
internal sealed record OpenApproval(string Id, string Conversation, string Summary, DateTimeOffset AskedAt);

/// <summary>
/// Sealed approvals: a yes covers one hash of tool and arguments, for one person, until it expires. Late, doubled, foreign
/// or changed presses do nothing.
/// </summary>
public sealed class Approvals(Database database, Vault vault, TimeProvider clock)
{
    /// <summary>How long a question stays open.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const string Columns =
        "id AS Id, agent AS Agent, tool AS Tool, arguments AS Arguments, hash AS Hash, state AS State, user_id AS UserId, expires_at AS ExpiresAt, decided_turn AS DecidedTurn, summary AS Summary, turn_id AS AskedIn";

    /// <summary>The seal over a tool and its arguments.</summary>
    public static string Hash(string tool, JsonElement arguments) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tool}\n{CanonicalJson.Write(arguments)}")));

    /// <summary>A question for a yes on exactly this call.</summary>
    public NewApproval Ask(string agent, string tool, JsonElement arguments, string summary)
    {
        var now = clock.GetUtcNow();
        var canonical = CanonicalJson.Write(arguments);
        return new NewApproval(Ids.New(now), agent, tool, canonical, Hash(tool, arguments), summary, now + Lifetime);
    }

    /// <summary>The buttons that decide it.</summary>
    internal static IReadOnlyList<ReplyButton> Buttons(string id) =>
        [new ReplyButton("Yes, do it", $"ok:{id}", ButtonStyle.Primary), new ReplyButton("No", $"no:{id}")];

    /// <summary>How a person is asked.</summary>
    internal static TurnReply Question(string agent, string id, string summary, IReadOnlyList<ReplyPart> parts) =>
        new(agent, $"{summary}\n\nShall I go ahead? (yes / no)") { Parts = [.. parts, new ButtonsPart(Buttons(id))] };

    public Task<Approval?> FindAsync(string tenant, string id, CancellationToken ct) => database.ReadAsync(
        async db => Open(await db.QuerySingleOrDefaultAsync<Approval?>(
            $"SELECT {Columns} FROM approval WHERE tenant = @tenant AND id = @id", new { tenant, id })),
        ct);

    /// <summary>The newest open question to this person in this conversation, or the one this very turn decided before a restart.</summary>
    public Task<Approval?> FindOpenAsync(string tenant, string conversation, string userId, string turnId, CancellationToken ct) => database.ReadAsync(
        async db => Open(await db.QueryFirstOrDefaultAsync<Approval?>(
            $"""
            SELECT {Columns} FROM approval
            WHERE tenant = @tenant AND conversation_id = @conversation AND user_id = @userId
                AND ((state = 'open' AND expires_at > @now) OR decided_turn = @turnId)
            ORDER BY id DESC
            """,
            new { tenant, conversation, userId, turnId, now = clock.GetUtcNow().ToUnixTimeMilliseconds() })),
        ct);

    /// <summary>The question was shown again: a plain yes means it from here on.</summary>
    public Task AskAgainAsync(string tenant, string id, string turnId, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "UPDATE approval SET turn_id = @turnId WHERE tenant = @tenant AND id = @id AND state = 'open'", new { tenant, id, turnId }),
        ct);

    /// <summary>Every question that waits for this person, newest first.</summary>
    internal Task<IReadOnlyList<OpenApproval>> OpenOfAsync(string tenant, string userId, CancellationToken ct) => database.ReadAsync<IReadOnlyList<OpenApproval>>(
        async db => [.. (await db.QueryAsync<(string Id, string Conversation, string Summary, long At)>(
            """
            SELECT id, conversation_id, summary, created_at FROM approval
            WHERE tenant = @tenant AND user_id = @userId AND state = 'open' AND expires_at > @now ORDER BY id DESC LIMIT 50
            """,
            new { tenant, userId, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }))
            .Select(q => new OpenApproval(q.Id, q.Conversation, vault.Open(q.Summary), DateTimeOffset.FromUnixTimeMilliseconds(q.At)))],
        ct);

    /// <summary>Refuses what is open to this person in this conversation.</summary>
    /// <returns>How many questions that were.</returns>
    internal Task<int> RefuseOpenAsync(string tenant, string conversation, string userId, string turnId, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            """
            UPDATE approval SET state = 'refused', decided_at = @now, decided_turn = @turnId
            WHERE tenant = @tenant AND conversation_id = @conversation AND user_id = @userId AND (state = 'open' OR (state = 'refused' AND decided_turn = @turnId))
            """,
            new { tenant, conversation, userId, turnId, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }),
        ct);

    /// <summary>Gives or refuses it; the first decision wins, and only the person who was asked can decide.</summary>
    /// <returns>True when this turn's decision stands (also when the same turn asks again after a restart).</returns>
    public Task<bool> DecideAsync(string tenant, string id, string userId, bool yes, string turnId, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var state = yes ? "given" : "refused";
            var changed = await db.ExecuteAsync(
                """
                UPDATE approval SET state = @state, decided_at = @now, decided_turn = @turnId
                WHERE tenant = @tenant AND id = @id AND user_id = @userId
                    AND ((state = 'open' AND expires_at > @now) OR (state = @state AND decided_turn = @turnId))
                """,
                new { state, now, turnId, tenant, id, userId });
            return changed == 1;
        },
        ct);

    /// <summary>Stores a question inside the transaction that ends the turn; an older one to the same person lapses.</summary>
    internal static async Task AddAsync(DbConnection db, Vault vault, TurnRequest request, NewApproval approval, long now)
    {
        await db.ExecuteAsync(
            """
            UPDATE approval SET state = 'lapsed'
            WHERE tenant = @Tenant AND conversation_id = @Conversation AND user_id = @UserId AND state = 'open'
            """,
            new { request.Tenant, request.Conversation, request.Speaker.UserId });
        await db.ExecuteAsync(
            """
            INSERT INTO approval (tenant, id, conversation_id, turn_id, agent, tool, arguments, hash, summary, user_id, state, created_at, expires_at)
            VALUES (@Tenant, @Id, @Conversation, @TurnId, @Agent, @Tool, @Arguments, @Hash, @Summary, @UserId, 'open', @now, @Expires)
            ON CONFLICT (tenant, id) DO NOTHING
            """,
            new
            {
                request.Tenant,
                approval.Id,
                request.Conversation,
                TurnId = request.Id,
                approval.Agent,
                approval.Tool,
                Arguments = vault.Seal(approval.Arguments),
                approval.Hash,
                Summary = vault.Seal(approval.Summary),
                request.Speaker.UserId,
                now,
                Expires = approval.Expires.ToUnixTimeMilliseconds(),
            });
    }

    private Approval? Open(Approval? stored) => stored is null ? null : stored with { Arguments = vault.Open(stored.Arguments), Summary = vault.Open(stored.Summary) };

    /// <summary>When the question ran out, for the person who pressed too late.</summary>
    public static string ExpiredSentence(Approval approval, TimeZoneInfo zone) =>
        "That question ran out on " + TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(approval.ExpiresAt), zone)
            .ToString("dddd, d MMMM 'at' HH:mm", CultureInfo.GetCultureInfo("en-US")) + ". Ask me again and I will prepare it anew.";
}
