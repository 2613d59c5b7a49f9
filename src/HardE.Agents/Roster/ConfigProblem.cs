using System.Globalization;
using System.Text;

namespace HardE.Agents.Roster;

/// <summary>One thing that is wrong, or soon will be, in <c>agent_config.yaml</c>.</summary>
/// <param name="IsError">True stops the start; false is a warning.</param>
/// <param name="File">The file, as it was named.</param>
/// <param name="Line">Line in it, from 1.</param>
/// <param name="Path">Where in the tree: <c>agents.pricing_agent.tools[2]</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to do, for example the nearest name that exists.</param>
public sealed record ConfigProblem(bool IsError, string File, int Line, string Path, string Message, string? Hint = null)
{
    public override string ToString()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: "));
        text.Append(IsError ? "error: " : "warning: ").Append(Path).Append(Path.Length == 0 ? "" : ": ").Append(Message);
        return Hint is null ? text.ToString() : text.Append(" (").Append(Hint).Append(')').ToString();
    }
}

/// <summary>The roster cannot be used; the message holds every problem, one a line.</summary>
public sealed class ConfigException(IReadOnlyList<ConfigProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(p => p.ToString())))
{
    public IReadOnlyList<ConfigProblem> Problems { get; } = problems;
}
