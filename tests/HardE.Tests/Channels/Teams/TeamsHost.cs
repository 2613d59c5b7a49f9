using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Channels;
using HardE.Bot.Channels.Teams;
using HardE.Jobs.Delivery;
using HardE.Simulators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HardE.Tests.Channels.Teams;

/// <summary>
/// The Teams door over real HTTP with the real inbox, outbox and database; Microsoft's hosts are the simulator. Turns
/// do not run here: tests look at what the inbox stored and put replies into the outbox themselves.
/// </summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("harde-teams-").FullName;
    private readonly WebApplication app;
    private readonly HttpClient http = new();

    private TeamsHost(TeamsConnectorSimulator simulator, IReadOnlyDictionary<string, string?> settings, TimeProvider? clock)
    {
        Simulator = simulator;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = folder });
        builder.Configuration.AddInMemoryCollection(settings);
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }
        else
        {
            builder.Services.AddSingleton(TimeProvider.System);
        }

        builder.Services.AddSettings<CompanyOptions>("Company").AddSettings<PublicAddressOptions>("Host").AddState().AddTeams();
        builder.Services.AddSingleton(new SchemaSource(typeof(Inbox).Assembly));
        builder.Services.AddSingleton<Inbox>().AddSingleton<LeftoverWatch>().AddSingleton<InboxSignal>().AddSingleton<InboxQueue>();
        foreach (var client in new[] { TeamsSetup.ConnectorHttp, SigningKeys.Client, ConnectorToken.Client })
        {
            builder.Services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => new ToSimulator(simulator.Url));
        }

        app = builder.Build();
        app.MapTeams();
    }

    public static IReadOnlyDictionary<string, string?> Registered { get; } = new Dictionary<string, string?>
    {
        ["Teams:AppId"] = TeamsConnectorSimulator.AppId,
        ["Teams:AppPassword"] = "test-secret",
        ["Teams:TenantId"] = TeamsConnectorSimulator.Tenant,
    };

    public static IReadOnlyDictionary<string, string?> Unsigned { get; } =
        new Dictionary<string, string?> { ["Teams:AllowUnsignedDevelopment"] = "true" };

    public TeamsConnectorSimulator Simulator { get; }
    public CapturedLog Log { get; } = new();
    public IServiceProvider Services => app.Services;
    public Uri Url { get; private set; } = new("http://127.0.0.1");

    public static async Task<TeamsHost> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, TimeProvider? clock = null)
    {
        var host = new TeamsHost(await TeamsConnectorSimulator.StartAsync(), settings ?? Registered, clock);
        await host.Services.GetRequiredService<SchemaUpdater>().UpdateAsync(default);
        host.Simulator.Members[An.UserId] = new
        {
            id = An.UserId,
            name = "Riley Rep",
            aadObjectId = An.UserObject,
            email = "riley@example.com",
            userRole = "user",
            tenantId = TeamsConnectorSimulator.Tenant,
        };
        await host.app.StartAsync();
        host.Url = new Uri(new Uri(host.app.Urls.First()), TeamsEndpoint.Path);
        return host;
    }

    /// <summary>Posts an activity as Teams would, signed unless said otherwise.</summary>
    public Task<HttpResponseMessage> PostAsync(JsonNode activity, TokenRecipe? token = null) =>
        PostAsync(activity.ToJsonString(), $"Bearer {Simulator.Sign(token ?? new TokenRecipe())}");

    public Task<HttpResponseMessage> PostAsync(string body, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Url)
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization).ShouldBeTrue();
        }

        return http.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    /// <summary>What the inbox holds for a conversation, in order.</summary>
    public async Task<IReadOnlyList<TurnRequest>> StoredAsync(string conversation = An.Chat)
    {
        var queue = Services.GetRequiredService<InboxQueue>();
        var key = new ConversationKey(Tenants.Default, TeamsAddress.Dialogue(TeamsConnectorSimulator.Tenant, conversation));
        var found = new List<TurnRequest>();
        while ((await queue.NextAsync(key, default) ?? await queue.NextAsync(key with { Urgent = true }, default)) is { } request)
        {
            found.Add(request);
            await queue.DoneAsync(request.Id, default);
        }

        return [.. found.OrderBy(r => r.Id, StringComparer.Ordinal)];
    }

    /// <summary>Puts a reply into the outbox and waits until the sender has done with it.</summary>
    /// <returns>Its state, and the platform's id.</returns>
    public async Task<(string State, string? PlatformId)> ReplyAsync(TurnReply reply, string conversation = An.Chat)
    {
        var outbox = Services.GetRequiredService<Outbox>();
        var id = Ids.New(DateTimeOffset.UtcNow);
        await outbox.SendAsync(Tenants.Default, id, TeamsAddress.From(TeamsConnectorSimulator.Tenant, conversation), reply, default);
        return await DoneAsync(id);
    }

    /// <summary>Waits for the messages that wait in the outbox; the sender signals nothing a test could wait for.</summary>
    public async Task<(string State, string? PlatformId)> DoneAsync(string? id = null)
    {
        var database = Services.GetRequiredService<Database>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await timer.WaitForNextTickAsync(limit.Token))
        {
            var open = await database.ReadAsync(db => Dapper.SqlMapper.QueryAsync<Waiting>(
                db, "SELECT id AS Id, state AS State, platform_id AS PlatformId FROM outbox"), default);
            var mine = open.Where(o => id is null || o.Id == id).ToList();
            if (mine.TrueForAll(o => o.State != "waiting"))
            {
                return mine.Count == 0 ? ("none", null) : (mine[^1].State, mine[^1].PlatformId);
            }
        }

        throw new TimeoutException();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Simulator.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed record Waiting(string Id, string State, string? PlatformId);

    /// <summary>Leads every call to Microsoft's hosts to the simulator, with the host that was meant in front of the path.</summary>
    private sealed class ToSimulator(Uri simulator) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var meant = request.RequestUri!;
            request.RequestUri = meant.IsLoopback ? meant : new Uri($"{simulator.GetLeftPart(UriPartial.Authority)}/{meant.Host}{meant.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
