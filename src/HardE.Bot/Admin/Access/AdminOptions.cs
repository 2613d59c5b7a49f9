using System.ComponentModel.DataAnnotations;
using HardE.Agents.Turns;

namespace HardE.Bot.Admin.Access;

/// <summary>What somebody may do on the pages; each includes those before it.</summary>
internal enum AdminRight
{
    /// <summary>Nothing: the pages stay closed.</summary>
    None,

    /// <summary>Look.</summary>
    Viewer,

    /// <summary>Also act on runs: resume, hold, cancel, release.</summary>
    Operator,

    /// <summary>Also the recurring jobs.</summary>
    Admin,
}

/// <summary>Who may use the pages. Section <c>Admin</c>; roles are parted by commas.</summary>
internal sealed class AdminOptions : IValidatableObject
{
    /// <summary>Roles that may look.</summary>
    public string Viewers { get; init; } = Roles.Office;

    /// <summary>Roles that may also act on runs.</summary>
    public string Operators { get; init; } = $"{Roles.Director},{Roles.Owner}";

    /// <summary>Roles that may do everything.</summary>
    public string Admins { get; init; } = Roles.Admin;

    /// <summary>How long a login link waits for its one use.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")] public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long somebody stays logged in.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")] public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The right that a role gives; the strongest counts.</summary>
    public AdminRight RightOf(string role) =>
        Names(Admins).Contains(role) ? AdminRight.Admin
        : Names(Operators).Contains(role) ? AdminRight.Operator
        : Names(Viewers).Contains(role) ? AdminRight.Viewer
        : AdminRight.None;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Names($"{Viewers},{Operators},{Admins}").Where(r => !Roles.All.Contains(r))
            .Select(r => new ValidationResult($"Admin: there is no role '{r}'; there are {string.Join(", ", Roles.All)}."));

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
