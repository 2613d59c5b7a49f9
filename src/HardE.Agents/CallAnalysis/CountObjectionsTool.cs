using System.ComponentModel;
using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Agents.CallAnalysis;

/// <summary>Counts what came up in calls: objections, or techniques, lead sources, reps, trades. Each number names its calls.</summary>
internal sealed class CountObjectionsTool(CallLibrary library) : Tool<CountObjectionsTool.Input>
{
    public sealed record Input(
        [property: Description("objection, technique, lead, rep or trade.")] string By = "objection",
        [property: Description("Which calls; null for all.")] CallFilter? Calls = null);

    public override string Name => "count_objections";
    public override string Description => "Counts objections, techniques, lead sources, reps or trades over recorded calls, with how those calls ended.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.CallsRead];
    public override bool UntrustedOutput => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (Key(input.By) is not { } key)
        {
            return new ToolResult(ToolOutcome.InvalidArguments, $"Calls cannot be counted by '{input.By}'; take objection, technique, lead, rep or trade.");
        }

        if ((input.By == "rep" || input.Calls?.Rep is not null) && CallAudience.WhyNot(turn, input.Calls?.Rep) is { } refused)
        {
            return new ToolResult(ToolOutcome.NotPermitted, refused);
        }

        var filter = input.Calls ?? new CallFilter();
        var calls = filter.Of(await library.ListAsync(turn, ct));
        if (calls.Count == 0)
        {
            return ToolResult.NotFound($"There are 0 {filter.Words()}.", "Ask for all calls to see what there is.");
        }

        var rows = calls.SelectMany(c => key(c).Distinct().Select(k => (Key: k, Call: c))).GroupBy(r => r.Key, r => r.Call, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var lines = rows.Select(g => $"- **{Told(input.By, g.Key)}**: {g.Count()} ({CallReport.ByOutcome([.. g])}){Example(input.By, g.Key, g.First())}");
        return ToolResult.Done(
            $"{Plural(input.By)} in {calls.Count} {filter.Words()}:\n{string.Join('\n', lines)}",
            new { by = input.By, calls = calls.Count, rows = rows.Select(g => new { name = g.Key, count = g.Count(), calls = g.Select(c => c.Id) }) },
            new TablePart(Plural(input.By), [input.By, "Calls", "Which"],
                [.. rows.Select(g => (IReadOnlyList<string>)[g.Key, g.Count().ToString(CultureInfo.InvariantCulture), CallReport.Ids(g)])]),
            CallReport.Sources(rows.Take(input.By == "objection" ? rows.Count : 4).SelectMany(g => g).Distinct().OrderBy(c => c.Id, StringComparer.Ordinal)));
    }

    private static Func<Transcript, IEnumerable<string>>? Key(string by) => by switch
    {
        "objection" => c => c.Objections.Select(o => o.Code),
        "technique" => c => c.Techniques.Select(t => t.Code),
        "lead" => c => [c.Lead],
        "rep" => c => [c.Rep],
        "trade" => c => [c.Trade],
        _ => null,
    };

    /// <summary>The line that was heard in the first of the calls.</summary>
    private static string Example(string by, string code, Transcript call)
    {
        var signs = by == "objection" ? call.Objections : by == "technique" ? call.Techniques : [];
        return signs.FirstOrDefault(s => s.Code == code) is { } sign ? $"; for example {call.Id}, line {sign.Line}: “{Coaching.Short(sign.Words)}”" : "";
    }

    private static string Told(string by, string code) => by == "objection" ? CallWords.Objection(code) : code;

    private static string Plural(string by) => by switch
    {
        "lead" => "Lead sources",
        "rep" => "Reps",
        "trade" => "Trades",
        "technique" => "Techniques",
        _ => "Objections",
    };
}
