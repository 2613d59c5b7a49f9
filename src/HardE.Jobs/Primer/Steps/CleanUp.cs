namespace HardE.Jobs.Primer.Steps;

/// <summary>Step 10: nothing is left of a run but the film behind its link.</summary>
internal sealed class CleanUp(RunFiles files) : IPrimerStep
{
    public string Name => "clean_up";

    public string InputOf(PrimerRun run) => string.Join('|', run.Work.Files.Select(f => f.Key));

    public async Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct)
    {
        var removed = await files.RemoveAsync(run, film: false, ct);
        var left = run.Work.Files.Where(f => f.Key.StartsWith("films/", StringComparison.Ordinal)).ToList();
        return new StepResult.Done(run with { Work = run.Work with { Files = left } }, $"{removed} files removed");
    }
}
