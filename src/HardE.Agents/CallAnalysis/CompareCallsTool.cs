using System.ComponentModel;
using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Agents.CallAnalysis;

/// <summary>Puts two or more calls, or two groups of calls, side by side.</summary>
internal sealed class CompareCallsTool(CallLibrary library) : Tool<CompareCallsTool.Input>
{
    public sealed record Input(
        [property: Description("Ids or numbers of calls to compare; null to compare groups.")] IReadOnlyList<string>? Calls = null,
        [property: Description("One group.")] CallFilter? First = null,
        [property: Description("The other group; null compares with all other calls.")] CallFilter? Second = null);

    public override string Name => "compare_calls";
    public override string Description => "Compares calls, or two groups of calls: outcome, lead, talk share, objections, techniques.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.CallsRead];
    public override bool UntrustedOutput => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (input.Calls is { Count: > 0 } names)
        {
            var found = new List<Transcript>();
            foreach (var name in names.Take(6))
            {
                if (await library.FindAsync(turn, name, ct) is not { } call)
                {
                    return ToolResult.NotFound($"There is no call '{name}'.", "Ask for all calls to see what there is.");
                }

                found.Add(call);
            }

            return Side(found);
        }

        if ((input.First?.Rep ?? input.Second?.Rep) is { } rep && CallAudience.WhyNot(turn, rep) is { } refused)
        {
            return new ToolResult(ToolOutcome.NotPermitted, refused);
        }

        return input.First is { } first
            ? Groups(await library.ListAsync(turn, ct), first, input.Second)
            : ToolResult.NeedsInput("Which calls, or which two groups, shall I compare?");
    }

    private static ToolResult Side(List<Transcript> calls)
    {
        var told = calls.Select(c => $"{CallReport.Line(c)}\n  {c.Summary}\n  {(c.CoachingHidden ? "" : $"Coaching: {string.Join(" ", Coaching.Points(c).Take(4))}")}");
        return ToolResult.Done(
            $"**{string.Join(" and ", calls.Select(c => c.Id))}**\n{string.Join('\n', told)}",
            calls.Select(CallReport.Data), CallReport.Table(calls), CallReport.Sources(calls));
    }

    private static ToolResult Groups(IReadOnlyList<Transcript> all, CallFilter first, CallFilter? second)
    {
        var one = first.Of(all);
        var other = second is null ? [.. all.Except(one)] : second.Of(all);
        (string Name, IReadOnlyList<Transcript> Calls)[] groups = [(first.Words(), one), (second?.Words() ?? "all other calls", other)];
        var lines = groups.Select(g =>
            $"- **{g.Name}**: {g.Calls.Count}; {CallReport.ByOutcome(g.Calls)}; rep's talk share {CallReport.Average(g.Calls)} on average. {CallReport.Closed(g.Calls)}");
        return ToolResult.Done(
            string.Join('\n', lines), groups.Select(g => new { group = g.Name, count = g.Calls.Count, talk_ratio = CallReport.Average(g.Calls) }),
            new TablePart("Comparison", ["Group", "Calls", "Talk share"],
                [.. groups.Select(g => (IReadOnlyList<string>)[g.Name, g.Calls.Count.ToString(CultureInfo.InvariantCulture), CallReport.Average(g.Calls)])]),
            CallReport.Sources(one.Concat(other)));
    }
}
