using System.Security.Cryptography;
using Dapper;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Admin.Access;

/// <summary>Who looks at a page now.</summary>
/// <param name="Name">As the audit trail and the history of runs show it.</param>
internal sealed record AdminUser(string Session, string Tenant, string? PersonId, string Name, AdminRight Right);

/// <summary>Logins that last. The right comes from the person's role at each request: a role that is taken away ends it.</summary>
internal sealed class AdminSessions(Database database, IOptions<AdminOptions> options, TimeProvider clock)
{
    /// <summary>How the one without a person is called.</summary>
    public const string MachineOwner = "Owner of this machine";

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <returns>The id that the cookie carries.</returns>
    public async Task<string> StartAsync(string tenant, string? personId, CancellationToken ct)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await database.WriteAsync(
            async db =>
            {
                await db.ExecuteAsync("DELETE FROM admin_session WHERE expires_at < @now", new { now = Now });
                await db.ExecuteAsync(
                    "INSERT INTO admin_session (id, tenant, person_id, created_at, expires_at) VALUES (@id, @tenant, @personId, @now, @until)",
                    new { id, tenant, personId, now = Now, until = Now + (long)options.Value.SessionLifetime.TotalMilliseconds });
            },
            ct);
        return id;
    }

    /// <returns>Null when it has ended, or the person may look no more.</returns>
    public async Task<AdminUser?> FindAsync(string id, CancellationToken ct)
    {
        var row = await database.ReadAsync(
            db => db.QuerySingleOrDefaultAsync<Row?>(
                """
                SELECT s.tenant, s.person_id, p.name, p.role FROM admin_session s
                LEFT JOIN person p ON p.tenant = s.tenant AND p.id = s.person_id
                WHERE s.id = @id AND s.ended_at IS NULL AND s.expires_at > @now
                """,
                new { id, now = Now }),
            ct);
        var right = row is null ? AdminRight.None
            : row.PersonId is null ? AdminRight.Admin
            : row.Role is { } role ? options.Value.RightOf(role) : AdminRight.None;
        return right == AdminRight.None ? null : new AdminUser(id, row!.Tenant, row.PersonId, row.Name ?? MachineOwner, right);
    }

    public Task EndAsync(string id, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync("UPDATE admin_session SET ended_at = @now WHERE id = @id AND ended_at IS NULL", new { id, now = Now }), ct);

    private sealed record Row
    {
        public string Tenant { get; init; } = "";
        public string? PersonId { get; init; }
        public string? Name { get; init; }
        public string? Role { get; init; }
    }
}
