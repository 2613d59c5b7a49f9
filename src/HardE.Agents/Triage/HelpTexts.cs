using System.Text;
using HardE.Agents.Roster;
using HardE.Agents.Turns;

namespace HardE.Agents.Triage;

/// <summary>Words for people who do not know what to ask: always with three examples that work for their role.</summary>
internal sealed class HelpTexts(AgentRoster roster, IEnumerable<ITool> tools)
{
    private const int Shown = 3;

    /// <summary>Whom a role asks most; the rest follow in the order of the agent file.</summary>
    private static readonly Dictionary<string, string[]> Favourites = new(StringComparer.Ordinal)
    {
        [Roles.Rep] = ["scripting_agent", "pricing_agent", "knowledge_agent"],
        [Roles.Office] = ["new_clients_agent", "leap_interaction_agent", "pricing_agent"],
        [Roles.Production] = ["leap_interaction_agent", "knowledge_agent", "pricing_agent"],
        [Roles.Director] = ["analysis_agent", "scripting_agent", "leap_interaction_agent"],
        [Roles.Owner] = ["analysis_agent", "pricing_agent", "leap_interaction_agent"],
    };

    private readonly Dictionary<string, ITool> byName = tools.GroupBy(t => t.Name).ToDictionary(t => t.Key, t => t.First(), StringComparer.Ordinal);

    /// <summary>Three sentences that work for this role; none for a role without rights.</summary>
    public IReadOnlyList<string> Examples(string role) =>
    [
        .. (Favourites.GetValueOrDefault(role) ?? []).Where(roster.Has)
            .Concat(roster.All.Select(a => a.Id))
            .Distinct()
            .Select(id => roster[id])
            .Where(agent => !agent.Entry && agent.Examples.Count > 0 && Serves(agent, role))
            .Take(Shown)
            .Select(agent => agent.Examples[0]),
    ];

    /// <summary>A sentence, then the examples as a list.</summary>
    public string With(string sentence, string role)
    {
        var examples = Examples(role);
        if (examples.Count == 0)
        {
            return $"{sentence}\n\nYou have no role here yet, so I can show you nothing. An owner or director can give you one.";
        }

        var text = new StringBuilder(sentence).Append("\n\nFor example:");
        foreach (var example in examples)
        {
            text.Append("\n- ").Append(example);
        }

        return text.ToString();
    }

    /// <summary>A question that names the likeliest readings and how to choose one.</summary>
    public string Choose(IEnumerable<string> agents, string role)
    {
        var likely = agents.Where(roster.Has).Select(id => roster[id]).Where(a => !a.Entry && a.Examples.Count > 0 && Serves(a, role)).Take(Shown).ToArray();
        if (likely.Length == 0)
        {
            return With("I am not sure what you would like me to do. Could you say it in a few more words?", role);
        }

        var text = new StringBuilder("I am not sure what you would like me to do. Did you mean one of these?");
        foreach (var agent in likely)
        {
            text.Append("\n- ").Append(agent.Mention is null ? "" : $"**@{agent.Mention}** ")
                .Append(agent.Description.TrimEnd('.')).Append(" (\"").Append(agent.Examples[0]).Append("\")");
        }

        return text.Append("\n\nSay it in a few more words, or put the name with @ in front.").ToString();
    }

    // An agent serves a role when at least one of its tools is here and the role may use it.
    private bool Serves(AgentDefinition agent, string role) => agent.Tools.Any(name =>
        byName.TryGetValue(name, out var tool) && tool.Scopes.All(scope => Permissions.Has(role, scope)) && role != Roles.Guest);
}
