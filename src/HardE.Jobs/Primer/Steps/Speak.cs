using HardE.Agents.Voice;

namespace HardE.Jobs.Primer.Steps;

/// <summary>Step 4: speaks the script with the standard voice; every sentence knows its time.</summary>
internal sealed class Speak(Narration narration, RunFiles files) : IPrimerStep
{
    internal const string FileName = "narration.wav";

    public string Name => "speak";

    public string InputOf(PrimerRun run) => run.Work.Script?.Text ?? "";

    public async Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct)
    {
        var script = run.Work.Script ?? throw new StepOrderException(Name, nameof(run.Work.Script));
        var sections = script.Sections.Select(s => new SpokenSection(s.Title, Sentences.Split(s.Text))).ToList();
        var spoken = await narration.SpeakAsync(sections, Pauses.Film, files.Folder(run), ct);
        var kept = await files.KeepAsync(run, spoken.Audio.Path, RunFiles.WorkKey(run, FileName), ct);
        var plain = spoken with { Audio = spoken.Audio with { Path = FileName } };
        return new StepResult.Done(
            kept with { Work = kept.Work with { Plain = plain, EmbeddedVoice = spoken.Embedded } },
            FormattableString.Invariant($"{spoken.Audio.Seconds:0.0} s by {spoken.EngineName}"),
            spoken.Embedded ? 0 : null);
    }
}
