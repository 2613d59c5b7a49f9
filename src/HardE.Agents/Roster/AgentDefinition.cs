namespace HardE.Agents.Roster;

/// <summary>One agent as <c>agent_config.yaml</c> declares it, checked and with its prompt read.</summary>
public sealed record AgentDefinition(string Id, string Description)
{
    /// <summary>First line is <c>agent: id</c>.</summary>
    public string Instructions { get; init; } = "";
    public string Model { get; init; } = "";

    /// <summary>The agent that hears a message first.</summary>
    public bool Entry { get; init; }

    /// <summary>Keeps the floor while its state document exists.</summary>
    public bool Sticky { get; init; }

    /// <summary>Name of its state document; null when it keeps none.</summary>
    public string? State { get; init; }

    /// <summary>Word after @ that addresses it directly.</summary>
    public string? Mention { get; init; }

    /// <summary>Sentences that belong to it; triage learns from them.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
    public IReadOnlyList<string> Tools { get; init; } = [];
    public IReadOnlyList<string> Handoffs { get; init; } = [];
    public bool RequiresToolChoice { get; init; }
    public bool ParallelTools { get; init; }
}
