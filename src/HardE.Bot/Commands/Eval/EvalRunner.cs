namespace HardE.Bot.Commands.Eval;

/// <summary>Runs cases one after the other and judges them.</summary>
internal static class EvalRunner
{
    /// <param name="cases">What to run.</param>
    /// <param name="withModel">Which engine: the models of this machine behind the rules, or the rules alone.</param>
    /// <param name="done">Told after each case.</param>
    /// <param name="ct">Stops between two turns.</param>
    public static async Task<EvalReport> RunAsync(IReadOnlyList<EvalCase> cases, bool withModel, Action<EvalResult>? done, CancellationToken ct)
    {
        await using var world = await EvalWorld.OpenAsync(withModel, ct);
        if (cases.FirstOrDefault(c => c.Turns.Count > 0) is { } warming)
        {
            await TryAsync(world, warming, ct); // the first turn of a process pays for compiling; it is measured by bench
        }

        var results = new List<EvalResult>(cases.Count);
        foreach (var next in cases)
        {
            results.Add(await TryAsync(world, next, ct));
            done?.Invoke(results[^1]);
        }

        return new EvalReport(withModel ? "model" : "rules", results);
    }

    private static async Task<EvalResult> TryAsync(EvalWorld world, EvalCase next, CancellationToken ct)
    {
        try
        {
            return EvalResult.Of(await world.RunAsync(next, ct));
        }
        catch (Exception problem) when (problem is not OperationCanceledException) // a case that cannot be run is a failed case, not the end
        {
            return EvalResult.NotRun(next, problem);
        }
    }
}
