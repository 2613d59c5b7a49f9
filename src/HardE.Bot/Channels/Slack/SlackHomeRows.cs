using Dapper;
using HardE.Agents.NewClients;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Slack;

/// <summary>A question that waits for this person's yes or no.</summary>
internal sealed record OpenQuestion(string Summary, DateTimeOffset AskedAt);

/// <summary>Something this person has begun.</summary>
internal sealed record OpenDraft(string What, DateTimeOffset ChangedAt);

/// <summary>What is open for one person, over all conversations.</summary>
internal sealed class SlackHomeRows(Database database, Vault vault, TimeProvider clock)
{
    private const int Most = 10;
    private const string Script = "script_draft";

    public Task<IReadOnlyList<OpenQuestion>> QuestionsAsync(string tenant, string user, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<OpenQuestion>>(
            async db => [.. (await db.QueryAsync<(string Summary, long At)>(
                """
                SELECT summary, created_at FROM approval WHERE tenant = @tenant AND user_id = @user AND state = 'open' AND expires_at > @now
                ORDER BY created_at DESC LIMIT @Most
                """,
                new { tenant, user, now = Now, Most })).Select(r => new OpenQuestion(vault.Open(r.Summary), At(r.At)))],
            ct);

    public Task<IReadOnlyList<OpenDraft>> DraftsAsync(string tenant, string user, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<OpenDraft>>(
            async db => [.. (await db.QueryAsync<(string Name, string Body, long At)>(
                """
                SELECT name, body, updated_at FROM state_document
                WHERE tenant = @tenant AND expires_at > @now AND name IN (@client, @script) ORDER BY updated_at DESC LIMIT @Most
                """,
                new { tenant, now = Now, client = $"{NewClientDraft.Document}:{user}", script = $"{Script}:{user}", Most }))
                .Select(r => new OpenDraft(Describe(r.Name, vault.Open(r.Body)), At(r.At)))],
            ct);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static string Describe(string name, string body)
    {
        if (name.StartsWith(Script, StringComparison.Ordinal))
        {
            return $"Script for {TurnJson.Read<ScriptGlimpse>(body).For}";
        }

        var form = TurnJson.Read<NewClientDraft>(body).Form;
        var missing = form.Missing.Count;
        return $"New customer {form.DisplayName ?? "without a name yet"}: {(missing == 0 ? "complete" : $"{missing} {(missing == 1 ? "thing" : "things")} missing")}";
    }

    private sealed record ScriptGlimpse(string For);
}
