namespace HardE.Agents.Roster;

/// <summary>The agents of this company, checked as a whole at start.</summary>
public sealed class AgentRoster(IReadOnlyList<AgentDefinition> agents)
{
    private readonly Dictionary<string, AgentDefinition> byId = agents.ToDictionary(a => a.Id, StringComparer.Ordinal);

    public IReadOnlyList<AgentDefinition> All { get; } = agents;

    /// <summary>The one that hears a message first.</summary>
    public AgentDefinition Entry { get; } = agents.Single(a => a.Entry);

    /// <exception cref="KeyNotFoundException">No such agent; cannot happen for ids that came from this roster.</exception>
    public AgentDefinition this[string id] => byId[id];

    public bool Has(string id) => byId.ContainsKey(id);
}
