using HardE.Agents.Models;
using HardE.Agents.State;

namespace HardE.Agents.Turns;

/// <summary>A turn while it is worked on: what is known of it, the right to write, and steps not yet saved.</summary>
public sealed class TurnWork(TurnContext context, Lease lease, TurnRecord record)
{
    private readonly Queue<StepRecord> answers = new(record.Steps.Where(s => s is { Kind: "model", Result: not null }));
    private long nextSeq = record.Steps.Count == 0 ? 1 : record.Steps.Max(s => s.Seq) + 1;

    public TurnContext Context { get; } = context;
    public Lease Lease { get; } = lease;

    /// <summary>Ends with the process only: a write that has begun is finished although the person says stop.</summary>
    public CancellationToken Lifetime { get; init; }

    /// <summary>What was found at the start: history, floor, steps of an interrupted attempt.</summary>
    public TurnRecord Record { get; } = record;

    /// <summary>Steps that go to disk with the turn's end: reads need no earlier commit.</summary>
    public List<StepRecord> Unsaved { get; } = [];

    /// <summary>Agents for which the model has taken over in this turn.</summary>
    public HashSet<string> ModelAgents { get; } = [];

    /// <summary>Questions put to a model in this turn.</summary>
    public int ModelCalls { get; set; }

    public long NextSeq() => nextSeq++;

    /// <summary>The next answer that an interrupted attempt at this turn already got; null when there is none left.</summary>
    public ModelAnswer? TakeRecordedAnswer() => answers.TryDequeue(out var step) ? TurnJson.Read<ModelAnswer>(step.Result!) : null;
}
