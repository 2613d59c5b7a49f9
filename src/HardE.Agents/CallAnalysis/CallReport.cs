using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Agents.CallAnalysis;

/// <summary>Counts and sentences about a set of calls. Every number comes with the calls it was counted from.</summary>
internal static class CallReport
{
    private static readonly string[] Outcomes = ["sold", "lost", "follow_up", "no_fit", "unknown"];

    /// <summary><c>5 sold (call-01, …), 3 lost (…)</c>.</summary>
    public static string ByOutcome(IReadOnlyList<Transcript> calls) => string.Join(", ", Outcomes
        .Select(o => (Name: CallWords.Outcome(o), Of: calls.Where(c => c.Outcome == o).ToList()))
        .Where(o => o.Of.Count > 0 || o.Name is "sold" or "lost")
        .Select(o => o.Of.Count == 0 ? $"0 {o.Name}" : $"{o.Of.Count} {o.Name} ({Ids(o.Of)})"));

    /// <summary>The share sold of those that ended sold or lost; null when none did.</summary>
    public static string? Closed(IReadOnlyList<Transcript> calls)
    {
        var sold = calls.Count(c => c.Outcome == "sold");
        var known = sold + calls.Count(c => c.Outcome == "lost");
        return known == 0 ? null : $"Closed: {Math.Round(100m * sold / known, 1).ToString(CultureInfo.InvariantCulture)} % of the {known} that ended sold or lost.";
    }

    public static string Average(IReadOnlyList<Transcript> calls) => calls.Count == 0
        ? "-"
        : Math.Round(calls.Average(c => c.TalkRatio), 3, MidpointRounding.AwayFromZero).ToString("0.00#", CultureInfo.InvariantCulture);

    public static string Ratio(Transcript call) => call.TalkRatio.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Ids(IEnumerable<Transcript> calls) => string.Join(", ", calls.Select(c => c.Id));

    public static string Line(Transcript c) =>
        $"- **{c.Id}** ({CallWords.Outcome(c.Outcome)}; {c.Trade}; lead {c.Lead}; {c.Rep}; rep's talk share {Ratio(c)}): objections {Codes(c.Objections)}; techniques {Codes(c.Techniques)}";

    public static string Codes(IEnumerable<CallSign> signs) => string.Join(", ", signs.Select(s => s.Code)) is { Length: > 0 } codes ? codes : "none";

    /// <summary>One source a call, with the words that tell most: the objection's line, else the summary.</summary>
    public static CitationsPart Sources(IEnumerable<Transcript> calls) => new(
        [.. calls.Select(c => new Citation(c.Id, $"{c.Path}: {c.Title}", c.Objections.FirstOrDefault(o => o.Line > 0)?.Words ?? c.Summary))]);

    public static TablePart Table(IReadOnlyList<Transcript> calls) => new(
        "Calls", ["Call", "Outcome", "Trade", "Lead", "Rep", "Objections", "Talk share"],
        [.. calls.Select(c => (IReadOnlyList<string>)[c.Id, CallWords.Outcome(c.Outcome), c.Trade, c.Lead, c.Rep, Codes(c.Objections), Ratio(c)])]);

    public static object Data(Transcript c) => new
    {
        c.Id,
        c.Title,
        c.Outcome,
        c.Trade,
        c.Lead,
        c.Rep,
        talk_ratio = c.TalkRatio,
        objections = c.Objections.Select(o => new { o.Code, o.Line, o.Words }),
        techniques = c.Techniques.Select(t => new { t.Code, t.Line, t.Words }),
    };
}
