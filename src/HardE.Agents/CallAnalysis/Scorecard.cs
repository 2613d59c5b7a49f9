using System.Globalization;

namespace HardE.Agents.CallAnalysis;

/// <summary>One line of a scorecard.</summary>
/// <param name="Line">Line of the call that it rests on; 0 where something is missing.</param>
internal sealed record Score(string What, int Points, int Of, string Why, int Line);

/// <summary>A call in points, by fixed rules: the same call has the same card on every day and every machine.</summary>
internal static class Scorecard
{
    /// <summary>Changes with the rules; cards of two editions are not compared.</summary>
    public const int Edition = 1;

    private const int EnoughQuestions = 4;
    private static readonly string[] Proofs = ["photo-review", "documents", "measure-aloud", "show-the-math", "comparison-sheet", "inspection-report", "match-safeguards", "board-package"];

    public static IReadOnlyList<Score> Of(Transcript call) =>
        [Questions(call), Priorities(call), Proof(call), Answers(call), Isolation(call), PriceHeld(call), Respect(call), NextStep(call)];

    public static int Total(IReadOnlyList<Score> card) => card.Sum(s => s.Points);

    /// <summary>The card in words, each line with the line of the call it rests on.</summary>
    public static string Words(Transcript call)
    {
        var card = Of(call);
        var lines = card.Select(s => $"- {s.What}: {Number(s.Points)} of {Number(s.Of)}. {s.Why}{(s.Line > 0 ? $" (line {Number(s.Line)})" : "")}");
        return $"**{call.Id}: {Number(Total(card))} of {Number(card.Sum(s => s.Of))} points** (scorecard edition {Number(Edition)})\n{string.Join('\n', lines)}";
    }

    private static Score Questions(Transcript call)
    {
        var price = Coaching.FirstPrice(call);
        var asked = call.Said.Count(u => u.ByRep && u.Text.Contains('?', StringComparison.Ordinal) && (price is null || u.Line < price.Line));
        var before = price is null ? "in the call" : "before the first price";
        return new Score("Questions first", Math.Min(asked, EnoughQuestions) * 5, 20, $"{Number(asked)} turn{(asked == 1 ? "" : "s")} with a question {before}", price?.Line ?? 0);
    }

    private static Score Priorities(Transcript call) => Heard(call, "Their priorities", 10, "read back or asked for", "never asked for", "priorities");

    private static Score Proof(Transcript call) => Heard(call, "Something to see", 10, "photos, papers or sums were shown", "nothing was shown", Proofs);

    /// <summary>An objection counts as heard when the rep's next words ask something.</summary>
    private static Score Answers(Transcript call)
    {
        var heard = call.Objections.Select(o => call.Said.FirstOrDefault(u => u.ByRep && u.Line > o.Line)).OfType<Utterance>().ToList();
        var asked = heard.Count(u => u.Text.Contains('?', StringComparison.Ordinal));
        return call.Objections.Count == 0 ? new Score("Objections", 20, 20, "none came up", 0)
            : new Score("Objections", 20 * asked / call.Objections.Count, 20, $"{Number(asked)} of {Number(call.Objections.Count)} answered with a question", call.Objections[0].Line);
    }

    private static Score Isolation(Transcript call) => call.Objections.Count == 0
        ? new Score("Isolating", 10, 10, "there was nothing to isolate", 0)
        : Heard(call, "Isolating", 10, "asked what else stands in the way", "never asked what else stands in the way", "isolate");

    private static Score PriceHeld(Transcript call) => call.Techniques.FirstOrDefault(t => t.Code == "price-drop") is { } drop
        ? new Score("Price held", 0, 10, "the price moved instead of the scope", drop.Line)
        : new Score("Price held", 10, 10, "the price did not move", 0);

    private static Score Respect(Transcript call) => Coaching.FirstPressure(call) is { } pushed
        ? new Score("No pressure", 0, 10, "this pushes or belittles", pushed.Line)
        : new Score("No pressure", 10, 10, "nothing pushes or belittles", 0);

    private static Score NextStep(Transcript call) =>
        call.Outcome is "sold" or "no_fit" ? new Score("A clear end", 10, 10, $"it ended {CallWords.Outcome(call.Outcome)}", call.OutcomeLine)
        : Heard(call, "A clear end", 10, "a day and hour for the next talk", "no day and hour for the next talk", TechniqueSigns.DatedNextStep);

    private static Score Heard(Transcript call, string what, int of, string there, string missing, params string[] codes) =>
        call.Techniques.FirstOrDefault(t => codes.Contains(t.Code)) is { } sign ? new Score(what, of, of, there, sign.Line) : new Score(what, 0, of, missing, 0);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
