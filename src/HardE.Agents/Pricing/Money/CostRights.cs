using HardE.Agents.Turns;

namespace HardE.Agents.Pricing.Money;

/// <summary>What is said to those who may not see cost and margin, or may not see them here.</summary>
internal static class CostRights
{
    public static ToolResult Refusal(TurnContext turn, string instead) => new(ToolOutcome.NotPermitted, Words(turn)) { Next = instead };

    public static string Words(TurnContext turn) => Permissions.Has(turn.Speaker.Role, Permissions.CostRead)
        ? "I do not show cost and margin in a room that others read. Ask me in a direct message."
        : "Cost and margin are for the sales director and the owner; please ask one of them.";
}
