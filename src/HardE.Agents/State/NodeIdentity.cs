using Microsoft.Extensions.Options;

namespace HardE.Agents.State;

/// <summary>Which process this is: leases and stored work carry it, so that a restart knows its own leftovers.</summary>
public sealed class NodeIdentity
{
    public NodeIdentity(IOptions<DataOptions> data, TimeProvider clock)
    {
        var folder = data.Value.Make();
        Name = ReadOrMake(Path.Combine(folder, "node-id"), clock);
        Incarnation = $"{Name}/{Ids.New(clock.GetUtcNow())}";
    }

    /// <summary>Stays the same over restarts: it belongs to the data folder.</summary>
    public string Name { get; }

    /// <summary>This run of the process.</summary>
    public string Incarnation { get; }

    private static string ReadOrMake(string file, TimeProvider clock)
    {
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } known)
        {
            return known;
        }

        var made = Ids.New(clock.GetUtcNow());
        File.WriteAllText(file, made);
        return made;
    }
}
