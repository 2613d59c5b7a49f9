using HardE.Jobs.Delivery;

namespace HardE.Jobs.Primer.Steps;

/// <summary>Step 8: puts the film where the homeowner can watch it.</summary>
internal sealed class Deliver(IDelivery delivery) : IPrimerStep
{
    public string Name => "deliver";

    public string InputOf(PrimerRun run) => run.Work.Film?.Sha256 ?? "";

    public async Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct)
    {
        var film = run.Work.Film ?? throw new StepOrderException(Name, nameof(run.Work.Film));
        var name = new string([.. run.CustomerName.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')]).Trim();
        var delivered = await delivery.DeliverAsync(
            new Deliverable(
                run.Tenant, RunFiles.FilmKey(run, "video.mp4"), $"Primer video {name}.mp4", run.Work.Script?.Title ?? "Before we meet", run.Work.Plain?.Transcript ?? "")
            {
                PosterKey = RunFiles.FilmKey(run, "poster.jpg"),
                CaptionsKey = RunFiles.FilmKey(run, "captions.vtt"),
                Seconds = film.Seconds,
            },
            ct);
        return new StepResult.Done(run with { Work = run.Work with { Delivered = delivered } }, delivery.Name);
    }
}
