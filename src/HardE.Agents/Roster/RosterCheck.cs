using HardE.Agents.Turns;

namespace HardE.Agents.Roster;

/// <summary>Checks the agent file against the tools that this program really has.</summary>
public sealed class RosterCheck(AgentConfigFile file, IEnumerable<ITool> tools, SecretReference secrets, TimeProvider clock)
{
    /// <summary>Everything found, errors first.</summary>
    /// <param name="production">True where a model in use must have its price.</param>
    public IReadOnlyList<ConfigProblem> Run(bool production) => ConfigCheck.Run(file, new ConfigSurroundings
    {
        Tools = [.. tools],
        Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
        Production = production,
        HasSecret = reference => SecretReference.IsReference(reference) && secrets.Resolve(reference) is not null,
    });
}
