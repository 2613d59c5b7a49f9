using HardE.Agents.Roster;
using HardE.Agents.Turns;

namespace HardE.Agents.Models;

/// <summary>What a model answered: text, tool calls or a hand-over.</summary>
public sealed record ModelAnswer(string Text, IReadOnlyList<ToolCall> Calls, string? HandOver, string RequestHash);

/// <summary>The model's turn to decide, when the rules are unsure and a model is configured.</summary>
public sealed class ModelStage
{
    private readonly HashSet<string> served = [];

    public bool CanServe(AgentDefinition agent) => served.Contains(agent.Model);

    public Task<ModelAnswer> AskAsync(
        AgentDefinition agent, TurnContext turn, IReadOnlyList<ITool> tools, IReadOnlyList<AgentDefinition> handoffs, bool toolsOff, CancellationToken ct) =>
        throw new NotSupportedException(agent.Id);
}
