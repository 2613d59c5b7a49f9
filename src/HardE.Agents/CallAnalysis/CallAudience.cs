using HardE.Agents.Turns;

namespace HardE.Agents.CallAnalysis;

/// <summary>Who sees what of a call: a rep's coaching and name are for that rep, directors and owners, and for no shared room.</summary>
internal static class CallAudience
{
    /// <summary>The calls as this person may see them, in this place.</summary>
    public static IReadOnlyList<Transcript> Of(TurnContext turn, IReadOnlyList<Transcript> calls) =>
        [.. calls.Select(c => MaySee(turn, c.Rep) ? c : c with { Rep = "a rep", Note = "", CoachingHidden = true })];

    /// <summary>Why a question about this rep, or about all reps, is not answered here; null when it is.</summary>
    /// <param name="rep">Null for all of them.</param>
    public static string? WhyNot(TurnContext turn, string? rep) =>
        turn.Request.SharedRoom ? "How single reps do in their calls I tell only in a direct message."
        : MaySee(turn, rep) ? null
        : "How another rep does in calls is for that rep, directors and owners. I can show you your own calls and what the team's calls have in common.";

    private static bool MaySee(TurnContext turn, string? rep) =>
        !turn.Request.SharedRoom && (Permissions.Has(turn.Speaker.Role, Permissions.CallsCoach) || (rep is not null && rep.Equals(turn.Speaker.Name, StringComparison.OrdinalIgnoreCase)));
}
