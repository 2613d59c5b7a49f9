namespace HardE.Agents.Roster;

/// <summary>Collects what the checks find; each problem knows its line.</summary>
internal sealed class ConfigReport(AgentConfigFile file, ConfigSurroundings around)
{
    private readonly List<ConfigProblem> problems = [.. file.Misfits];

    public AgentConfigFile File => file;
    public AgentConfig Config => file.Config;
    public ConfigSurroundings Around => around;

    /// <summary>Errors first, each kind by line.</summary>
    public IReadOnlyList<ConfigProblem> Problems =>
        [.. problems.OrderByDescending(p => p.IsError).ThenBy(p => p.Line).ThenBy(p => p.Path, StringComparer.Ordinal)];

    public void Error(string path, string message, string? hint = null) => Add(true, path, message, hint);

    public void Warn(string path, string message, string? hint = null) => Add(false, path, message, hint);

    /// <summary>Reports a name that nothing is called.</summary>
    /// <returns>True when the name is known.</returns>
    public bool Knows(string path, string kind, string name, IReadOnlyCollection<string> known)
    {
        if (known.Contains(name))
        {
            return true;
        }

        Error(path, $"unknown {kind} '{name}'", NearestName.Hint(name, known));
        return false;
    }

    /// <summary>Follows links from each name on; a way back to itself is an error at <paramref name="path"/> of the name.</summary>
    public void NoCycles(
        IEnumerable<string> names, Func<string, IEnumerable<string>> next, Func<string, string> path, string what)
    {
        foreach (var name in names)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Queue<string>(next(name));
            while (open.TryDequeue(out var reached))
            {
                if (reached == name)
                {
                    Error(path(name), $"the {what} of '{name}' leads back to itself");
                    break;
                }

                if (seen.Add(reached))
                {
                    foreach (var more in next(reached))
                    {
                        open.Enqueue(more);
                    }
                }
            }
        }
    }

    private void Add(bool isError, string path, string message, string? hint) =>
        problems.Add(new ConfigProblem(isError, file.Path, file.LineOf(path), path, message, hint));
}
