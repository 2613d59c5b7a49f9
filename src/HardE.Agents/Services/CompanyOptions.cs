using System.ComponentModel.DataAnnotations;

namespace HardE.Agents.Services;

/// <summary>Who we work for, as homeowners know the company. Section <c>Company</c>, written by <c>./harde init</c>.</summary>
public sealed class CompanyOptions
{
    [Required] public string Name { get; init; } = "Sample Exteriors";
    public string Phone { get; init; } = "201-555-0100";
    public string PostalAddress { get; init; } = "100 Sample Street, Hoboken, NJ 07030";

    /// <summary>IANA name; dates that people read are in this zone.</summary>
    [Required] public string TimeZone { get; init; } = "America/New_York";

    /// <summary>Proposed for seven-digit numbers; none means the bot asks.</summary>
    [RegularExpression(@"^([2-9]\d\d)?$")] public string DefaultAreaCode { get; init; } = "";

    /// <summary>PNG or JPEG for cards and videos; the built-in mark when empty.</summary>
    public string Logo { get; init; } = "";

    /// <summary>Main colour of cards and videos, <c>#RRGGBB</c>.</summary>
    [RegularExpression("^#[0-9A-Fa-f]{6}$")] public string Color { get; init; } = "#12304A";

    /// <summary>True while the world is made of samples: set by the embedded CRM's contents, refused in production.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>The zone as an object.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
