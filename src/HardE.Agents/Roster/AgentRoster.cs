namespace HardE.Agents.Roster;

/// <summary>The agents of this company, checked as a whole at start.</summary>
public sealed class AgentRoster(IReadOnlyList<AgentDefinition> agents)
{
    private const string TransferPrefix = "transfer_to_";
    private readonly Dictionary<string, AgentDefinition> byId = agents.ToDictionary(a => a.Id, StringComparer.Ordinal);

    public IReadOnlyList<AgentDefinition> All { get; } = agents;

    /// <summary>The one that hears a message first.</summary>
    public AgentDefinition Entry { get; } = agents.Single(a => a.Entry);

    /// <exception cref="KeyNotFoundException">No such agent; cannot happen for ids that came from this roster.</exception>
    public AgentDefinition this[string id] => byId[id];

    public bool Has(string id) => byId.ContainsKey(id);

    /// <summary>Name of the function with which a model hands over to this agent.</summary>
    public static string TransferTool(string agent) => TransferPrefix + agent;

    /// <summary>The agent that a function name hands over to; null when it is no hand-over.</summary>
    public static string? TransferTarget(string function) =>
        function.StartsWith(TransferPrefix, StringComparison.Ordinal) ? function[TransferPrefix.Length..] : null;

    /// <summary>Makes the roster of a file; reads the prompts.</summary>
    /// <exception cref="ConfigException">Something in the file is wrong; all of it is said.</exception>
    public static AgentRoster From(AgentConfigFile file, DateOnly today)
    {
        var errors = ConfigCheck.Run(file, new ConfigSurroundings { Today = today }).Where(p => p.IsError).ToArray();
        return errors.Length > 0
            ? throw new ConfigException(errors)
            : new AgentRoster([.. file.Config.Agents.Select(a => Define(file, a.Key, a.Value))]);
    }

    private static AgentDefinition Define(AgentConfigFile file, string id, AgentEntry entry) => new(id, entry.Description)
    {
        Instructions = $"agent: {id}\n{File.ReadAllText(Path.Combine(file.Folder, entry.InstructionsFile)).Trim()}\n",
        Model = entry.Model ?? file.Config.Defaults.Model,
        Entry = entry.Entry,
        Sticky = entry.Sticky,
        State = entry.State,
        Mention = entry.Mention,
        Examples = [.. entry.Examples, .. More(file, entry.ExamplesFile)],
        Tools = entry.Tools,
        Handoffs = entry.Handoffs,
        RequiresToolChoice = entry.ToolChoice == ToolChoice.Required,
        ParallelTools = entry.ParallelTools,
    };

    private static IEnumerable<string> More(AgentConfigFile file, string? examples) => examples is null
        ? []
        : File.ReadLines(Path.Combine(file.Folder, examples)).Select(l => l.Trim()).Where(l => l.Length > 0);
}
