using System.Security.Cryptography;
using HardE.Bot.Commands.Settings;

namespace HardE.Bot.Commands.Init;

/// <summary>Answers as variables of <c>.env</c>.</summary>
internal static class InitSettings
{
    public const string KnowledgeFolder = "HARDE_Knowledge__Folder";
    public const string PricingFolder = "HARDE_Pricing__Folder";
    private const string MasterKey = "HARDE_MASTER_KEY";

    /// <param name="answers">Checked answers.</param>
    /// <param name="before">Settings of this machine until now.</param>
    /// <param name="data">The data folder.</param>
    public static IReadOnlyDictionary<string, string> Of(InitAnswers answers, IReadOnlyDictionary<string, string?> before, string data)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HARDE_Company__Name"] = answers.Company ?? "",
            ["HARDE_Company__Phone"] = answers.Phone ?? "",
            ["HARDE_Company__PostalAddress"] = answers.Address ?? "",
            ["HARDE_Company__TimeZone"] = answers.TimeZone ?? "",
            ["HARDE_Company__DefaultAreaCode"] = answers.AreaCode ?? "",
            ["HARDE_Company__Logo"] = answers.Logo is { Length: > 0 } logo ? Path.GetFullPath(logo) : "",
            ["HARDE_Company__Demo"] = "false",
            [KnowledgeFolder] = Kept(before, "Knowledge:Folder") ?? Path.Combine(data, "knowledge"),
            [PricingFolder] = Kept(before, "Pricing:Folder") ?? Path.Combine(data, "catalog"),
        };
        if (Kept(before, "Security:MasterKey") is null)
        {
            settings[MasterKey] = PresentKey(data) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        }

        foreach (var (name, value) in Keys(answers).Where(k => k.Value is { Length: > 0 }))
        {
            settings[name] = value!;
        }

        return settings;
    }

    /// <summary>The same by the names of settings, to try them before they are written.</summary>
    public static Dictionary<string, string?> AsConfiguration(IReadOnlyDictionary<string, string> settings) =>
        SettingsSources.Values(settings.Select(s => SettingsSources.Understand(s.Key, s.Value, "init")).OfType<GivenSetting>());

    private static IEnumerable<(string Name, string? Value)> Keys(InitAnswers answers) =>
    [
        ("SLACK_BOT_TOKEN", answers.SlackBotToken),
        ("SLACK_APP_TOKEN", answers.SlackAppToken),
        ("SLACK_SIGNING_SECRET", answers.SlackSigningSecret),
        ("HARDE_Slack__Mode", answers.SlackAppToken is { Length: > 0 } ? "socket" : answers.SlackSigningSecret is { Length: > 0 } ? "http" : null),
        ("MicrosoftAppId", answers.TeamsAppId),
        ("MicrosoftAppPassword", answers.TeamsPassword),
        ("MicrosoftAppTenantId", answers.TeamsTenant),
        ("OPENAI_API_KEY", answers.OpenAiKey),
    ];

    /// <summary>The key that already wraps what is stored; another one would lose it.</summary>
    private static string? PresentKey(string data)
    {
        var file = Path.Combine(data, "master.key");
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    private static string? Kept(IReadOnlyDictionary<string, string?> before, string name) =>
        before.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
