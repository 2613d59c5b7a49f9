using HardE.Agents.Models;
using HardE.Agents.State;

namespace HardE.Agents.Turns;

/// <summary>A turn while it is worked on: what is known of it, the right to write, and steps not yet saved.</summary>
public sealed class TurnWork(TurnContext context, Lease lease, TurnRecord record)
{
    private readonly Queue<StepRecord> answers = new(record.Steps.Where(s => s is { Kind: "model", Result: not null }));
    private readonly long startedAt = TimeProvider.System.GetTimestamp();
    private long lastSeq = record.Steps.Count == 0 ? 0 : record.Steps.Max(s => s.Seq);

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

    /// <summary>How long this attempt has worked.</summary>
    public TimeSpan Elapsed => Clock.GetElapsedTime(startedAt);

    public TimeProvider Clock
    {
        get;
        init
        {
            field = value;
            startedAt = value.GetTimestamp();
        }
    } = TimeProvider.System;

    /// <summary>US dollars the models have cost in this turn, an interrupted attempt included.</summary>
    public decimal Usd { get; set; }

    /// <summary>How often a tool was called again with the same arguments.</summary>
    public int Repeats { get; set; }

    public long NextSeq() => Interlocked.Increment(ref lastSeq);

    /// <summary>The next answer that an interrupted attempt at this turn already got; null when there is none left.</summary>
    public ModelAnswer? TakeRecordedAnswer() => answers.TryDequeue(out var step) ? TurnJson.Read<ModelAnswer>(step.Result!) : null;
}
