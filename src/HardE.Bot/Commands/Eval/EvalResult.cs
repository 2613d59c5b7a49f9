namespace HardE.Bot.Commands.Eval;

/// <summary>How one case went; what <c>--json</c> writes.</summary>
/// <param name="Problems">One line for each thing that is wrong.</param>
internal sealed record EvalResult(string Id, string Kind, string File, int Line, IReadOnlyList<string> Tags, bool Passed, IReadOnlyList<string> Problems)
{
    /// <summary>The agent that answered; null for mails and commands.</summary>
    public string? Answered { get; init; }

    /// <summary>Agents that may answer, by the case; empty where it does not say.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>True when the rules left nothing open.</summary>
    public bool WithoutModel { get; init; } = true;

    public double Milliseconds { get; init; }

    public IReadOnlyList<SlotResult> Slots { get; init; } = [];

    /// <summary>What was answered, turn by turn.</summary>
    public IReadOnlyList<string> Replies { get; init; } = [];

    public static EvalResult Of(CaseRun run)
    {
        var (asked, expect) = (run.Case, run.Case.Expect);
        var problems = Judge.Problems(run);
        return new EvalResult(asked.Id, asked.Kind, asked.File, asked.Line, asked.Tags, problems.Count == 0, problems)
        {
            Answered = run.Last?.Agent,
            Expected = expect.TryGetProperty("agent", out var one) ? [one.GetString()!]
                : expect.TryGetProperty("any_of", out var any) ? [.. any.EnumerateArray().Select(a => a.GetString()!)] : [],
            WithoutModel = run.WithoutModel,
            Milliseconds = Math.Round(run.Milliseconds, 2),
            Slots = asked.Kind == "intake" ? [.. SlotJudge.Verdicts(expect, run.Form)] : [],
            Replies = [.. run.Replies.Select(r => $"{r.Agent}: {r.Text}")],
        };
    }

    /// <summary>A case that could not be run is a failed case.</summary>
    public static EvalResult NotRun(EvalCase asked, Exception problem) => new(
        asked.Id, asked.Kind, asked.File, asked.Line, asked.Tags, false, [$"could not be run: {problem.GetType().Name}: {problem.Message}"]);
}

/// <summary>A whole run.</summary>
internal sealed record EvalReport(string Mode, IReadOnlyList<EvalResult> Cases)
{
    public int Passed => Cases.Count(c => c.Passed);
    public int Failed => Cases.Count - Passed;
    public double PassedPercent => Cases.Count == 0 ? 0 : 100.0 * Passed / Cases.Count;
    public IReadOnlyList<KindTotal> Kinds => KindTotal.Of(Cases);
    public IReadOnlyList<SlotTotal> Slots => SlotTotal.Of(Cases);
}

/// <summary>Cases of one kind, or of one tag in it.</summary>
/// <param name="Tag">Null for the whole kind.</param>
/// <param name="WithoutModel">Cases in which the rules left nothing open.</param>
/// <param name="SureAndWrong">Failed cases in which the rules left nothing open.</param>
/// <param name="Milliseconds">Mean of a case.</param>
/// <param name="Median">Median of a case, milliseconds.</param>
internal sealed record KindTotal(string Kind, string? Tag, int Cases, int Passed, int WithoutModel, int SureAndWrong, double Milliseconds, double Median)
{
    public static IReadOnlyList<KindTotal> Of(IReadOnlyList<EvalResult> all) =>
    [
        .. all.GroupBy(c => c.Kind, StringComparer.Ordinal).SelectMany(k => (IEnumerable<KindTotal>)
        [
            Of(k.Key, null, [.. k]),
            .. k.SelectMany(c => c.Tags.Distinct().Select(t => (Tag: t, Case: c))).GroupBy(t => t.Tag, t => t.Case, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(k.Key, g.Key, [.. g])),
        ]),
    ];

    private static KindTotal Of(string kind, string? tag, IReadOnlyList<EvalResult> cases)
    {
        var times = cases.Select(c => c.Milliseconds).Order().ToList();
        return new KindTotal(
            kind, tag, cases.Count, cases.Count(c => c.Passed), cases.Count(c => c.WithoutModel), cases.Count(c => c is { Passed: false, WithoutModel: true }),
            Math.Round(times.Average(), 2), Math.Round(times[times.Count / 2], 2));
    }
}

/// <summary>One slot over all intake cases.</summary>
/// <param name="Given">Values that came out where the case labels the slot.</param>
internal sealed record SlotTotal(string Slot, int Expected, int Given, int Right, int Wrong, int Invented)
{
    public double? Precision => Given == 0 ? null : Math.Round((double)Right / Given, 4);
    public double? Recall => Expected == 0 ? null : Math.Round((double)Right / Expected, 4);

    public static IReadOnlyList<SlotTotal> Of(IReadOnlyList<EvalResult> cases) =>
    [
        .. cases.SelectMany(c => c.Slots).GroupBy(s => s.Slot, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new SlotTotal(
            g.Key,
            g.Count(s => s.Verdict is not (SlotVerdict.RightlyEmpty or SlotVerdict.Invented)),
            g.Count(s => s.Verdict is not (SlotVerdict.RightlyEmpty or SlotVerdict.Missed)),
            g.Count(s => s.Verdict == SlotVerdict.Right),
            g.Count(s => s.Verdict == SlotVerdict.Wrong),
            g.Count(s => s.Verdict == SlotVerdict.Invented))),
    ];
}
