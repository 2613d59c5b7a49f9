using HardE.Agents.State;
using HardE.Jobs.Primer.Steps;

namespace HardE.Jobs.Primer;

/// <summary>
/// Where a run can begin again: at the wanted step, or before it as far as needed, because what an earlier step made is
/// gone (a run that is over keeps its words, not its sound).
/// </summary>
internal sealed class PrimerRestart(IFileStore files)
{
    /// <summary>What each step builds on, by its place in the list of ten.</summary>
    private static readonly Func<PrimerRun, (bool There, string[] Files)>[] Needs =
    [
        _ => (true, []),
        _ => (true, []),
        run => (run.Work.Customer is not null, []),
        run => (run.Work.Script is not null, []),
        run => (run.Work.Plain is not null, [RunFiles.WorkKey(run, Speak.FileName)]),
        run => (run.Work.Voice is not null, [RunFiles.WorkKey(run, EnhanceVoice.FileName)]),
        run => (run.Work is { Voice: not null, Plain: not null }, [RunFiles.WorkKey(run, EnhanceVoice.FileName)]),
        run => (run.Work.Film is not null, [RunFiles.FilmKey(run, "video.mp4"), RunFiles.FilmKey(run, "poster.jpg"), RunFiles.FilmKey(run, "captions.vtt")]),
        run => (run.Work.Delivered is not null, [RunFiles.FilmKey(run, "video.mp4")]),
        _ => (true, []),
    ];

    /// <returns>The step to begin with (0 is the first), and the work that stays.</returns>
    /// <exception cref="HardE.Agents.Services.ServiceException">The file store cannot be asked.</exception>
    public async Task<(int From, PrimerWork Work)> PlanAsync(PrimerRun run, int wanted, CancellationToken ct)
    {
        var from = Math.Clamp(wanted, 0, Math.Min(run.StepsDone, PrimerPipeline.Order.Count - 1));
        while (from > 0 && !await CanBeginAsync(run, from, ct))
        {
            from--;
        }

        return (from, Keep(run.Work, from));
    }

    private async Task<bool> CanBeginAsync(PrimerRun run, int step, CancellationToken ct)
    {
        for (var before = 2; before <= step; before++) // each output must be there, not only the last
        {
            if (!Needs[before](run).There)
            {
                return false;
            }
        }

        foreach (var key in Needs[step](run).Files)
        {
            await using var file = await files.OpenAsync(run.Tenant, key, ct);
            if (file is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the steps before this one have made. The link stays: the same film has the same one.</summary>
    private static PrimerWork Keep(PrimerWork work, int from) => work with
    {
        Customer = from > 1 ? work.Customer : null,
        Choices = [],
        Script = from > 2 ? work.Script : null,
        Plain = from > 3 ? work.Plain : null,
        Voice = from > 4 ? work.Voice : null,
        VoiceEngine = from > 4 ? work.VoiceEngine : null,
        Film = from > 6 ? work.Film : null,
        Delivered = from > 7 ? work.Delivered : null,
        NoClientMail = null,
    };
}
