using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using HardE.Agents.Crm;
using HardE.Agents.Models;
using HardE.Agents.NewClients;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Agents.Voice;
using HardE.Bot.Channels;
using HardE.Bot.Channels.Slack;
using HardE.Jobs.Primer;
using HardE.Simulators;
using HardE.Tests.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HardE.Tests.Channels.Slack;

/// <summary>
/// Hard-E on a loopback port with the real inbox, runner, outbox and Slack folder, one scripted agent, and the
/// simulator for Slack.
/// </summary>
internal sealed class SlackHost : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Channel = "C0SIM0001";
    private readonly string folder = Directory.CreateTempSubdirectory("harde-slack-").FullName;
    private WebApplication app = null!;

    private SlackHost(SlackSimulator slack) => Slack = slack;

    public SlackSimulator Slack { get; }
    public HttpClient Http { get; } = new();
    public IServiceProvider Services => app.Services;

    /// <summary>Requests as the agent saw them.</summary>
    public List<TurnRequest> Heard { get; } = [];

    public static async Task<SlackHost> StartAsync(
        Func<TurnContext, TurnReply>? answer = null, IReadOnlyDictionary<string, string?>? settings = null, string? openAiKey = null)
    {
        var host = new SlackHost(await SlackSimulator.StartAsync());
        var secrets = new SecretReference(name => name == "OPENAI_API_KEY" ? openAiKey : null);
        await host.RunAsync(answer ?? (turn => new TurnReply("triage_agent", $"You said: {turn.Text}")), settings ?? new Dictionary<string, string?>(), secrets);
        return host;
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string body, string mediaType, string secret = Secret, DateTimeOffset? at = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var stamp = (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        content.Headers.Add(SlackSignature.TimestampHeader, stamp);
        content.Headers.Add(SlackSignature.SignatureHeader, Sign(secret, stamp, bytes));
        return await Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public Task<HttpResponseMessage> EventAsync(JsonObject slackEvent, string? team = null) =>
        PostAsync("/slack/events", Envelope(slackEvent, team).ToJsonString(), "application/json");

    public async Task<HttpResponseMessage> FormAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        await PostAsync(path, await new FormUrlEncodedContent(fields).ReadAsStringAsync(), "application/x-www-form-urlencoded");

    public Task<HttpResponseMessage> InteractAsync(JsonObject payload) =>
        FormAsync("/slack/interactions", [KeyValuePair.Create("payload", payload.ToJsonString())]);

    public static JsonObject Envelope(JsonObject slackEvent, string? team = null) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = team ?? SlackSimulator.Team,
        ["event_id"] = $"Ev{Guid.NewGuid():N}",
        ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = team ?? SlackSimulator.Team, ["user_id"] = SlackSimulator.BotUser, ["is_bot"] = true }),
        ["event"] = slackEvent,
    };

    /// <summary>A direct message.</summary>
    public static JsonObject Direct(string text, string ts, string user = SlackSimulator.Rep) => new()
    {
        ["type"] = "message",
        ["channel_type"] = "im",
        ["channel"] = "D0SIM0001",
        ["user"] = user,
        ["text"] = text,
        ["ts"] = ts,
    };

    /// <summary>A message in a channel.</summary>
    public static JsonObject Said(string type, string text, string ts, string? thread = null, string user = SlackSimulator.Rep) => new()
    {
        ["type"] = type,
        ["channel_type"] = "channel",
        ["channel"] = Channel,
        ["user"] = user,
        ["text"] = text,
        ["ts"] = ts,
        ["thread_ts"] = thread,
    };

    /// <summary>A person's profile and role in the company.</summary>
    public Task SaveStaffAsync(string name, string email, string role) =>
        Services.GetRequiredService<People>().SaveAsync(Tenants.Default, name, email, role, null, default);

    /// <summary>Waits until people see so many things in Slack.</summary>
    public async Task<IReadOnlyList<JsonObject>> SeenAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (Slack.Seen.Count < count)
        {
            await tick.WaitForNextTickAsync(patience.Token);
        }

        return [.. Slack.Seen];
    }

    /// <summary>Waits until everything that was stored is answered and sent.</summary>
    public async Task<IReadOnlyList<JsonObject>> SettleAsync()
    {
        const string Open =
            "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'waiting') + (SELECT COUNT(*) FROM outbox WHERE state = 'waiting') + (SELECT COUNT(*) FROM slack_clip)";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var database = Services.GetRequiredService<Database>();
        while (await database.ReadAsync(db => db.ExecuteScalarAsync<long>(Open), patience.Token) > 0)
        {
            await tick.WaitForNextTickAsync(patience.Token);
        }

        return [.. Slack.Seen];
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Slack.DisposeAsync();
        Http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public static string Sign(string secret, string stamp, byte[] body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes($"v0:{stamp}:"), .. body]));

    private async Task RunAsync(Func<TurnContext, TurnReply> answer, IReadOnlyDictionary<string, string?> settings, SecretReference secrets)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Folder"] = folder,
            ["Slack:BotToken"] = SlackSimulator.BotToken,
            ["Slack:SigningSecret"] = Secret,
            ["Slack:ApiBase"] = Slack.ApiBase.ToString(),
            ["Slack:FileHosts:0"] = Slack.Authority,
            ["Slack:ResponseHosts:0"] = Slack.Authority,
        }).AddInMemoryCollection(settings);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System).AddSettings<CompanyOptions>("Company");
        services.AddState().AddTurns().AddInbox().AddSlack();
        services.AddFiles();
        services.AddHearing().AddCrm().AddNewClients();
        services.AddSettings<PrimerOptions>("Primer").AddSingleton<PrimerStore>().AddSingleton(new SchemaSource(typeof(PrimerStore).Assembly));
        services.AddSingleton(new AgentRoster([new AgentDefinition("triage_agent", "Answers.") { Entry = true }]));
        services.AddSingleton(new AgentConfig()).AddSingleton(secrets).AddModels(); // no model: the rules decide
        services.AddSingleton<IAgentRules>(new ScriptedRules("triage_agent", turn =>
        {
            lock (Heard)
            {
                Heard.Add(turn.Request);
            }

            return Decision.Say(answer(turn));
        }));
        app = builder.Build();
        app.MapSlack();
        await app.Services.GetRequiredService<SchemaUpdater>().UpdateAsync(default);
        await app.StartAsync();
        Http.BaseAddress = new Uri(app.Urls.First());
    }
}
