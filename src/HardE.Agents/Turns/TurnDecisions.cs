using System.Text.Json;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Turns;

/// <summary>
/// What does not go to an agent: a yes or no to an open question, a pressed button, a standing order. No model takes part.
/// </summary>
public sealed class TurnDecisions(AgentRoster roster, Approvals approvals, ToolRunner tools, StandingAnswers standing, IOptions<CompanyOptions> company)
{
    /// <summary>The tool that takes a write back; presses of an Undo button run it.</summary>
    public const string UndoTool = "undo_write";

    /// <returns>The answer; null when the message is for an agent.</returns>
    public async Task<TurnReply?> TryAsync(TurnWork work, CancellationToken ct)
    {
        var turn = work.Context;
        if (turn.Request.Press is { } press)
        {
            return press.Split(':', 2) switch
            {
                ["ok", var id] => await DecideAsync(await approvals.FindAsync(turn.Tenant, id, ct), true, work, ct),
                ["no", var id] => await DecideAsync(await approvals.FindAsync(turn.Tenant, id, ct), false, work, ct),
                ["undo", _] => await UndoAsync(press, work, ct),
                _ => null,
            };
        }

        if (StandingOrders.Of(turn.Text) == StandingOrder.Undo && !standing.IsTaken(StandingOrder.Undo, work))
        {
            return await UndoAsync(null, work, ct);
        }

        if (await standing.TryAsync(work, ct) is { } answer)
        {
            return answer;
        }

        if (PlainAnswer.Of(turn.Text) is not { } yes)
        {
            return null;
        }

        var open = await approvals.FindOpenAsync(turn.Tenant, turn.Conversation, turn.Speaker.UserId, turn.TurnId, ct);
        return open is null ? null : MeantBy(open, yes, work) switch
        {
            Meant.ThisQuestion => await DecideAsync(open, yes, work, ct),
            Meant.Unclear => await AskAgainAsync(open, work, ct),
            _ => null,
        };
    }

    private enum Meant
    {
        ThisQuestion,
        Unclear,
        AnAgentsQuestion,
    }

    /// <summary>A plain yes answers what was said last; when that was another question, it must not set off an older change.</summary>
    private Meant MeantBy(Approval open, bool yes, TurnWork work)
    {
        var turn = work.Context;
        var before = turn.History.LastOrDefault(l => l.Role == "user" && l.Name == turn.Speaker.Name)?.TurnId;
        if (open.AskedIn == before || open.DecidedTurn == turn.TurnId)
        {
            return Meant.ThisQuestion;
        }

        var floor = work.Record.FloorAgent;
        if (floor is not null && floor != open.Agent && roster.Has(floor) && AgentLoop.HoldsFloor(roster[floor], turn))
        {
            return Meant.AnAgentsQuestion;
        }

        var asked = turn.History.LastOrDefault(l => l.Role == "assistant" && l.TurnId == before)?.Text.Contains('?', StringComparison.Ordinal);
        return yes && asked == true ? Meant.Unclear : Meant.ThisQuestion;
    }

    private async Task<TurnReply> AskAgainAsync(Approval open, TurnWork work, CancellationToken ct)
    {
        await approvals.AskAgainAsync(work.Context.Tenant, open.Id, work.Context.TurnId, ct);
        return Approvals.Question(open.Agent, open.Id, $"Just to be sure, this is still open: {open.Summary}", []);
    }

    private async Task<TurnReply> DecideAsync(Approval? approval, bool yes, TurnWork work, CancellationToken ct)
    {
        var turn = work.Context;
        if (approval is null)
        {
            return new TurnReply(roster.Entry.Id, "I do not know that question any more. Please ask me again.");
        }

        if (!await approvals.DecideAsync(turn.Tenant, approval.Id, turn.Speaker.UserId, yes, turn.TurnId, ct))
        {
            return new TurnReply(approval.Agent, WhyNot(approval, turn));
        }

        if (!yes)
        {
            return new TurnReply(approval.Agent, "All right, nothing was changed.");
        }

        var call = new ToolCall($"call_{approval.Id}", approval.Tool, JsonDocument.Parse(approval.Arguments).RootElement);
        turn.Approved = Approvals.Hash(call.Tool, call.Arguments) == approval.Hash;
        var result = await tools.RunAsync(roster[approval.Agent], call, work, ct);
        turn.Approved = false;
        return Show(approval.Agent, result);
    }

    private async Task<TurnReply> UndoAsync(string? token, TurnWork work, CancellationToken ct)
    {
        var agent = roster.All.FirstOrDefault(a => a.Tools.Contains(UndoTool));
        if (agent is null)
        {
            return new TurnReply(roster.Entry.Id, "Nothing here can be taken back.");
        }

        return Show(agent.Id, await tools.RunAsync(agent, ToolCall.Of(UndoTool, new { token }), work, ct));
    }

    private static TurnReply Show(string agent, ToolResult result) =>
        new(agent, result.Next is { } next ? $"{result.Summary}\n\n{next}" : result.Summary) { Parts = result.Parts };

    private string WhyNot(Approval approval, TurnContext turn) => approval switch
    {
        _ when approval.UserId != turn.Speaker.UserId => "Only the person I asked can answer that.",
        { State: "given" } => "That was done already.",
        { State: "refused" } => "That was turned down already. Ask me again if you want it after all.",
        { State: "lapsed" } => "There is a newer version of that question; please use its buttons.",
        _ => Approvals.ExpiredSentence(approval, company.Value.Zone),
    };
}
