namespace HardE.Bot.Commands.Settings;

/// <summary>
/// Where settings come from: the file <c>.env</c> of the working folder, then the environment, which wins. Our own are
/// <c>HARDE_Section__Name</c>; vendors' keys keep their usual names. <c>NAME_FILE</c> names a file that holds the value.
/// </summary>
internal static class SettingsSources
{
    private const string Prefix = "HARDE_";

    /// <summary>Vendors' names and the setting each one fills.</summary>
    public static readonly IReadOnlyDictionary<string, string> VendorNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["OPENAI_API_KEY"] = "Models:Keys:OPENAI_API_KEY",
        ["OPENAI_BASE_URL"] = "Models:OpenAiBaseUrl",
        ["SLACK_BOT_TOKEN"] = "Slack:BotToken",
        ["SLACK_SIGNING_SECRET"] = "Slack:SigningSecret",
        ["SLACK_APP_TOKEN"] = "Slack:AppToken",
        ["MicrosoftAppId"] = "Teams:AppId",
        ["MicrosoftAppPassword"] = "Teams:AppPassword",
        ["MicrosoftAppTenantId"] = "Teams:TenantId",
        ["MicrosoftAppType"] = "Teams:AppType",
        ["HARDE_MASTER_KEY"] = "Security:MasterKey",
        ["HARDE_ENV"] = "Environment",
    };

    /// <summary>All settings of this machine, by <c>Section:Name</c>.</summary>
    public static Dictionary<string, string?> Read() =>
        Merge(EnvFile.Read(Path.Combine(Directory.GetCurrentDirectory(), ".env")), Environment.GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value, StringComparer.Ordinal));

    /// <summary>Variables of both sources as settings; the second source wins.</summary>
    public static Dictionary<string, string?> Merge(
        IReadOnlyDictionary<string, string?> file, IReadOnlyDictionary<string, string?> environment)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in file.Concat(environment))
        {
            if (SettingOf(name) is { } setting)
            {
                settings[setting] = value;
            }
            else if (name.EndsWith("_FILE", StringComparison.Ordinal) && SettingOf(name[..^5]) is { } secret && value is { Length: > 0 })
            {
                settings[secret] = File.ReadAllText(value).Trim();
            }
        }

        return settings;
    }

    /// <summary>The setting a variable fills; null for variables that are none of ours.</summary>
    public static string? SettingOf(string variable)
    {
        if (VendorNames.TryGetValue(variable, out var setting))
        {
            return setting;
        }

        var ours = variable.StartsWith(Prefix, StringComparison.Ordinal) && !variable.EndsWith("_FILE", StringComparison.Ordinal)
            && variable.Contains("__", StringComparison.Ordinal);
        return ours ? variable[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal) : null;
    }
}
