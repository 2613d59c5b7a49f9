using System.ComponentModel;
using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Agents.CallAnalysis;

/// <summary>Scorecards of calls, each point tied to a line.</summary>
internal sealed class ScoreCallsTool(CallLibrary library) : Tool<ScoreCallsTool.Input>
{
    private const int MostCards = 6;

    public sealed record Input(
        [property: Description("Ids or numbers of calls; null for those of the filter.")] IReadOnlyList<string>? Calls = null,
        [property: Description("Which calls, when none are named.")] CallFilter? Filter = null);

    public override string Name => "score_calls";
    public override string Description => "Scores recorded calls by fixed rules, with the line each point rests on. The same call always has the same score.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.CallsRead];
    public override bool UntrustedOutput => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (CallAudience.WhyNot(turn, input.Filter?.Rep) is { } refused && (input.Filter?.Rep is not null || turn.Request.SharedRoom))
        {
            return new ToolResult(ToolOutcome.NotPermitted, refused);
        }

        var calls = new List<Transcript>();
        foreach (var name in input.Calls ?? [])
        {
            calls.AddRange(await library.FindAsync(turn, name, ct) is { } call ? [call] : []);
        }

        calls = input.Calls is { Count: > 0 } ? calls : [.. (input.Filter ?? new CallFilter()).Of(await library.ListAsync(turn, ct))];
        var open = calls.Where(c => !c.CoachingHidden).ToList();
        return calls.Count == 0 ? ToolResult.NotFound("There is no such call.", "Ask for all calls to see what there is.")
            : open.Count == 0 ? new ToolResult(ToolOutcome.NotPermitted, CallAudience.WhyNot(turn, null) ?? "There is no card for these calls.")
            : Show(open);
    }

    private static ToolResult Show(List<Transcript> calls)
    {
        var cards = calls.Select(c => (Call: c, Card: Scorecard.Of(c))).ToList();
        var average = Math.Round(cards.Average(c => (decimal)Scorecard.Total(c.Card)), 1).ToString("0.#", CultureInfo.InvariantCulture);
        string[] said =
        [
            cards.Count == 1 ? "" : $"{cards.Count.ToString(CultureInfo.InvariantCulture)} calls, {average} points on average.",
            .. cards.Take(MostCards).Select(c => Scorecard.Words(c.Call)),
            cards.Count > MostCards ? $"The other {(cards.Count - MostCards).ToString(CultureInfo.InvariantCulture)} are in the table." : "",
        ];
        return ToolResult.Done(
            string.Join("\n\n", said.Where(s => s.Length > 0)),
            cards.Select(c => new { call = c.Call.Id, edition = Scorecard.Edition, total = Scorecard.Total(c.Card), scores = c.Card }),
            new TablePart("Scorecards", ["Call", "Points", .. cards[0].Card.Select(s => s.What)],
                [.. cards.Select(c => (IReadOnlyList<string>)[c.Call.Id, Points(Scorecard.Total(c.Card)), .. c.Card.Select(s => Points(s.Points))])]),
            CallReport.Sources(calls));
    }

    private static string Points(int points) => points.ToString(CultureInfo.InvariantCulture);
}
