using System.Collections.Concurrent;
using HardE.Agents.Roster;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Models;

/// <summary>The models of the agent file by name, as far as they can serve here: mode, keys, fallback chains.</summary>
public sealed class ModelRoster : IDisposable
{
    private readonly AgentConfig config;
    private readonly ModelConnections connections;
    private readonly ModelMode mode;
    private readonly ConcurrentDictionary<string, IChatClient?> clients = new(StringComparer.Ordinal);

    public ModelRoster(AgentConfig config, SecretReference secrets, IOptions<ModelOptions> options, TimeProvider clock)
    {
        this.config = config;
        connections = new ModelConnections(config, secrets, clock);
        mode = options.Value.Mode;
    }

    /// <summary>What the agent file says of a model; null for an unknown name.</summary>
    public ModelEntry? Entry(string modelName) => config.Models.GetValueOrDefault(modelName);

    /// <summary>Models of the name's chain that have their key, in the order they are asked.</summary>
    public IReadOnlyList<string> Serving(string modelName) =>
        mode == ModelMode.Rules ? [] : [.. Chain(modelName).Where(n => connections.HasKey(config.Models[n]))];

    /// <summary>A client that asks the model, then its fallbacks; null when none of them can serve.</summary>
    public IChatClient? Find(string modelName) => clients.GetOrAdd(modelName, name =>
        Serving(name) is { Count: > 0 } serving ? new FallbackChatClient([.. serving.Select(n => connections.Open(n)!)]) : null);

    public void Dispose() => connections.Dispose();

    // The name first, then its fallbacks, each once, as a breadth-first walk meets them.
    private List<string> Chain(string modelName)
    {
        var chain = new List<string>();
        var open = new Queue<string>([modelName]);
        while (open.TryDequeue(out var name))
        {
            if (!chain.Contains(name) && config.Models.TryGetValue(name, out var model))
            {
                chain.Add(name);
                model.Fallback.ToList().ForEach(open.Enqueue);
            }
        }

        return chain;
    }
}
