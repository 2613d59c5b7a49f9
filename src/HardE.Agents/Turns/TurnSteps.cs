using HardE.Agents.State;

namespace HardE.Agents.Turns;

/// <summary>
/// What a turn did, step by step. Steps that leave traces outside are on disk before they begin; the others go along with
/// the turn's end.
/// </summary>
public sealed class TurnSteps(ConversationStore store)
{
    /// <summary>The result of this call from an interrupted attempt at the same turn.</summary>
    public static ToolResult? FindFinished(TurnWork work, ToolCall call) =>
        Find(work, call) is { State: "done", Result: { } result } ? TurnJson.Read<ToolResult>(result) : null;

    /// <summary>True when an interrupted attempt began this call and did not note its end.</summary>
    public static bool WasStarted(TurnWork work, ToolCall call) => Find(work, call) is { State: "started" };

    /// <returns>The step's number.</returns>
    public async Task<long> StartAsync(TurnWork work, string agent, ToolCall call, bool durable, CancellationToken ct)
    {
        var seq = Find(work, call)?.Seq ?? work.NextSeq();
        if (durable)
        {
            await store.SaveStepAsync(work.Context.Request, work.Lease, Record(seq, agent, call, null), ct);
        }

        return seq;
    }

    public async Task FinishAsync(
        TurnWork work, long seq, string agent, ToolCall call, ToolResult result, bool durable, CancellationToken ct)
    {
        var record = Record(seq, agent, call, result);
        if (durable)
        {
            await store.SaveStepAsync(work.Context.Request, work.Lease, record, ct);
        }
        else
        {
            lock (work.Unsaved) // tools may run side by side
            {
                work.Unsaved.Add(record);
            }
        }
    }

    /// <summary>Notes that the floor changed hands, or what a model answered.</summary>
    /// <returns>The step's number.</returns>
    public async Task<long> NoteAsync(TurnWork work, string kind, string agent, string name, string? requestHash, string? result, bool durable, CancellationToken ct)
    {
        var record = new StepRecord(work.NextSeq(), kind, agent, name, null, null, requestHash, "done", result);
        if (durable)
        {
            await store.SaveStepAsync(work.Context.Request, work.Lease, record, ct);
        }
        else
        {
            lock (work.Unsaved) // tools may run side by side
            {
                work.Unsaved.Add(record);
            }
        }

        return record.Seq;
    }

    private static StepRecord? Find(TurnWork work, ToolCall call)
    {
        var hash = Approvals.Hash(call.Tool, call.Arguments);
        return work.Record.Steps.LastOrDefault(s => s.Kind == "tool" && s.Name == call.Tool && s.RequestHash == hash);
    }

    private static StepRecord Record(long seq, string agent, ToolCall call, ToolResult? result) => new(
        seq,
        "tool",
        agent,
        call.Tool,
        call.Id,
        TurnJson.Write(call.Arguments),
        Approvals.Hash(call.Tool, call.Arguments),
        result is null ? "started" : "done",
        result is null ? null : TurnJson.Write(result));
}
