using System.Data.Common;
using Dapper;

namespace HardE.Agents.Crm.Embedded;

/// <summary>Stages, users and word lists of the embedded CRM.</summary>
internal static class EmbeddedCatalog
{
    public const string Provider = "embedded";

    private static readonly string[] Sources =
    [
        "Website", "Google", "Facebook", "Angi", "Thumbtack", "Yard sign", "Mailer", "Radio/TV", "Home show", "Canvassing",
        "Truck", "Repeat customer", "Insurance agent", "Realtor",
    ];

    /// <summary>Source: docs/wire/crm.md; sold may e-mail the customer, as a real board may.</summary>
    public static IReadOnlyList<StageRef> StandardStages { get; } =
    [
        .. new[] { "Lead", "Appointment", "Estimate", "Proposal", "Sold", "Work", "Closed", "Lost" }.Select((name, i) =>
            new StageRef(StageId(name), name, i + 1, Locked: false, name == "Sold" ? StageEffects.EmailsCustomer : StageEffects.None)),
    ];

    public static ReferenceData Reference { get; } = new(
        [.. Trades.All.Select(t => new NamedId(Id(CrmKind.Trade, t), t))],
        [],
        [.. Sources.Select(s => new NamedId(Id(CrmKind.LeadSource, Folding.Fold(s).Replace(' ', '_').Replace('/', '_')), s))],
        [],
        [.. UsStates.All.Select(s => new NamedId(Id(CrmKind.Division, s.Code), s.Code))]);

    public static CrmId Id(CrmKind kind, string value) => new(Provider, kind, value);

    public static CrmId StageId(string name) => Id(CrmKind.Stage, Folding.Fold(name).Replace(' ', '_'));

    /// <summary>Work is over in these; the others count as open.</summary>
    public static bool IsOpen(string stageName) => stageName is not ("Closed" or "Lost");

    public static async Task<IReadOnlyList<StageRef>> StagesAsync(DbConnection db, string tenant)
    {
        var own = await db.QueryAsync<(string Id, string Name, long Position, long Locked, long Effects)>(
            "SELECT id, name, position, locked, effects FROM crm_stage WHERE tenant = @tenant ORDER BY position", new { tenant });
        StageRef[] stages =
        [
            .. own.Select(s => new StageRef(
                Id(CrmKind.Stage, s.Id), s.Name, (int)s.Position, s.Locked != 0, (StageEffects)s.Effects)),
        ];
        return stages.Length > 0 ? stages : StandardStages;
    }

    /// <summary>CRM users, and the people of the company who are not among them by e-mail.</summary>
    public static async Task<IReadOnlyList<CrmUser>> UsersAsync(DbConnection db, string tenant)
    {
        var users = await db.QueryAsync<(string Id, string Name, string? Email, long Active, string? Role)>(
            """
            SELECT id, name, email, active, role FROM crm_user WHERE tenant = @tenant
            UNION ALL
            SELECT id, name, email, 1, role FROM person WHERE tenant = @tenant AND NOT EXISTS (
                SELECT 1 FROM crm_user WHERE crm_user.tenant = person.tenant
                    AND (crm_user.email = person.email OR crm_user.id = person.crm_user))
            ORDER BY 2, 1
            """,
            new { tenant });
        return [.. users.Select(u => new CrmUser(Id(CrmKind.User, u.Id), u.Name, u.Email, u.Active != 0, u.Role))];
    }

    /// <summary>The next number of a row that counts up; the first is <paramref name="start"/>.</summary>
    public static Task<long> NextAsync(DbConnection db, string tenant, string name, long start) => db.QuerySingleAsync<long>(
        """
        INSERT INTO crm_counter (tenant, name, value) VALUES (@tenant, @name, @start)
        ON CONFLICT (tenant, name) DO UPDATE SET value = crm_counter.value + 1
        RETURNING value
        """,
        new { tenant, name, start });
}
