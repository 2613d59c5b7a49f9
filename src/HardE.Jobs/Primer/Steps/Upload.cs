using HardE.Agents.Services;
using HardE.Agents.Voice;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Primer.Steps;

/// <summary>Step 6: sound and brand files are where the assembler reads them; embedded that is the run's own folder, so they are fetched and hashed.</summary>
internal sealed class Upload(RunFiles files, IOptions<CompanyOptions> company) : IPrimerStep
{
    public string Name => "upload";

    public string InputOf(PrimerRun run) => $"{run.Work.Voice?.Sha256}|{company.Value.Logo}";

    public async Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct)
    {
        var voice = run.Work.Voice ?? throw new StepOrderException(Name, nameof(run.Work.Voice));
        var path = await files.OpenAsync(run, EnhanceVoice.FileName, RunFiles.WorkKey(run, EnhanceVoice.FileName), ct);
        if (await AudioClip.HashAsync(path, ct) != voice.Sha256)
        {
            throw new ServiceException("files", Failure.BadReply, "the voice is not the file that was made");
        }

        var logo = company.Value.Logo;
        if (logo.Length > 0 && !File.Exists(logo))
        {
            return new StepResult.GiveUp("The company's logo is not where the settings say (Company:Logo).");
        }

        var brand = logo.Length > 0 ? (await AudioClip.HashAsync(logo, ct))[..12] : "built-in mark";
        return new StepResult.Done(run, $"voice {voice.Sha256[..12]}, {brand}");
    }
}
