using HardE.Agents.Turns;

namespace HardE.Agents.Roster;

/// <summary>Rules 3 and 4: tools exist, are declared, never looser than the code, and risky ones ask a person.</summary>
internal static class ToolChecks
{
    public static void Run(ConfigReport report)
    {
        var known = (report.Around.Tools ?? []).ToLookup(t => t.Name, StringComparer.Ordinal);
        foreach (var twice in known.Where(t => t.Count() > 1))
        {
            report.Error("tools", $"the program has {twice.Count()} tools called '{twice.Key}'");
        }

        AgentsTools(report);
        foreach (var (name, entry) in report.Config.Tools)
        {
            var code = known[name].FirstOrDefault();
            if (report.Around.Tools is not null && code is null)
            {
                report.Error($"tools.{name}", $"the program has no tool '{name}'", NearestName.Hint(name, [.. known.Select(t => t.Key)]));
            }

            Tightens(report, name, entry, code);
            Approval(report, name, entry, Effect(entry, code));
        }

        Unused(report, known.Select(t => t.Key));
    }

    private static void AgentsTools(ConfigReport report)
    {
        foreach (var (id, agent) in report.Config.Agents)
        {
            for (var i = 0; i < agent.Tools.Count; i++)
            {
                report.Knows($"agents.{id}.tools[{i}]", "tool", agent.Tools[i], [.. report.Config.Tools.Keys]);
                if (agent.Tools.Take(i).Contains(agent.Tools[i]))
                {
                    report.Error($"agents.{id}.tools[{i}]", $"'{agent.Tools[i]}' stands twice");
                }
            }
        }
    }

    private static ToolEffect Effect(ToolEntry entry, ITool? code)
    {
        var declared = code?.Effect ?? ToolEffect.Read;
        return entry.Effect is { } stricter && stricter > declared ? stricter : declared;
    }

    private static void Tightens(ConfigReport report, string name, ToolEntry entry, ITool? code)
    {
        if (code is null)
        {
            return;
        }

        if (entry.Effect < code.Effect)
        {
            report.Error($"tools.{name}.effect", $"'{Word(entry.Effect.Value)}' is milder than what the code does ('{Word(code.Effect)}')", "a file may tighten, not loosen");
        }

        if (entry.Idempotent == true && !code.Idempotent)
        {
            report.Error($"tools.{name}.idempotent", "the code does not promise that");
        }

        if (entry.TimeoutSeconds is <= 0 or > 600)
        {
            report.Error($"tools.{name}.timeout_s", $"{entry.TimeoutSeconds} is not from 1 to 600");
        }
    }

    private static void Approval(ConfigReport report, string name, ToolEntry entry, ToolEffect effect)
    {
        var path = $"tools.{name}";
        if (effect is ToolEffect.Send or ToolEffect.Delete)
        {
            if (entry.Approval is null)
            {
                report.Error(path, $"'{Word(effect)}' needs an approval", "always, confirm or when_tainted");
            }
            else if (entry.Approval == ApprovalPolicy.Never && string.IsNullOrWhiteSpace(entry.AcceptRisk))
            {
                report.Error($"{path}.approval", $"never on a '{Word(effect)}' needs a reason", "accept_risk: \"why this is safe\"");
            }
        }

        for (var i = 0; i < entry.Approvers.Count; i++)
        {
            report.Knows($"{path}.approvers[{i}]", "role", entry.Approvers[i], [.. Roles.All]);
        }

        if (entry.FourEyes && entry.Approvers.Distinct().Count() < 2)
        {
            report.Error($"{path}.four_eyes", "needs two roles that may approve", "approvers: [director, owner]");
        }

        if (entry.ExpiresHours is <= 0 or > 168)
        {
            report.Error($"{path}.expires_h", $"{entry.ExpiresHours} is not from 1 to 168 hours");
        }
    }

    private static void Unused(ConfigReport report, IEnumerable<string> implemented)
    {
        var used = report.Config.Agents.Values.SelectMany(a => a.Tools).ToHashSet(StringComparer.Ordinal);
        foreach (var tool in implemented.Where(t => !used.Contains(t)))
        {
            report.Warn("agents", $"no agent uses the tool '{tool}' that the program has");
        }

        foreach (var tool in report.Config.Tools.Keys.Where(t => !used.Contains(t)))
        {
            report.Warn($"tools.{tool}", $"no agent uses '{tool}'");
        }
    }

    private static string Word(ToolEffect effect) => effect.ToString().ToLowerInvariant();
}
