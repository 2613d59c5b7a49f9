using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Jobs.Primer;

/// <summary>Films that wait for their asker: which customer is meant, or the yes before the homeowner gets it.</summary>
internal sealed class WaitingPrimers(Database database) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(WaitingFor who, CancellationToken ct)
    {
        var runs = await database.ReadAsync(
            async db => (await db.QueryAsync<(string Customer, string State, string? Reason, long At)>(
                """
                SELECT customer, state, reason, updated_at FROM primer_run
                WHERE tenant = @Tenant AND state IN ('asking', 'held') AND (asker_key = @person OR asker_key LIKE @account ESCAPE '!')
                ORDER BY updated_at DESC LIMIT 50
                """,
                new { who.Tenant, person = who.Speaker.PersonId ?? "", account = $"%:{Escaped(who.Speaker.UserId)}" })).ToList(),
            ct);
        return [.. runs.Select(r => Item(r.Customer, r.State, r.Reason, r.At))];
    }

    private static string Escaped(string text) => text.Replace("!", "!!", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal);

    private static WaitingItem Item(string customer, string state, string? reason, long at) => new(
        state == "held" ? $"The primer video for {customer} is ready and held" : $"The primer video for {customer}: {reason?.TrimEnd('.') ?? "I asked who is meant"}",
        DateTimeOffset.FromUnixTimeMilliseconds(at),
        state == "held" ? "press Send or Cancel on its card" : "answer the question I sent you",
        false);
}
