using HardE.Agents.Roster;

namespace HardE.Agents.Turns;

/// <summary>Carries out standing orders. An agent whose draft is open may take an order on itself (<see cref="IAgentRules.Takes"/>).</summary>
public sealed class StandingAnswers(
    AgentRoster roster, IEnumerable<IAgentRules> rules, WaitingList waiting, StopOrders stops, Approvals approvals)
{
    /// <returns>The answer; null when the message is no standing order, or one that the agent with the floor takes.</returns>
    public async Task<TurnReply?> TryAsync(TurnWork work, CancellationToken ct)
    {
        var order = StandingOrders.Of(work.Context.Text);
        return order switch
        {
            StandingOrder.None or StandingOrder.Undo => null,
            _ when IsTaken(order, work) => null,
            StandingOrder.Stop => await StopAsync(work.Context, ct),
            StandingOrder.StartOver => await StartOverAsync(work.Context, ct),
            _ => Say(await waiting.TextAsync(new WaitingFor(work.Context.Tenant, work.Context.Speaker, work.Context.Conversation), ct)),
        };
    }

    /// <summary>True when this order is for the agent that has the floor: an undo only directly after its own answer.</summary>
    public bool IsTaken(StandingOrder order, TurnWork work)
    {
        var floor = work.Record.FloorAgent;
        return floor is not null && roster.Has(floor) && AgentLoop.HoldsFloor(roster[floor], work.Context)
            && rules.Any(r => r.Agent == floor && r.Takes(order))
            && (order != StandingOrder.Undo || work.Context.History.LastOrDefault(l => l.Role == "assistant")?.Name == floor);
    }

    private async Task<TurnReply> StopAsync(TurnContext turn, CancellationToken ct)
    {
        var stopped = await stops.StopAsync(turn.Request, ct);
        var refused = await approvals.RefuseOpenAsync(turn.Tenant, turn.Conversation, turn.Speaker.UserId, turn.TurnId, ct);
        var drafts = Drafts(turn).Any() ? " What you have begun here is kept; say \"start over\" to drop it." : "";
        return Say((stopped > 0 ? "Stopped." : refused > 0 ? "Stopped; nothing was changed." : "Nothing of yours is running here.") + drafts);
    }

    private async Task<TurnReply> StartOverAsync(TurnContext turn, CancellationToken ct)
    {
        var refused = await approvals.RefuseOpenAsync(turn.Tenant, turn.Conversation, turn.Speaker.UserId, turn.TurnId, ct);
        var drafts = Drafts(turn).ToList();
        foreach (var document in turn.State.Names.Where(n => n.EndsWith($":{turn.Speaker.UserId}", StringComparison.Ordinal)).ToList())
        {
            turn.State.Remove(document);
        }

        return Say(refused + drafts.Count > 0
            ? "A clean start: I dropped what was open here. Nothing in the CRM was changed. What can I do for you?"
            : "Nothing was open here. What can I do for you?");
    }

    /// <summary>The open drafts of this speaker in this conversation.</summary>
    private IEnumerable<string> Drafts(TurnContext turn) =>
        roster.All.Where(a => AgentLoop.HoldsFloor(a, turn)).Select(a => a.State!);

    private TurnReply Say(string text) => new(roster.Entry.Id, text);
}
