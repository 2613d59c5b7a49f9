using System.Net.Http.Headers;
using System.Text.Json;

namespace HardE.Bot.Commands.Doctor;

/// <summary>Tries configured services with calls that change nothing.</summary>
internal static class LiveDoctor
{
    public static async Task<IReadOnlyList<Diagnosis>> LookAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken ct)
    {
        var findings = new List<Diagnosis>();
        if (Value(settings, "Slack:BotToken") is { } slack)
        {
            findings.Add(await SlackAsync(Value(settings, "Slack:ApiBase") ?? "https://slack.com/api/", slack, ct));
        }

        if (Settings.SettingsSources.Variable("OPENAI_API_KEY") is { } key)
        {
            findings.Add(await OpenAiAsync(Settings.SettingsSources.Variable("OPENAI_BASE_URL") ?? "https://api.openai.com/v1", key, ct));
        }

        if (Value(settings, "Teams:AppId") is { } app && Value(settings, "Teams:AppPassword") is { } password)
        {
            findings.Add(await TeamsAsync(app, password, Value(settings, "Teams:TenantId") ?? "", ct));
        }

        return findings.Count > 0 ? findings : [new Diagnosis("live", DiagnosisState.Missing, "no outside service is configured")];
    }

    /// <summary>Slack: <c>auth.test</c>, which any token may call.</summary>
    public static Task<Diagnosis> SlackAsync(string api, string token, CancellationToken ct) => TryAsync(
        "Slack (live)",
        new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(api), "auth.test")) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } },
        json => json.TryGetProperty("ok", out var ok) && ok.GetBoolean()
            ? $"{json.GetProperty("team").GetString()} as {json.GetProperty("user").GetString()}"
            : null,
        "Check SLACK_BOT_TOKEN: OAuth & Permissions in the app's settings.",
        ct);

    /// <summary>OpenAI and compatible servers: the list of models.</summary>
    public static Task<Diagnosis> OpenAiAsync(string baseUrl, string key, CancellationToken ct) => TryAsync(
        "OpenAI (live)",
        new HttpRequestMessage(HttpMethod.Get, $"{baseUrl.TrimEnd('/')}/models") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } },
        json => json.TryGetProperty("data", out var models) ? $"{models.GetArrayLength()} models" : null,
        "Check OPENAI_API_KEY (and OPENAI_BASE_URL for other servers).",
        ct);

    /// <summary>Teams: a token for the Bot Connector.</summary>
    public static Task<Diagnosis> TeamsAsync(string app, string password, string tenant, CancellationToken ct) => TryAsync(
        "Teams (live)",
        new HttpRequestMessage(HttpMethod.Post, $"https://login.microsoftonline.com/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = app,
                ["client_secret"] = password,
                ["scope"] = "https://api.botframework.com/.default",
            }),
        },
        json => json.TryGetProperty("access_token", out _) ? "a token was given" : null,
        "Check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.",
        ct);

    private static async Task<Diagnosis> TryAsync(
        string part, HttpRequestMessage request, Func<JsonElement, string?> read, string fix, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using (request)
        {
            try
            {
                using var answer = await http.SendAsync(request, ct);
                await using var body = await answer.Content.ReadAsStreamAsync(ct);
                using var json = await JsonDocument.ParseAsync(body, cancellationToken: ct);
                return read(json.RootElement) is { } good
                    ? new Diagnosis(part, DiagnosisState.Configured, good)
                    : new Diagnosis(part, DiagnosisState.Broken, $"refused (HTTP {(int)answer.StatusCode})", fix);
            }
            catch (Exception problem) when (problem is HttpRequestException or JsonException || (problem is TaskCanceledException && !ct.IsCancellationRequested))
            {
                return new Diagnosis(part, DiagnosisState.Broken, "no answer", $"Is the network there? {fix}");
            }
        }
    }

    private static string? Value(IReadOnlyDictionary<string, string?> settings, string name) =>
        settings.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
