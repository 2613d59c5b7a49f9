using HardE.Agents.Turns;

namespace HardE.Agents.State;

/// <summary>A turn as it lies in the database when its work begins or goes on.</summary>
/// <param name="Attempts">How often it was started, this time included.</param>
/// <param name="Done">True when it has ended: there is nothing left to do.</param>
/// <param name="FloorAgent">The sticky agent that holds the floor; null for none.</param>
/// <param name="FirstInConversation">True for the first message of a conversation.</param>
public sealed record TurnRecord(
    long Attempts, bool Done, string? FloorAgent, bool FirstInConversation, IReadOnlyList<TranscriptLine> History,
    IReadOnlyDictionary<string, StoredDocument> Documents, IReadOnlyList<StepRecord> Steps)
{
    /// <summary>True when the person said stop before this attempt began.</summary>
    public bool Stopping { get; init; }
}

/// <summary>One step of a turn: what was asked for, and what came of it.</summary>
/// <param name="Kind">model, tool, hand_over, approval.</param>
/// <param name="Name">Tool, target agent or model.</param>
/// <param name="State">started or done.</param>
/// <param name="Request">Arguments or request, JSON.</param>
/// <param name="Result">Result, JSON; null while it runs.</param>
public sealed record StepRecord(
    long Seq, string Kind, string Agent, string Name, string? CallId, string? Request, string? RequestHash, string State, string? Result);

/// <summary>How a turn ended: everything that is saved in one transaction.</summary>
public sealed record TurnEnd(TurnReply Reply, string? FloorAgent, IReadOnlyList<StepRecord> UnsavedSteps, NewApproval? Approval)
{
    /// <summary>A reference for the person and the log when it went wrong.</summary>
    public string? Failure { get; init; }

    /// <summary>True for a stopped turn that left nothing to tell: the stop itself is answered.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>A yes that is asked for.</summary>
public sealed record NewApproval(
    string Id, string Agent, string Tool, string Arguments, string Hash, string Summary, DateTimeOffset Expires);
