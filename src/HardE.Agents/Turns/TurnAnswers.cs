namespace HardE.Agents.Turns;

/// <summary>Finds the answer of a turn: what must not be read, what code decides alone, what is for an agent.</summary>
public sealed class TurnAnswers(Guardrails guardrails, TurnDecisions decisions, AgentLoop loop, FirstReply firstReply)
{
    public async Task<State.TurnEnd> AnswerAsync(TurnWork work, CancellationToken ct)
    {
        var outcome = guardrails.Refuse(work.Context.Text) is { } refusal ? new LoopOutcome(new TurnReply("triage_agent", refusal))
            : await decisions.TryAsync(work, ct) is { } decided ? new LoopOutcome(decided)
            : await loop.AnswerAsync(work, ct);
        var reply = firstReply.Complete(work, WithReceipts(outcome.Reply, work.Context));
        return new State.TurnEnd(reply, loop.FloorAfter(work, reply), work.Unsaved, outcome.Approval);
    }

    /// <summary>What was done must be seen, whoever wrote the answer.</summary>
    private static TurnReply WithReceipts(TurnReply reply, TurnContext turn)
    {
        var missing = turn.Steps.SelectMany(s => s.Result.Parts)
            .Where(p => p is ReceiptPart or AudioPart && !reply.Parts.Contains(p));
        return reply with { Parts = [.. reply.Parts, .. missing] };
    }
}
