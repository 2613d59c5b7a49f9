using HardE.Agents.Roster;

namespace HardE.Agents.Turns;

/// <summary>What the company's file adds to what a tool's code declares: it can only tighten. No model takes part.</summary>
public sealed class ToolPolicy(AgentConfig config, AgentRoster roster, IEnumerable<ITool> tools)
{
    private static readonly ToolEntry Plain = new();

    /// <summary>Tools whose results hold what others wrote.</summary>
    private readonly HashSet<string> untrusted =
        [.. tools.Where(t => t.UntrustedOutput || config.Tools.GetValueOrDefault(t.Name) is { UntrustedOutput: true }).Select(t => t.Name)];

    public bool IsUntrusted(string tool) => untrusted.Contains(tool);

    public RunLimits Run => config.Limits.Run;

    public IEnumerable<string> Scopes(ITool tool) => tool.Scopes.Concat(Entry(tool).Scopes);

    public TimeSpan Timeout(ITool tool) =>
        Entry(tool).TimeoutSeconds is { } seconds && TimeSpan.FromSeconds(seconds) is var shorter && shorter < tool.Timeout ? shorter : tool.Timeout;

    public ToolEffect Effect(ITool tool) => Entry(tool).Effect is { } declared && declared > tool.Effect ? declared : tool.Effect;

    /// <summary>
    /// True when a person must say yes before this call. A tool with a <c>confirm</c> argument shows its own preview and is
    /// not asked about here. What a person ordered in own words runs; what a model decided to send or delete asks, at least
    /// while text of others is in its view.
    /// </summary>
    public bool NeedsYes(ITool tool, ToolCall call, AgentDefinition agent, TurnWork work)
    {
        if (work.Context.Approved || call.Arguments.TryGetProperty("confirm", out _))
        {
            return false;
        }

        var byModel = work.ModelAgents.Contains(agent.Id);
        return Entry(tool).Approval switch
        {
            ApprovalPolicy.Always or ApprovalPolicy.Confirm => true,
            ApprovalPolicy.Never => false,
            ApprovalPolicy.WhenTainted => byModel && IsTainted(work),
            _ => byModel && Effect(tool) >= ToolEffect.Send,
        };
    }

    /// <summary>True while text that others wrote is in the model's view: results of this turn, or answers made of such results.</summary>
    private bool IsTainted(TurnWork work) =>
        work.Context.Steps.Any(s => untrusted.Contains(s.Call.Tool))
        || work.Context.History.Any(l => l.Role == "assistant" && roster.Has(l.Name) && roster[l.Name].Tools.Any(untrusted.Contains));

    private ToolEntry Entry(ITool tool) => config.Tools.GetValueOrDefault(tool.Name) ?? Plain;
}
