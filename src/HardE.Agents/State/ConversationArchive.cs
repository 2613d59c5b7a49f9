using Dapper;
using HardE.Agents.Turns;

namespace HardE.Agents.State;

/// <summary>Reads what was said and done from outside a turn: pages, forms, what waits for a person.</summary>
public sealed class ConversationArchive(Database database, Vault vault, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The turns of a conversation with all their steps, oldest first.</summary>
    public Task<IReadOnlyList<TurnTrace>> TraceAsync(string tenant, string conversation, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<TurnTrace>>(
            async db =>
            {
                var key = new { tenant, conversation };
                var turns = await db.QueryAsync<(string Id, long At, string State, string? Agent)>(
                    "SELECT id, started_at, state, agent FROM turn WHERE tenant = @tenant AND conversation_id = @conversation ORDER BY id", key);
                var lines = (await db.QueryAsync<(string Id, string Text)>(
                    "SELECT id, text FROM message WHERE tenant = @tenant AND conversation_id = @conversation", key)).ToDictionary(l => l.Id, l => vault.Open(l.Text));
                var steps = (await db.QueryAsync<(string Turn, long Seq, string Kind, string Agent, string Name, string? Request, string State, string? Result)>(
                    """
                    SELECT turn_id, seq, kind, agent, name, request, state, result FROM turn_step WHERE tenant = @tenant
                        AND turn_id IN (SELECT id FROM turn WHERE tenant = @tenant AND conversation_id = @conversation) ORDER BY turn_id, seq
                    """,
                    key)).ToLookup(s => s.Turn);
                return [.. turns.Select(t => new TurnTrace(
                    t.Id, DateTimeOffset.FromUnixTimeMilliseconds(t.At), t.State, t.Agent, lines.GetValueOrDefault($"{t.Id}a", ""), lines.GetValueOrDefault($"{t.Id}b", ""),
                    [.. steps[t.Id].Select(s => new StepRecord(s.Seq, s.Kind, s.Agent, s.Name, null, Open(s.Request), null, s.State, Open(s.Result)))]))];
            },
            ct);

    /// <summary>The living documents of this name in all conversations of a company, newest first.</summary>
    public Task<IReadOnlyList<FoundDocument<T>>> FindDocumentsAsync<T>(string tenant, string name, CancellationToken ct) where T : class =>
        database.ReadAsync<IReadOnlyList<FoundDocument<T>>>(
            async db => [.. (await db.QueryAsync<(string Conversation, string Body, long At)>(
                """
                SELECT conversation_id, body, updated_at FROM state_document
                WHERE tenant = @tenant AND name = @name AND expires_at > @Now ORDER BY updated_at DESC LIMIT 50
                """,
                new { tenant, name, Now })).Select(d => new FoundDocument<T>(
                    d.Conversation, TurnJson.Read<T>(vault.Open(d.Body)), DateTimeOffset.FromUnixTimeMilliseconds(d.At)))],
            ct);

    /// <summary>What a person said in a turn; null when it is not kept any more.</summary>
    public Task<string?> FindSaidAsync(string tenant, string turn, CancellationToken ct) => database.ReadAsync(
        async db => Open(await db.QuerySingleOrDefaultAsync<string?>(
            "SELECT m.text FROM turn t JOIN message m ON m.tenant = t.tenant AND m.conversation_id = t.conversation_id AND m.id = @line WHERE t.tenant = @tenant AND t.id = @turn",
            new { tenant, turn, line = turn + "a" })),
        ct);

    /// <summary>A document of a conversation outside any turn; null when there is none.</summary>
    public Task<T?> FindDocumentAsync<T>(string tenant, string conversation, string name, CancellationToken ct) where T : class => database.ReadAsync(
        async db => Open(await db.QuerySingleOrDefaultAsync<string?>(
            "SELECT body FROM state_document WHERE tenant = @tenant AND conversation_id = @conversation AND name = @name AND expires_at > @Now",
            new { tenant, conversation, name, Now })) is { } body ? TurnJson.Read<T>(body) : null,
        ct);

    private string? Open(string? text) => text is null ? null : vault.Open(text);
}

/// <summary>A state document and where it belongs.</summary>
public sealed record FoundDocument<T>(string Conversation, T Value, DateTimeOffset ChangedAt);
