namespace HardE.Bot.Commands.Settings;

/// <summary>A setting as somebody wrote it.</summary>
/// <param name="Name"><c>Section:Name</c>; null when the variable looks like ours but names no setting.</param>
/// <param name="Origin">File and line, or the environment variable.</param>
internal sealed record GivenSetting(string? Name, string? Value, string Origin, string Variable);

/// <summary>
/// Where settings come from: the file <c>.env</c> of the working folder, then the environment, which wins. Our own are
/// <c>HARDE_Section__Name</c>; vendors' keys keep their usual names. <c>NAME_FILE</c> names a file that holds the value.
/// </summary>
internal static class SettingsSources
{
    private const string Prefix = "HARDE_";

    /// <summary>The file of this machine's settings.</summary>
    public static string EnvPath => Path.Combine(Directory.GetCurrentDirectory(), ".env");

    /// <summary>Vendors' names and the setting each one fills.</summary>
    public static readonly IReadOnlyDictionary<string, string> VendorNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
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

    /// <summary>
    /// The value of a variable by its name, as <c>env:NAME</c> in the agent file means it: environment, <c>NAME_FILE</c>, then .env.
    /// </summary>
    public static string? Variable(string name)
    {
        var file = EnvFile.Read(EnvPath);
        string? Look(string wanted) => Environment.GetEnvironmentVariable(wanted) is { Length: > 0 } set
            ? set
            : file.LastOrDefault(l => l.Name == wanted)?.Value;
        return Look(name) ?? (Look(name + "_FILE") is { } path && File.Exists(path) ? File.ReadAllText(path).Trim() : null);
    }

    /// <summary>All settings of this machine, in order of strength: the last of a name counts.</summary>
    public static IReadOnlyList<GivenSetting> Read()
    {
        var file = EnvFile.Read(EnvPath)
            .Select(line => Understand(line.Name, line.Value, $".env line {line.Number}"));
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(e => Understand((string)e.Key, (string?)e.Value, $"environment variable {e.Key}"));
        return [.. file.Concat(environment).OfType<GivenSetting>()];
    }

    /// <summary>The same as configuration; unknown ones are left to <see cref="SettingsCheck"/>.</summary>
    public static Dictionary<string, string?> Values(IEnumerable<GivenSetting> settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in settings.Where(s => s.Name is not null))
        {
            values[setting.Name!] = setting.Value;
        }

        return values;
    }

    /// <returns>Null for a variable that is none of ours.</returns>
    public static GivenSetting? Understand(string variable, string? value, string origin)
    {
        if (SettingOf(variable) is { } name)
        {
            return new GivenSetting(name, value, origin, variable);
        }

        if (variable.EndsWith("_FILE", StringComparison.Ordinal) && SettingOf(variable[..^5]) is { } secret && value is { Length: > 0 })
        {
            return new GivenSetting(secret, File.Exists(value) ? File.ReadAllText(value).Trim() : null, $"{origin} ({value})", variable);
        }

        var looksLikeOurs = variable.StartsWith(Prefix, StringComparison.Ordinal) && !variable.StartsWith("HARDE_TEST_", StringComparison.Ordinal);
        return looksLikeOurs ? new GivenSetting(null, value, origin, variable) : null;
    }

    /// <summary>The setting that a variable fills; null when it fills none.</summary>
    internal static string? SettingOf(string variable)
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
