using HardE.Agents.Services;
using HardE.Jobs.Video;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Primer.Steps;

/// <summary>Step 7: the film, and a measuring look at it: a silent, short, black or out-of-sync film goes no further.</summary>
internal sealed class Assemble(IVideoAssembler assembler, FilmCheck check, RunFiles files, IOptions<CompanyOptions> company, IOptions<PrimerOptions> options) : IPrimerStep
{
    public string Name => "assemble";

    public string InputOf(PrimerRun run) => $"{run.Work.Voice?.Sha256}|{company.Value.Name}|{company.Value.Color}";

    public async Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct)
    {
        var folder = files.Folder(run);
        var plan = await PlanAsync(run, ct);
        var film = await assembler.AssembleAsync(plan, folder, ct);
        var report = await check.CheckAsync(film, plan, folder, ct);
        if (!report.Good)
        {
            throw new ServiceException("film", Failure.BadReply, report.Problems[0]);
        }

        var kept = await files.KeepAsync(run, film.Path, RunFiles.FilmKey(run, "video.mp4"), ct);
        kept = await files.KeepAsync(kept, film.PosterPath, RunFiles.FilmKey(run, "poster.jpg"), ct);
        kept = await files.KeepAsync(kept, film.CaptionsPath, RunFiles.FilmKey(run, "captions.vtt"), ct);
        var named = film with { Path = Path.GetFileName(film.Path), PosterPath = Path.GetFileName(film.PosterPath), CaptionsPath = Path.GetFileName(film.CaptionsPath), Seconds = report.Seconds };
        return new StepResult.Done(
            kept with { Work = kept.Work with { Film = named } },
            FormattableString.Invariant($"{report.Seconds:0.0} s, {report.Width}x{report.Height}, {report.Lufs:0.0} LUFS, {film.Bytes / 1024} KiB"));
    }

    private async Task<VideoPlan> PlanAsync(PrimerRun run, CancellationToken ct)
    {
        var voice = run.Work.Voice ?? throw new StepOrderException(Name, nameof(run.Work.Voice));
        var plain = run.Work.Plain ?? throw new StepOrderException(Name, nameof(run.Work.Plain));
        var path = await files.OpenAsync(run, EnhanceVoice.FileName, RunFiles.WorkKey(run, EnhanceVoice.FileName), ct);
        return new VideoPlan(run.CustomerName, Brand.From(company.Value), voice with { Path = path }, plain.Sections)
        {
            Title = run.Work.Script?.Title ?? "Before we meet",
            Presenter = run.Work.Rep is { Length: > 0 } rep ? $"{rep}, {company.Value.Name}" : company.Value.Name,
            Footnote = options.Value.SayMadeByAi ? $"Made by {company.Value.Name} with the help of AI. The voice is computer-generated." : null,
        };
    }
}
