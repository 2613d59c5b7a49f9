using HardE.Agents.State;

namespace HardE.Agents.Turns;

/// <summary>How a turn ends that its person stopped: what was done before is told, nothing else is said.</summary>
internal static class StoppedTurn
{
    public static TurnEnd End(TurnWork work)
    {
        var earlier = work.Record.Steps.Where(s => s is { Kind: "tool", State: "done", Result: not null }).Select(s => TurnJson.Read<ToolResult>(s.Result!));
        var receipts = work.Context.Steps.Select(s => s.Result).Concat(earlier).SelectMany(r => r.Parts).OfType<ReceiptPart>().Distinct().ToList();
        var unknown = work.Record.Steps.Where(s => s is { Kind: "tool", State: "started" }).Select(s => s.Name)
            .Where(name => work.Context.Steps.All(s => s.Call.Tool != name)).ToList();
        var text = (receipts.Count > 0 ? "You stopped me; this had been done before." : "")
            + (unknown.Count > 0 ? $" I was interrupted in {string.Join(", ", unknown)} and cannot see whether it happened; please check." : "");
        var agent = work.Context.Agent.Length > 0 ? work.Context.Agent : "triage_agent";
        return new TurnEnd(new TurnReply(agent, text.Trim()) { Parts = [.. receipts] }, work.Record.FloorAgent, work.Unsaved, null)
        {
            Failure = "stopped",
            IsSilent = text.Length == 0,
        };
    }
}
