using HardE.Agents.Roster;

namespace HardE.Agents.Turns;

/// <summary>What the loop came to: an answer, and perhaps a question for a yes.</summary>
public sealed record LoopOutcome(TurnReply Reply, State.NewApproval? Approval = null);

/// <summary>
/// One loop for all agents: decide, run tools, hand over, until there is an answer. The rules decide first; a model, if
/// there is one, what they leave open.
/// </summary>
public sealed class AgentLoop(
    AgentRoster roster, IEnumerable<IAgentRules> rules, ToolRunner tools, ModelDecisions models, Approvals approvals, TurnSteps steps)
{
    private const int MostSteps = 24;
    private const int MostHandOvers = 4;
    private readonly Dictionary<string, IAgentRules> rulesOf = rules.ToDictionary(r => r.Agent, StringComparer.Ordinal);

    public async Task<LoopOutcome> AnswerAsync(TurnWork work, CancellationToken ct)
    {
        var agent = FirstToHear(work);
        var visited = new List<(string Agent, int Steps)>();
        for (var step = 0; step < MostSteps; step++)
        {
            ct.ThrowIfCancellationRequested();
            work.Context.Agent = agent.Id;
            switch (await DecideAsync(agent, work, ct))
            {
                case Decision.Reply reply:
                    return new LoopOutcome(reply.Answer);
                case Decision.Unsure unsure:
                    return new LoopOutcome(AskBack(agent, unsure));
                case Decision.Call call when await RunToolsAsync(agent, call, work, ct) is { } question:
                    return question;
                case Decision.HandOver to:
                    visited.Add((agent.Id, work.Context.Steps.Count));
                    if (visited.Count > MostHandOvers || visited.Contains((to.Agent, work.Context.Steps.Count)) || !roster.Has(to.Agent))
                    {
                        return new LoopOutcome(AskBack(agent, new Decision.Unsure()));
                    }

                    await steps.NoteAsync(work, "hand_over", agent.Id, to.Agent, null, null, durable: false, ct);
                    agent = roster[to.Agent];
                    break;
            }
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

    private async Task<Decision> DecideAsync(AgentDefinition agent, TurnWork work, CancellationToken ct)
    {
        if (!ModelDecisions.Drives(agent, work) && rulesOf.TryGetValue(agent.Id, out var own))
        {
            var decision = await own.DecideAsync(work.Context, ct);
            if (decision is not Decision.Unsure || !models.CanServe(agent))
            {
                return decision;
            }
        }

        return models.CanServe(agent) ? await models.DecideAsync(agent, work, ct) : new Decision.Unsure();
    }

    private async Task<LoopOutcome?> RunToolsAsync(AgentDefinition agent, Decision.Call call, TurnWork work, CancellationToken ct)
    {
        LoopOutcome? question = null;
        foreach (var asked in call.Tools)
        {
            var result = await tools.RunAsync(agent, asked, work, ct);
            question ??= result.Outcome == ToolOutcome.Preview ? AskForYes(agent, asked, result) : null;
        }

        return question;
    }

    private LoopOutcome AskForYes(AgentDefinition agent, ToolCall call, ToolResult preview)
    {
        var approval = approvals.Ask(agent.Id, call.Tool, ToolRunner.WithConfirm(call.Arguments, true), preview.Summary);
        return new LoopOutcome(Approvals.Question(agent.Id, approval.Id, preview.Summary, preview.Parts), approval);
    }

    private static TurnReply AskBack(AgentDefinition agent, Decision.Unsure unsure) => new(
        agent.Id,
        unsure.Question ?? "I am not sure what you would like me to do. Try for example: \"find John Smith\", \"write a primer script for John Smith\", \"what do 6 inch gutters cost?\"");
}
