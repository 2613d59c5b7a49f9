using System.Text.Json;
using HardE.Agents.Crm.Embedded;
using HardE.Agents.Turns;

namespace HardE.Bot.Commands.Eval;

/// <summary>Tool calls: the wanted ones in their order, writes only as previewed and agreed to, no other write.</summary>
internal static class ToolJudge
{
    public static IEnumerable<string> Problems(CaseRun run, JsonElement wanted)
    {
        var names = new RecordNames(run.Case.Records);
        var next = 0;
        foreach (var call in wanted.EnumerateArray())
        {
            while (next < run.Calls.Count && !Fits(call, run.Calls, next, names))
            {
                next++;
            }

            if (next++ >= run.Calls.Count)
            {
                yield return $"no call {call}";
            }
        }

        for (var i = 0; i < run.Calls.Count; i++)
        {
            var call = run.Calls[i];
            if (!call.Confirmed || run.Effects.GetValueOrDefault(call.Tool) < ToolEffect.Write)
            {
                continue;
            }

            if (!wanted.EnumerateArray().Any(w => Fits(w, run.Calls, i, names)))
            {
                yield return $"an unexpected write: {call.Tool} {call.Arguments}";
            }

            if (!run.Calls.Any(c => c.Turn < call.Turn && c.Tool == call.Tool && c.IsPreview && SameButConfirm(c.Arguments, call.Arguments)))
            {
                yield return $"a write without its preview: {call.Tool} {call.Arguments}";
            }
        }
    }

    private static bool Fits(JsonElement wanted, IReadOnlyList<CaseCall> calls, int at, RecordNames names)
    {
        var call = calls[at];
        var tool = wanted.GetProperty("tool");
        var named = tool.ValueKind == JsonValueKind.Array ? tool.EnumerateArray().Any(t => t.GetString() == call.Tool) : tool.GetString() == call.Tool;
        return named && (!wanted.TryGetProperty("arguments", out var arguments)
            || Comparing.Fits(arguments, call.Arguments, call.Tool == "move_job_stage" ? names.AtStageOf(calls.Take(at), call) : names.Of));
    }

    private static bool SameButConfirm(JsonElement preview, JsonElement write) =>
        CanonicalJson.Write(write).Replace("\"confirm\":true", "\"confirm\":false", StringComparison.Ordinal) == CanonicalJson.Write(preview);
}

/// <summary>One spelling for people and stages that a case may name in several ways.</summary>
internal sealed class RecordNames(CrmSeed records)
{
    private static readonly string[] Standard = ["lead", "appointment", "estimate", "proposal", "sold", "work", "closed", "lost"];

    private readonly string[] stages = records.Stages is { Count: > 0 } own && !own.All(s => Standard.Contains(Comparing.Fold(s.Name)))
        ? [.. own.Select(s => Comparing.Fold(s.Name))] : Standard;

    /// <summary>A staff member's id for id, e-mail or full name; anything else stays.</summary>
    public string Of(string folded) =>
        (records.Users ?? []).FirstOrDefault(u => folded == Comparing.Fold(u.Name) || folded == u.Id || folded == u.Email?.ToLowerInvariant())?.Id ?? folded;

    /// <summary>Also turns a stage's position, <c>next</c> and <c>back</c> into its name, counted from where the job stands before the call.</summary>
    public Func<string, string> AtStageOf(IEnumerable<CaseCall> before, CaseCall call)
    {
        var job = Job(call);
        var seeded = (records.Jobs ?? []).FirstOrDefault(j => j.Id == job);
        var stage = seeded?.Stage is { } at ? Comparing.Fold(at) : stages[0];
        foreach (var move in before.Where(c => c.Tool == call.Tool && c is { Confirmed: true, Result.Ok: true } && Job(c) == job))
        {
            stage = Stage(Comparing.Fold(move.Arguments.GetProperty("to_stage").ToString()), stage);
        }

        return text => Stage(Of(text), stage);
    }

    private static string? Job(CaseCall call) => call.Arguments.TryGetProperty("job_id", out var id) ? id.ToString() : null;

    private string Stage(string said, string now) => said switch
    {
        "next" => stages[Math.Min(Array.IndexOf(stages, now) + 1, stages.Length - 1)],
        "back" => stages[Math.Max(Array.IndexOf(stages, now) - 1, 0)],
        _ when int.TryParse(said, System.Globalization.CultureInfo.InvariantCulture, out var position) && position >= 1 && position <= stages.Length => stages[position - 1],
        _ => said,
    };
}
