using System.Text.RegularExpressions;

namespace HardE.Agents.Roster;

/// <summary>Rules 1 and 2: version, ids, one entry, hand-overs that lead somewhere and everywhere.</summary>
internal static partial class AgentChecks
{
    /// <summary>Longest name of a function that model services take.</summary>
    private const int MaxFunctionName = 64;

    public static void Run(ConfigReport report)
    {
        if (report.Config.Version != AgentConfig.SupportedVersion && report.Config.Version != 0)
        {
            report.Error("version", $"version {report.Config.Version} is not one this program reads", $"it reads {AgentConfig.SupportedVersion}");
        }

        Ids(report);
        Entry(report);
        Handoffs(report);
        Mentions(report);
        States(report);
    }

    private static void Ids(ConfigReport report)
    {
        var config = report.Config;
        var sections = new (string Section, IEnumerable<string> Names)[]
        {
            ("providers", config.Providers.Keys), ("models", config.Models.Keys), ("agents", config.Agents.Keys),
            ("tools", config.Tools.Keys), ("voices", config.Voices.Keys), ("pipelines", config.Pipelines.Keys),
            ("knowledge.bases", config.Knowledge.Bases.Keys),
        };
        foreach (var (section, names) in sections)
        {
            foreach (var name in names.Where(n => !Id().IsMatch(n)))
            {
                report.Error($"{section}.{name}", $"'{name}' is no id", "2 to 50 small letters, digits and _, a letter first");
            }
        }

        foreach (var agent in config.Agents.Keys)
        {
            var transfer = AgentRoster.TransferTool(agent);
            if (config.Tools.ContainsKey(agent) || config.Tools.ContainsKey(transfer))
            {
                report.Error($"agents.{agent}", $"'{agent}' is also the name of a tool or of its hand-over");
            }

            if (transfer.Length > MaxFunctionName)
            {
                report.Error($"agents.{agent}", $"'{transfer}' is longer than {MaxFunctionName} characters");
            }
        }
    }

    private static void Entry(ConfigReport report)
    {
        var agents = report.Config.Agents;
        var entries = agents.Where(a => a.Value.Entry).Select(a => a.Key).ToArray();
        if (entries.Length != 1)
        {
            report.Error("agents", entries.Length == 0
                ? "no agent has 'entry: true'"
                : $"exactly one agent may have 'entry: true', not {string.Join(", ", entries)}");
            return;
        }

        var reachable = Reachable(agents, entries[0]);
        foreach (var lost in agents.Keys.Where(a => !reachable.Contains(a)))
        {
            report.Error($"agents.{lost}", $"no way leads from {entries[0]} to '{lost}'", $"add it to agents.{entries[0]}.handoffs");
        }

        foreach (var (id, _) in agents.Where(a => a.Value.Sticky && a.Key != entries[0]))
        {
            if (!Reachable(agents, id).Contains(entries[0]))
            {
                report.Error($"agents.{id}.handoffs", $"a sticky agent must be able to reach {entries[0]}");
            }
        }
    }

    private static void Handoffs(ConfigReport report)
    {
        foreach (var (id, agent) in report.Config.Agents)
        {
            for (var i = 0; i < agent.Handoffs.Count; i++)
            {
                var path = $"agents.{id}.handoffs[{i}]";
                if (agent.Handoffs[i] == id)
                {
                    report.Error(path, "an agent cannot hand over to itself");
                }
                else
                {
                    report.Knows(path, "agent", agent.Handoffs[i], [.. report.Config.Agents.Keys]);
                }
            }

            if (agent.ToolChoice == ToolChoice.Required && agent.Tools.Count + agent.Handoffs.Count == 0)
            {
                report.Error($"agents.{id}.tool_choice", "required, but there is nothing to call");
            }
        }
    }

    private static void Mentions(ConfigReport report)
    {
        foreach (var same in report.Config.Agents.Where(a => a.Value.Mention is not null)
            .GroupBy(a => a.Value.Mention!, StringComparer.OrdinalIgnoreCase))
        {
            if (!Mention().IsMatch(same.Key) || ReservedMentions.Contains(same.Key, StringComparer.OrdinalIgnoreCase))
            {
                report.Error($"agents.{same.First().Key}.mention", $"'{same.Key}' cannot be a mention", "a plain word; customer and job are records");
            }

            foreach (var (id, _) in same.Skip(1))
            {
                report.Error($"agents.{id}.mention", $"'@{same.Key}' already addresses {same.First().Key}");
            }
        }
    }

    private static void States(ConfigReport report)
    {
        foreach (var (id, agent) in report.Config.Agents)
        {
            if (agent is { Sticky: true, State: null })
            {
                report.Error($"agents.{id}.state", "a sticky agent needs the name of its state document");
            }

            if (agent.Description.Length == 0)
            {
                report.Error($"agents.{id}.description", "is empty");
            }
        }
    }

    private static HashSet<string> Reachable(IReadOnlyDictionary<string, AgentEntry> agents, string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var next))
        {
            foreach (var target in agents.GetValueOrDefault(next)?.Handoffs ?? [])
            {
                if (reached.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        return reached;
    }

    private static readonly string[] ReservedMentions = ["customer", "job", "here", "channel", "everyone"];

    [GeneratedRegex("^[a-z][a-z0-9_]{1,49}$")]
    private static partial Regex Id();

    [GeneratedRegex("^[a-z][a-z0-9-]{1,29}$")]
    private static partial Regex Mention();
}
