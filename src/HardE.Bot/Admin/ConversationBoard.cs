using System.Security.Cryptography;
using Dapper;
using HardE.Agents.State;

namespace HardE.Bot.Admin;

/// <summary>A conversation in the list.</summary>
/// <param name="Words">The newest message, or the one that was found.</param>
internal sealed record ConversationLine(string Id, string Channel, string Who, string Words, DateTimeOffset LastAt);

/// <summary>Something that was said.</summary>
internal sealed record SaidLine(string Role, string Name, string Text, DateTimeOffset At);

/// <summary>A tool that ran.</summary>
internal sealed record ToolLine(string Agent, string Name, string State, DateTimeOffset At);

/// <summary>Conversations for those who may read them. Words are sealed in the database, so a search opens the newest messages one by one.</summary>
internal sealed class ConversationBoard(Database database, Vault vault)
{
    /// <summary>How many of the newest messages a search looks at.</summary>
    public const int Searched = 3000;

    private const int MostFound = 50;

    /// <summary>Newest first.</summary>
    /// <param name="before">Older than this; null begins with the newest.</param>
    public async Task<IReadOnlyList<ConversationLine>> ListAsync(string tenant, DateTimeOffset? before, int most, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            async db => (await db.QueryAsync<Row>(
                """
                SELECT c.id, c.channel, c.last_at, m.name, m.text FROM conversation c
                LEFT JOIN message m ON m.tenant = c.tenant AND m.conversation_id = c.id
                    AND m.id = (SELECT MAX(n.id) FROM message n WHERE n.tenant = c.tenant AND n.conversation_id = c.id AND n.role = 'user')
                WHERE c.tenant = @tenant AND c.last_at < @before ORDER BY c.last_at DESC LIMIT @most
                """,
                new { tenant, before = before?.ToUnixTimeMilliseconds() ?? long.MaxValue, most = (long)most })).ToList(),
            ct);
        return [.. rows.Select(r => new ConversationLine(r.Id, r.Channel, r.Name, Open(r.Text), DateTimeOffset.FromUnixTimeMilliseconds(r.LastAt)))];
    }

    /// <summary>Conversations in which a person's name or words hold the text, newest first.</summary>
    public async Task<IReadOnlyList<ConversationLine>> SearchAsync(string tenant, string text, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            async db => (await db.QueryAsync<Row>(
                """
                SELECT m.conversation_id AS id, c.channel, m.said_at AS last_at, m.name, m.text FROM message m
                JOIN conversation c ON c.tenant = m.tenant AND c.id = m.conversation_id
                WHERE m.tenant = @tenant ORDER BY m.said_at DESC LIMIT @most
                """,
                new { tenant, most = (long)Searched })).ToList(),
            ct);
        return [.. rows
            .Select(r => new ConversationLine(r.Id, r.Channel, r.Name, Open(r.Text), DateTimeOffset.FromUnixTimeMilliseconds(r.LastAt)))
            .Where(l => l.Words.Contains(text, StringComparison.OrdinalIgnoreCase) || l.Who.Contains(text, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(l => l.Id).Take(MostFound)];
    }

    /// <summary>The newest messages of one conversation and the tools that ran, oldest first.</summary>
    public async Task<(IReadOnlyList<SaidLine> Said, IReadOnlyList<ToolLine> Tools)> ReadAsync(string tenant, string id, int most, CancellationToken ct)
    {
        var (said, tools) = await database.ReadAsync(
            async db => (
                (await db.QueryAsync<(string Role, string Name, string Text, long At)>(
                    "SELECT role, name, text, said_at FROM message WHERE tenant = @tenant AND conversation_id = @id ORDER BY id DESC LIMIT @most",
                    new { tenant, id, most = (long)most })).Reverse().ToList(),
                (await db.QueryAsync<(string Agent, string Name, string State, long At)>(
                    """
                    SELECT s.agent, s.name, s.state, s.at FROM turn t JOIN turn_step s ON s.tenant = t.tenant AND s.turn_id = t.id
                    WHERE t.tenant = @tenant AND t.conversation_id = @id AND s.kind = 'tool' ORDER BY s.at DESC LIMIT @most
                    """,
                    new { tenant, id, most = (long)most })).Reverse().ToList()),
            ct);
        return (
            [.. said.Select(s => new SaidLine(s.Role, s.Name, Open(s.Text), DateTimeOffset.FromUnixTimeMilliseconds(s.At)))],
            [.. tools.Select(t => new ToolLine(t.Agent, t.Name, t.State, DateTimeOffset.FromUnixTimeMilliseconds(t.At)))]);
    }

    private string Open(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? "" : vault.Open(text);
        }
        catch (CryptographicException)
        {
            return "(sealed with another key)";
        }
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string Channel { get; init; } = "";
        public long LastAt { get; init; }
        public string Name { get; init; } = "";
        public string? Text { get; init; }
    }
}
