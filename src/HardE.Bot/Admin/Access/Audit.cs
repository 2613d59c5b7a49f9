using Dapper;
using HardE.Agents.State;

namespace HardE.Bot.Admin.Access;

/// <summary>One act in the audit trail.</summary>
/// <param name="Subject">What it was done to: a run's id, a trigger's name.</param>
/// <param name="Outcome"><c>done</c>, or why nothing happened.</param>
internal sealed record AuditEntry(DateTimeOffset At, string Actor, string Act, string Subject, string? Reason, string Outcome);

/// <summary>Who did what on the pages, and why. Rows are only ever added.</summary>
internal sealed class Audit(Database database, TimeProvider clock)
{
    public Task AddAsync(AdminUser user, string act, string subject, string? reason, string outcome, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            db => db.ExecuteAsync(
                "INSERT INTO audit (tenant, id, at, actor, act, subject, reason, outcome) VALUES (@Tenant, @id, @at, @Name, @act, @subject, @reason, @outcome)",
                new { user.Tenant, id = Ids.New(now), at = now.ToUnixTimeMilliseconds(), user.Name, act, subject, reason, outcome }),
            ct);
    }

    /// <summary>Newest first.</summary>
    /// <param name="before">Entries older than this one; null begins with the newest.</param>
    public Task<IReadOnlyList<(string Id, AuditEntry Entry)>> ListAsync(string tenant, string? before, int most, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<(string, AuditEntry)>>(
            async db => [.. (await db.QueryAsync<Row>(
                """
                SELECT id, at, actor, act, subject, reason, outcome FROM audit
                WHERE tenant = @tenant AND (@before IS NULL OR id < @before) ORDER BY id DESC LIMIT @most
                """,
                new { tenant, before, most = (long)most })).Select(r => (r.Id, r.ToEntry()))],
            ct);

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public long At { get; init; }
        public string Actor { get; init; } = "";
        public string Act { get; init; } = "";
        public string Subject { get; init; } = "";
        public string? Reason { get; init; }
        public string Outcome { get; init; } = "";

        public AuditEntry ToEntry() => new(DateTimeOffset.FromUnixTimeMilliseconds(At), Actor, Act, Subject, Reason, Outcome);
    }
}
