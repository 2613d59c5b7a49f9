using System.Text.Json;
using HardE.Agents.Roster;
using HardE.Agents.Turns;
using Microsoft.Extensions.AI;

namespace HardE.Agents.Models;

/// <summary>What a model may call in a turn: the agent's tools, a hand-over to each neighbour, and a question to the person.</summary>
internal static class ModelTools
{
    /// <summary>The runtime's own function of an agent that must call something: asks the person.</summary>
    public const string AskUser = "ask_user";

    private static readonly JsonElement NoArguments = Schema(
        """{"type":"object","properties":{},"required":[],"additionalProperties":false}""");

    private static readonly JsonElement Question = Schema(
        """{"type":"object","properties":{"question":{"type":"string","description":"One short question or sentence for the person."}},"required":["question"],"additionalProperties":false}""");

    public static List<AITool> Of(AgentDefinition agent, IReadOnlyList<ITool> tools, IReadOnlyList<AgentDefinition> handoffs) =>
    [
        .. tools.Select(t => AIFunctionFactory.CreateDeclaration(t.Name, t.Description, t.InputSchema)),
        .. handoffs.Select(a => AIFunctionFactory.CreateDeclaration(
            AgentRoster.TransferTool(a.Id), $"Hands the conversation over to {a.Id}. {a.Description}", NoArguments)),
        .. agent.RequiresToolChoice
            ? [AIFunctionFactory.CreateDeclaration(AskUser, "Asks the person, or answers small talk, when no specialist fits.", Question)]
            : Array.Empty<AITool>(),
    ];

    /// <summary>The question of an <see cref="AskUser"/> call; null for another call.</summary>
    public static string? QuestionOf(ToolCall call) =>
        call.Tool == AskUser && call.Arguments.TryGetProperty("question", out var question) && question.ValueKind == JsonValueKind.String
            ? question.GetString() : null;

    private static JsonElement Schema(string json) => JsonElement.Parse(json);
}
