using HardE.Agents.Roster;

namespace HardE.Agents.Turns;

/// <summary>What the loop came to: an answer, and perhaps a question for a yes.</summary>
public sealed record LoopOutcome(TurnReply Reply, State.NewApproval? Approval = null);

/// <summary>
/// One loop for all agents: decide, run tools, hand over, until there is an answer.
/// </summary>
public sealed class AgentLoop(AgentRoster roster, AgentDecisions decisions, ToolRunner tools, Approvals approvals, TurnSteps steps)
{
    private const int MostSteps = 24;

    public async Task<LoopOutcome> AnswerAsync(TurnWork work, CancellationToken ct)
    {
        var agent = FirstToHear(work);
        var visited = new List<(string Agent, int Steps)>();
        for (var step = 0; step < MostSteps; step++)
        {
            ct.ThrowIfCancellationRequested();
            work.Context.Agent = agent.Id;
            var decision = await decisions.DecideAsync(agent, work, ct);
            if (decision is Decision.Call call && await RunToolsAsync(agent, call, work, ct) is { } question)
            {
                return question;
            }

            switch (decision)
            {
                case Decision.Reply reply:
                    return new LoopOutcome(reply.Answer);
                case Decision.Unsure unsure:
                    return new LoopOutcome(AskBack(agent, unsure));
            }

            if (NextAgent(decision) is not { } next)
            {
                continue;
            }

            visited.Add((agent.Id, work.Context.Steps.Count));
            if (visited.Count > tools.Limits.Handoffs || visited.Contains((next, work.Context.Steps.Count)) || !roster.Has(next))
            {
                return new LoopOutcome(AskBack(agent, new Decision.Unsure()));
            }

            await steps.NoteAsync(work, "hand_over", agent.Id, next, null, null, durable: false, ct);
            agent = roster[next];
        }

        return new LoopOutcome(new TurnReply(agent.Id, "I went round in circles on this one. Please say it in smaller steps."));
    }

    /// <summary>The sticky agent with an open document of this speaker, else the entry agent.</summary>
    private AgentDefinition FirstToHear(TurnWork work) =>
        work.Record.FloorAgent is { } floor && roster.Has(floor) && HoldsFloor(roster[floor], work.Context) ? roster[floor] : roster.Entry;

    /// <summary>The agent that keeps the floor after this turn: the one that answered, else the one that had it.</summary>
    public string? FloorAfter(TurnWork work, TurnReply reply)
    {
        string?[] candidates = [reply.Agent, work.Record.FloorAgent];
        return candidates.FirstOrDefault(a => a is not null && roster.Has(a) && HoldsFloor(roster[a], work.Context));
    }

    internal static bool HoldsFloor(AgentDefinition agent, TurnContext turn) =>
        agent.Sticky && agent.State is { } state && turn.State.Has(turn.Mine(state));

    private static string? NextAgent(Decision decision) => decision switch
    {
        Decision.HandOver to => to.Agent,
        Decision.Call call => call.Then,
        _ => null,
    };

    private async Task<LoopOutcome?> RunToolsAsync(AgentDefinition agent, Decision.Call call, TurnWork work, CancellationToken ct)
    {
        var results = await tools.RunAsync(agent, call.Tools, work, ct);
        var asks = results.FindIndex(r => r.Outcome == ToolOutcome.Preview);
        return asks < 0 ? null : AskForYes(agent, call.Tools[asks], results[asks]);
    }

    private LoopOutcome AskForYes(AgentDefinition agent, ToolCall call, ToolResult preview)
    {
        var arguments = call.Arguments.TryGetProperty("confirm", out _) ? ToolRunner.WithConfirm(call.Arguments, true) : call.Arguments;
        var approval = approvals.Ask(agent.Id, call.Tool, arguments, preview.Summary);
        return new LoopOutcome(Approvals.Question(agent.Id, approval.Id, preview.Summary, preview.Parts), approval);
    }

    private static TurnReply AskBack(AgentDefinition agent, Decision.Unsure unsure) => new(
        agent.Id,
        unsure.Question ?? "I am not sure what you would like me to do. Try for example: \"find John Smith\", \"write a primer script for John Smith\", \"what do 6 inch gutters cost?\"");
}
