using HardE.Agents.NewClients;
using HardE.Agents.Turns;
using HardE.Jobs.Mail;

namespace HardE.Bot.Commands.Eval;

/// <summary>What happened in a case.</summary>
/// <param name="Order">The order read from a mail or slash command.</param>
internal sealed record CaseRun(EvalCase Case, IReadOnlyList<TurnReply> Replies, NewClientForm Form, PrimerOrder? Order)
{
    public IReadOnlyList<CaseCall> Calls { get; init; } = [];

    /// <summary>What each tool does to the world.</summary>
    public IReadOnlyDictionary<string, ToolEffect> Effects { get; init; } = new Dictionary<string, ToolEffect>();

    public CaseRecords Before { get; init; } = CaseRecords.None;
    public CaseRecords After { get; init; } = CaseRecords.None;

    /// <summary>Wall time of the turns alone.</summary>
    public double Milliseconds { get; init; }

    /// <summary>True when no agent's rules left a decision open.</summary>
    public bool WithoutModel { get; init; } = true;

    /// <summary>The last reply; expectations speak of it.</summary>
    public TurnReply? Last => Replies.Count == 0 ? null : Replies[^1];

    public string Text => Last?.Text ?? "";

    /// <summary>Documents and pages that the last reply cites.</summary>
    public IReadOnlyList<string> Cited => [.. (Last?.Parts ?? []).OfType<CitationsPart>().SelectMany(c => c.Sources).Select(s => s.Id).Distinct()];
}
