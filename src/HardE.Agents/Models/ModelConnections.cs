using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using HardE.Agents.Roster;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Responses;

namespace HardE.Agents.Models;

/// <summary>Makes the client of each model: address, key, adapter, retries; one pool of connections for all.</summary>
internal sealed class ModelConnections(AgentConfig config, SecretReference secrets, TimeProvider clock) : IDisposable
{
    private const string OpenAi = "openai";
    private const string NoKeyNeeded = "none";

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, // the library's network time-out and our deadline rule
    };

    private readonly ConcurrentDictionary<string, SemaphoreSlim> places = new(StringComparer.Ordinal);

    /// <summary>True when the model's provider has its key, or wants none.</summary>
    public bool HasKey(ModelEntry model) => Key(config.Providers[model.Provider]) is not null;

    /// <summary>A client of the model; null when its key is not there.</summary>
    public IChatClient? Open(string name)
    {
        var model = config.Models[name];
        var provider = config.Providers[model.Provider];
        if (Key(provider) is not { } key)
        {
            return null;
        }

        var gate = places.GetOrAdd(model.Provider, _ => new SemaphoreSlim(provider.Concurrency));
        return new SteadyChatClient(Adapter(name, model, provider, key), name, provider, gate, clock);
    }

    public void Dispose() => http.Dispose();

    private IChatClient Adapter(string name, ModelEntry model, ProviderEntry provider, string key)
    {
        var proof = provider.Kind == ProviderKind.Azure
            ? ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(key), "api-key")
            : (AuthenticationPolicy)ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(key));
        return model.Api == ModelApi.Responses
            ? new ResponsesChatClient(new ResponsesClient(proof, Set(new ResponsesClientOptions { Endpoint = Address(model, provider) }, provider)), name, model)
            : new CompletionsChatClient(new ChatClient(model.Id, proof, Set(new OpenAIClientOptions { Endpoint = Address(model, provider) }, provider)), name, model);
    }

    private T Set<T>(T options, ProviderEntry provider) where T : ClientPipelineOptions
    {
        options.NetworkTimeout = TimeSpan.FromSeconds(provider.TimeoutSeconds);
        options.RetryPolicy = new ClientRetryPolicy(0); // ours are traced, counted and cancelled
        options.Transport = new HttpClientPipelineTransport(http);
        return options;
    }

    private Uri Address(ModelEntry model, ProviderEntry provider)
    {
        var given = model.Provider == OpenAi ? secrets.Variable("OPENAI_BASE_URL") : null;
        return new Uri(given ?? provider.BaseUrl ?? throw new InvalidOperationException($"{model.Provider} has no base_url."));
    }

    private string? Key(ProviderEntry provider) => provider.Key is null ? NoKeyNeeded : secrets.Resolve(provider.Key);
}
