using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Embedded;

/// <summary>Records to start an embedded CRM with: the samples, and the fixtures of eval cases (specs: evals).</summary>
public sealed record CrmSeed(
    IReadOnlyList<SeedUser>? Users = null, IReadOnlyList<SeedCustomer>? Customers = null, IReadOnlyList<SeedJob>? Jobs = null,
    IReadOnlyList<SeedStage>? Stages = null);

public sealed record SeedUser(string Id, string Name, string? Email = null, string? Role = null, bool Active = true);

public sealed record SeedStage(string Name, bool EmailsCustomer = false, bool CreatesTasks = false, bool PushesUsers = false, bool Locked = false);

public sealed record SeedPhone(PhoneLabel Label, string Number, string? Ext = null);

public sealed record SeedContact(string FirstName, string LastName, string? Relation = null);

public sealed record SeedCustomer(
    string Id, string? FirstName = null, string? LastName = null, string? CompanyName = null, IReadOnlyList<SeedPhone>? Phones = null,
    string? Email = null, string? Street = null, string? City = null, string? State = null, string? Zip = null, string? Rep = null,
    string? Note = null, string? LeadSource = null, IReadOnlyList<SeedContact>? Contacts = null)
{
    public IReadOnlyList<SeedNote>? Notes { get; init; }
}

/// <param name="Updated">A date, a time, or days from now such as <c>-3d</c>.</param>
public sealed record SeedJob(
    string Id, string Number, string CustomerId, IReadOnlyList<string>? Trades = null, string? Stage = null, string? Description = null,
    string? Rep = null, string? Updated = null, IReadOnlyList<SeedNote>? Notes = null)
{
    public string? Name { get; init; }
    public bool Insurance { get; init; }

    /// <summary>As <see cref="Updated"/>, with a time: <c>+2d 15:00</c>.</summary>
    public string? Appointment { get; init; }
    public decimal? Total { get; init; }
    public decimal? Received { get; init; }
    public string? SignedOn { get; init; }
}

public sealed record SeedNote(string At, string By, string Text, IReadOnlyList<string>? Mentions = null);

/// <summary>Moments as seeds write them.</summary>
internal static partial class SeedDate
{
    /// <summary>A date alone means noon; days from now are counted in the company's zone.</summary>
    /// <exception cref="FormatException">It is none of the forms.</exception>
    public static DateTimeOffset Parse(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (Relative().Match(text) is { Success: true } match)
        {
            var local = TimeZoneInfo.ConvertTime(now, zone);
            var day = local.Date.AddDays(int.Parse(match.Groups["days"].Value, CultureInfo.InvariantCulture));
            var time = match.Groups["time"].Success ? TimeSpan.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture) : TimeSpan.FromHours(12);
            return At(day + time, zone);
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? At(date.ToDateTime(new TimeOnly(12, 0)), zone)
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone) => new(local, zone.GetUtcOffset(local));

    [GeneratedRegex(@"^(?<days>[+-]\d{1,4})d( (?<time>\d{2}:\d{2}))?$")]
    private static partial Regex Relative();
}
