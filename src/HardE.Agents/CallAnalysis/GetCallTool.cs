using System.ComponentModel;
using HardE.Agents.Knowledge;
using HardE.Agents.Turns;

namespace HardE.Agents.CallAnalysis;

/// <summary>One call: facts, the lines that mattered, coaching points, the director's note. Or the lines of all calls on a subject.</summary>
internal sealed class GetCallTool(CallLibrary library) : Tool<GetCallTool.Input>
{
    private const int MostLines = 8;

    public sealed record Input(
        [property: Description("Id or number of the call, for example call-06; null to look through all.")] string? Call = null,
        [property: Description("Words to look for in what was said; null for the whole picture.")] string? About = null);

    public override string Name => "get_call";
    public override string Description => "Shows one recorded call with coaching points, or the lines of the calls that speak of something.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.CallsRead];
    public override bool UntrustedOutput => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (input.Call is { Length: > 0 } name)
        {
            return await library.FindAsync(turn, name, ct) is { } call
                ? Show(call)
                : ToolResult.NotFound($"There is no call '{name}'.", "Ask for all calls to see what there is.");
        }

        return input.About is { Length: > 0 } words
            ? About(await library.ListAsync(turn, ct), words)
            : ToolResult.NeedsInput("Which call do you mean? A number is enough.");
    }

    private static ToolResult Show(Transcript call)
    {
        var heard = call.Objections.Concat(call.Techniques).Where(s => s.Line > 0).Select(s => $"- {s.Code}, line {s.Line}: “{s.Words}”");
        string[] parts =
        [
            $"**{call.Id}: {call.Title}**\n{call.Summary}", CallReport.Line(call),
            $"**What was heard**\n{string.Join('\n', heard)}",
            call.CoachingHidden ? "" : $"**Coaching**\n{string.Join('\n', Coaching.Points(call).Select(p => $"- {p}"))}",
            string.Join('\n', call.Asides.Where(a => a.Text.Length > 60).Select(a => $"Line {a.Line}: {a.Text}")),
            call.Note,
        ];
        return ToolResult.Done(
            string.Join("\n\n", parts.Where(p => p.Length > 0)),
            new { call = CallReport.Data(call), coaching = call.CoachingHidden ? [] : Coaching.Points(call), note = call.Note },
            CallReport.Sources([call]));
    }

    /// <summary>Lines that hold the words, with the call, the line and who said it.</summary>
    private static ToolResult About(IReadOnlyList<Transcript> calls, string words)
    {
        var wanted = SearchQuestion.TermsOf(words);
        var found = calls.SelectMany(c => c.Said.Select(u => (Call: c, Said: u, Score: SearchQuestion.TermsOf(u.Text).Count(wanted.Contains))))
            .Where(f => f.Score > 0).OrderByDescending(f => f.Score).ThenBy(f => f.Call.Id, StringComparer.Ordinal).ThenBy(f => f.Said.Line)
            .Take(MostLines).ToList();
        if (found.Count == 0)
        {
            return ToolResult.NotFound($"Nobody speaks of “{words}” in the {calls.Count} calls.", "Try other words.");
        }

        var lines = found.Select(f => $"- {f.Call.Id}, line {f.Said.Line}, {(f.Said.ByRep ? f.Call.Rep : "homeowner")}: “{f.Said.Text}”");
        return ToolResult.Done(
            $"In the calls:\n{string.Join('\n', lines)}",
            found.Select(f => new { call = f.Call.Id, line = f.Said.Line, speaker = f.Said.Speaker, text = f.Said.Text }),
            new CitationsPart([.. found.DistinctBy(f => f.Call.Id).Select(f => new Citation(f.Call.Id, $"{f.Call.Path}: {f.Call.Title}", f.Said.Text))]));
    }
}
