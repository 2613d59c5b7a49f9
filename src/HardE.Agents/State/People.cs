using Dapper;
using HardE.Agents.Turns;

namespace HardE.Agents.State;

/// <summary>Somebody who works with Hard-E, known by one e-mail address and any number of chat accounts.</summary>
public sealed record StaffMember(string Id, string Name, string? Email, string Role, string? CrmUser);

/// <summary>Who is who in a company, and what each may do.</summary>
public sealed class People(Database database, TimeProvider clock)
{
    private const string Columns = "person.id AS Id, person.name AS Name, person.email AS Email, person.role AS Role, person.crm_user AS CrmUser";

    public Task<StaffMember?> FindByAccountAsync(string tenant, string channel, string account, string userId, CancellationToken ct) =>
        database.ReadAsync(
            db => db.QuerySingleOrDefaultAsync<StaffMember?>(
                $"""
                SELECT {Columns} FROM person_account
                JOIN person ON person.tenant = person_account.tenant AND person.id = person_account.person_id
                WHERE person_account.tenant = @tenant AND channel = @channel AND account = @account AND user_id = @userId
                """,
                new { tenant, channel, account, userId }),
            ct);

    /// <summary>Compares addresses in lower case.</summary>
    public Task<StaffMember?> FindByEmailAsync(string tenant, string email, CancellationToken ct) => database.ReadAsync(
        db => db.QuerySingleOrDefaultAsync<StaffMember?>(
            $"SELECT {Columns} FROM person WHERE tenant = @tenant AND email = @email",
            new { tenant, email = email.Trim().ToLowerInvariant() }),
        ct);

    public Task<IReadOnlyList<StaffMember>> ListAsync(string tenant, CancellationToken ct) => database.ReadAsync<IReadOnlyList<StaffMember>>(
        async db => [.. await db.QueryAsync<StaffMember>($"SELECT {Columns} FROM person WHERE tenant = @tenant ORDER BY name", new { tenant })],
        ct);

    /// <summary>Adds a person, or changes name and role of the one with this e-mail address.</summary>
    /// <returns>The person's id.</returns>
    public Task<string> SaveAsync(string tenant, string name, string email, string role, string? crmUser, CancellationToken ct) =>
        database.WriteAsync(
            db => db.QuerySingleAsync<string>(
                """
                INSERT INTO person (tenant, id, name, email, role, crm_user, created_at)
                VALUES (@tenant, @id, @name, @email, @role, @crmUser, @now)
                ON CONFLICT (tenant, email) DO UPDATE SET name = excluded.name, role = excluded.role,
                    crm_user = COALESCE(excluded.crm_user, person.crm_user)
                RETURNING id
                """,
                new
                {
                    tenant,
                    id = Ids.New(clock.GetUtcNow()),
                    name,
                    email = email.Trim().ToLowerInvariant(),
                    role = Roles.All.Contains(role) ? role : throw new ArgumentException($"No role '{role}'.", nameof(role)),
                    crmUser,
                    now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                }),
            ct);

    /// <summary>Chat accounts of a person: where a private message reaches them (channel, account, user id).</summary>
    public Task<IReadOnlyList<(string Channel, string Account, string UserId)>> AccountsAsync(string tenant, string personId, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<(string Channel, string Account, string UserId)>>(
            async db => [.. await db.QueryAsync<(string Channel, string Account, string UserId)>(
                "SELECT channel, account, user_id FROM person_account WHERE tenant = @tenant AND person_id = @personId ORDER BY channel, account, user_id",
                new { tenant, personId })],
            ct);

    /// <summary>Says that this chat account is this person.</summary>
    public Task LinkAsync(string tenant, string personId, string channel, string account, string userId, CancellationToken ct) =>
        database.WriteAsync(
            db => db.ExecuteAsync(
                """
                INSERT INTO person_account (tenant, channel, account, user_id, person_id)
                VALUES (@tenant, @channel, @account, @userId, @personId)
                ON CONFLICT (tenant, channel, account, user_id) DO UPDATE SET person_id = excluded.person_id
                """,
                new { tenant, personId, channel, account, userId }),
            ct);
}
