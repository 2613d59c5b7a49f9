using HardE.Agents.Voice;

namespace HardE.Jobs.Primer.Steps;

/// <summary>Step 5: gives the plain narration the primer voice.</summary>
internal sealed class EnhanceVoice(IVoiceChanger voices, RunFiles files) : IPrimerStep
{
    internal const string FileName = "voice.wav";

    public string Name => "enhance_voice";

    public string InputOf(PrimerRun run) => run.Work.Plain?.Audio.Sha256 ?? "";

    public async Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct)
    {
        var plain = run.Work.Plain?.Audio ?? throw new StepOrderException(Name, nameof(run.Work.Plain));
        var path = await files.OpenAsync(run, Speak.FileName, RunFiles.WorkKey(run, Speak.FileName), ct);
        var changed = await voices.ChangeAsync(plain with { Path = path }, files.Folder(run), ct);
        var own = Path.Combine(files.Folder(run), FileName);
        if (changed.Path != own)
        {
            File.Move(changed.Path, own, overwrite: true);
        }

        var kept = await files.KeepAsync(run, own, RunFiles.WorkKey(run, FileName), ct);
        var voice = changed with { Path = FileName };
        return new StepResult.Done(
            kept with { Work = kept.Work with { Voice = voice, VoiceEngine = voices.EngineName } }, voices.EngineName, voices.Embedded ? 0 : null);
    }
}
