using System.Globalization;
using System.Text.Json;
using HardE.Agents.Turns;

namespace HardE.Bot.Commands.Eval;

/// <summary>Holds a run against what its case expects. Every member of <c>expect</c> is judged alike, whatever the kind.</summary>
internal static class Judge
{
    /// <summary>One line for each thing that is wrong; none when the case passed.</summary>
    public static IReadOnlyList<string> Problems(CaseRun run)
    {
        var problems = Problems(run, run.Case.Expect).ToList();
        return run.Case.Kind == "crm" && !run.Case.Expect.TryGetProperty("tool_calls", out _)
            ? [.. problems, .. ToolJudge.Problems(run, JsonElement.Parse("[]"))] : problems;
    }

    private static IEnumerable<string> Problems(CaseRun run, JsonElement expect)
    {
        var slots = SlotJudge.Members.Any(m => expect.TryGetProperty(m, out _)) ? SlotJudge.Problems(expect, run.Form) : [];
        return slots.Concat(expect.EnumerateObject().Where(m => !SlotJudge.Members.Contains(m.Name)).SelectMany(m => Member(run, m.Name, m.Value)));
    }

    private static IEnumerable<string> Member(CaseRun run, string name, JsonElement wanted) => name switch
    {
        "agent" => Unless(run.Last?.Agent == wanted.GetString(), $"answered by {run.Last?.Agent ?? "nobody"}, not {wanted}"),
        "any_of" => Unless(wanted.EnumerateArray().Any(a => a.GetString() == run.Last?.Agent), $"answered by {run.Last?.Agent ?? "nobody"}, none of {wanted}"),
        "numbers" => wanted.EnumerateArray().SelectMany(n => Unless(Stands(run.Text, n), $"the number {n.GetProperty("value")} does not stand in the reply")),
        "not_numbers" => wanted.EnumerateArray().SelectMany(n => Unless(!Stands(Shown(run.Last), n), $"the number {Value(n)} stands in the reply")),
        "contains" or "reply_contains" => wanted.EnumerateArray().SelectMany(w => Unless(Comparing.Occurs(run.Text, w), $"the reply lacks {w}")),
        "sources" => Sources(run, wanted),
        "refuses" => Refuses(run, wanted.GetBoolean()),
        "tool_calls" => ToolJudge.Problems(run, wanted),
        "crm" => RecordJudge.Problems(run, wanted),
        "forbidden_tools" => wanted.EnumerateArray().SelectMany(t => Forbidden(run, t.GetString()!)),
        "forbidden_text" => wanted.EnumerateArray().SelectMany(t => Unless(!Comparing.StandsIn(Everything(run), t), $"the forbidden text {t} was said")),
        "allowed" => Problems(run, wanted),
        "is_request" => Unless((run.Order is not null) == wanted.GetBoolean(), run.Order is null ? "no order was read" : "an order was read where there is none"),
        "hold" => Unless((run.Order?.Hold ?? false) == wanted.GetBoolean(), $"hold is {run.Order?.Hold ?? false}"),
        "customer" => Field(name, run.Order?.Customer, wanted),
        "job" => Field(name, run.Order?.Job, wanted),
        "trade" => Field(name, run.Order?.Trade, wanted),
        "recipient" => Field(name, run.Order?.Recipient, wanted),
        _ => [$"this program does not know the expectation '{name}'"],
    };

    private static IEnumerable<string> Unless(bool good, string problem) => good ? [] : [problem];

    private static IEnumerable<string> Field(string name, string? found, JsonElement wanted) =>
        Unless(Comparing.Fold(found ?? "") == Comparing.Fold(wanted.GetString() ?? ""), $"{name} is {found ?? "nothing"}, not {wanted}");

    private static bool Stands(string text, JsonElement number)
    {
        var (value, tolerance) = (Value(number), number.ValueKind == JsonValueKind.Object && number.TryGetProperty("tol", out var tol) ? tol.GetDouble() : 0);
        return Comparing.Numbers(text).Any(n => Math.Abs(n - value) <= tolerance + 1e-9);
    }

    private static double Value(JsonElement number) => number.ValueKind == JsonValueKind.Object ? number.GetProperty("value").GetDouble() : number.GetDouble();

    private static IEnumerable<string> Sources(CaseRun run, JsonElement wanted)
    {
        var cited = run.Cited.Count == 0 ? "nothing" : string.Join(", ", run.Cited);
        return wanted.GetArrayLength() == 0
            ? Unless(run.Cited.Count == 0, $"{cited} was cited, nothing should be")
            : Unless(wanted.EnumerateArray().Any(s => run.Cited.Contains(s.GetString())), $"{cited} was cited, not {wanted}");
    }

    /// <summary>A refusal cites nothing and says that nothing was found.</summary>
    private static IEnumerable<string> Refuses(CaseRun run, bool wanted)
    {
        var refused = run.Cited.Count == 0 && Refusal.Is(run.Text);
        return Unless(refused == wanted, wanted ? "it answers what the base does not hold" : "it refuses what the base holds");
    }

    private static IEnumerable<string> Forbidden(CaseRun run, string tool)
    {
        var effect = tool.StartsWith("effect:", StringComparison.Ordinal) ? Enum.Parse<ToolEffect>(tool["effect:".Length..], ignoreCase: true) : (ToolEffect?)null;
        return run.Calls
            .Where(c => !c.IsPreview && (effect is null ? c.Tool == tool : run.Effects.TryGetValue(c.Tool, out var does) && does == effect))
            .Select(c => $"{c.Tool} ran in turn {c.Turn.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>All a person sees of a reply.</summary>
    private static string Shown(TurnReply? reply) =>
        reply is null ? "" : $"{reply.Text}\n{string.Join('\n', reply.Parts.Where(p => p is not (ButtonsPart or CitationsPart)).Select(p => TurnJson.Write(p)))}";

    /// <summary>Everything that went out: all replies with all parts, and the fields of an order.</summary>
    private static string Everything(CaseRun run) =>
        string.Join('\n', run.Replies.Select(r => r.Text + "\n" + TurnJson.Write(r.Parts))) + (run.Order is null ? "" : "\n" + TurnJson.Write(run.Order));
}
