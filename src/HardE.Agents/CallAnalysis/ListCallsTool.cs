using HardE.Agents.Turns;

namespace HardE.Agents.CallAnalysis;

/// <summary>Lists calls and says how they ended, who talked how much, and what came up.</summary>
internal sealed class ListCallsTool(CallLibrary library) : Tool<CallFilter>
{
    private const int MostLines = 12;

    public override string Name => "list_calls";
    public override string Description => "Lists recorded sales calls, narrowed by outcome, trade, rep, lead source, objection or technique, with counts and talk share.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.CallsRead];
    public override bool UntrustedOutput => true;

    protected override async Task<ToolResult> RunAsync(CallFilter input, TurnContext turn, CancellationToken ct)
    {
        if (input.Rep is { } rep && CallAudience.WhyNot(turn, rep) is { } refused)
        {
            return new ToolResult(ToolOutcome.NotPermitted, refused);
        }

        var all = await library.ListAsync(turn, ct);
        var calls = input.Of(all);
        if (calls.Count == 0)
        {
            return ToolResult.NotFound(
                all.Count == 0 ? "There are no recorded calls in the knowledge base." : $"0 of the {all.Count} calls are {input.Words()}.",
                all.Count == 0 ? "Put transcripts into SALES_DIRECTOR_CALLS." : "Ask for all calls to see what there is.");
        }

        var most = calls.MaxBy(c => c.TalkRatio)!;
        var least = calls.MinBy(c => c.TalkRatio)!;
        string?[] said =
        [
            $"**{calls.Count} {(calls.Count == 1 ? "call" : "calls")}**{(calls.Count == all.Count ? "" : $" ({input.Words()})")}: {CallReport.ByOutcome(calls)}.",
            CallReport.Closed(calls),
            $"Rep's talk share: {CallReport.Average(calls)} on average; highest {CallReport.Ratio(most)} in {most.Id} ({most.Rep}), lowest {CallReport.Ratio(least)} in {least.Id}.",
            string.Join('\n', calls.Take(MostLines).Select(CallReport.Line)),
        ];
        return ToolResult.Done(
            string.Join("\n", said.OfType<string>()), new { count = calls.Count, calls = calls.Select(CallReport.Data) },
            CallReport.Table(calls), CallReport.Sources(calls));
    }
}
