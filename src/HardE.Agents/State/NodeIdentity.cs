namespace HardE.Agents.State;

/// <summary>Which process this is: leases and stored work carry it, so that a restart knows its own leftovers.</summary>
public sealed class NodeIdentity
{
    public NodeIdentity(TimeProvider clock)
    {
        Name = Environment.MachineName;
        Incarnation = $"{Name}/{Ids.New(clock.GetUtcNow())}";
    }

    /// <summary>Stays the same over restarts.</summary>
    public string Name { get; }

    /// <summary>This run of the process.</summary>
    public string Incarnation { get; }
}
