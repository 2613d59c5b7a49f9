using HardE.Agents.Turns;

namespace HardE.Agents.Roster;

/// <summary>What the agent file is checked against: the code, the clock, the world it will run in.</summary>
public sealed record ConfigSurroundings
{
    /// <summary>Tools that the program has; null leaves the rules about them out.</summary>
    public IReadOnlyList<ITool>? Tools { get; init; }

    /// <summary>The day that retirements and prices are measured from.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Production refuses a model in use without a price.</summary>
    public bool Production { get; init; }

    /// <summary>Whether the secret behind a reference is there; a model whose key is not there is not in use.</summary>
    public Func<string, bool> HasSecret { get; init; } = _ => true;

    /// <summary>Length of the vectors in the stored index; null when none is stored.</summary>
    public int? StoredDimensions { get; init; }
}
