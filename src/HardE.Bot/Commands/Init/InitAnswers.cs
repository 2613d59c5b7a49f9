using System.Net.Mail;
using System.Text.RegularExpressions;

namespace HardE.Bot.Commands.Init;

/// <summary>What init was told. Null: not told, stays as it is.</summary>
internal sealed partial record InitAnswers
{
    public string? Company { get; init; }
    public string? Phone { get; init; }
    public string? Address { get; init; }
    public string? TimeZone { get; init; }
    public string? AreaCode { get; init; }
    public string? Logo { get; init; }

    /// <summary><c>Name &lt;mail&gt;</c>.</summary>
    public string? Director { get; init; }

    /// <summary><c>Name &lt;mail&gt;</c>.</summary>
    public string? Admin { get; init; }
    public string? SlackBotToken { get; init; }
    public string? SlackAppToken { get; init; }
    public string? SlackSigningSecret { get; init; }
    public string? TeamsAppId { get; init; }
    public string? TeamsPassword { get; init; }
    public string? TeamsTenant { get; init; }
    public string? OpenAiKey { get; init; }

    /// <summary>The same, with the company as it was set before where nothing new was said.</summary>
    public InitAnswers Over(IReadOnlyDictionary<string, string?> before) => this with
    {
        Company = Company ?? before.GetValueOrDefault("Company:Name"),
        Phone = Phone ?? before.GetValueOrDefault("Company:Phone"),
        Address = Address ?? before.GetValueOrDefault("Company:PostalAddress"),
        TimeZone = TimeZone ?? before.GetValueOrDefault("Company:TimeZone"),
        AreaCode = AreaCode ?? before.GetValueOrDefault("Company:DefaultAreaCode"),
        Logo = Logo ?? before.GetValueOrDefault("Company:Logo"),
    };

    /// <summary>Everything that cannot be right.</summary>
    public IReadOnlyList<string> Check()
    {
        List<string?> found =
        [
            string.IsNullOrWhiteSpace(Company) ? "The company's name is needed (--company)." : null,
            CheckPhone(Phone), string.IsNullOrWhiteSpace(Address) ? "The postal address is needed (--address): mail to customers must carry it." : null,
            CheckTimeZone(TimeZone), CheckAreaCode(AreaCode), CheckLogo(Logo), CheckPerson(Director, "--director"), CheckPerson(Admin, "--admin"),
            ReadPerson(Director) is { } one && ReadPerson(Admin) is { } other && one.Mail.Equals(other.Mail, StringComparison.OrdinalIgnoreCase)
                ? "Director and admin have the same address, and a person has one role: leave --admin out, or give another address." : null,
            SlackBotToken is null && (SlackAppToken ?? SlackSigningSecret) is not null ? "Slack needs the bot token as well (--slack-bot-token)." : null,
            SlackBotToken is not null && SlackAppToken is null && SlackSigningSecret is null
                ? "Slack needs the app token (--slack-app-token, Socket Mode) or the signing secret (--slack-signing-secret, HTTP) as well." : null,
            new[] { TeamsAppId, TeamsPassword, TeamsTenant }.Count(t => t is not null) is 1 or 2
                ? "Teams needs --teams-app-id, --teams-password and --teams-tenant together." : null,
        ];
        found.AddRange(Everything.Select(e => e.Value is { } text && text.Any(char.IsControl) ? $"{e.Flag} has a line break or a control character." : null));
        return [.. found.OfType<string>()];
    }

    public static string? CheckPhone(string? phone) =>
        phone is null || phone.Count(char.IsAsciiDigit) is < 10 or > 15 ? "The phone number needs its area code (--phone)." : null;

    public static string? CheckTimeZone(string? zone) =>
        zone is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
            ? null
            : $"There is no time zone '{zone}' (--time-zone); write for example America/New_York.";

    public static string? CheckAreaCode(string? code) =>
        code is null or "" || ThreeDigits().IsMatch(code) ? null : $"'{code}' is no area code (--area-code): three digits, the first 2 to 9.";

    public static string? CheckLogo(string? logo) => logo is null or "" ? null
        : Path.GetExtension(logo).ToLowerInvariant() is not (".png" or ".jpg" or ".jpeg") ? "The logo must be a PNG or JPEG (--logo)."
        : File.Exists(logo) ? null : $"There is no file {logo} (--logo).";

    public static string? CheckPerson(string? person, string flag) =>
        person is null or "" || ReadPerson(person) is not null ? null : $"{flag} '{person}' must look like: Dana Director <dana@example.com>";

    /// <summary>Name and address of <c>Name &lt;mail&gt;</c>; null when it is something else.</summary>
    public static (string Name, string Mail)? ReadPerson(string? person) =>
        MailAddress.TryCreate(person, out var read) && read.DisplayName.Length > 0 && read.Host.Contains('.', StringComparison.Ordinal)
            ? (read.DisplayName, read.Address)
            : null;

    private IEnumerable<(string Flag, string? Value)> Everything =>
    [
        ("--company", Company), ("--phone", Phone), ("--address", Address), ("--logo", Logo), ("--slack-bot-token", SlackBotToken),
        ("--slack-app-token", SlackAppToken), ("--slack-signing-secret", SlackSigningSecret), ("--teams-app-id", TeamsAppId),
        ("--teams-password", TeamsPassword), ("--teams-tenant", TeamsTenant), ("--openai-key", OpenAiKey),
    ];

    [GeneratedRegex(@"^[2-9]\d\d$")]
    private static partial Regex ThreeDigits();
}
