using System.Security.Cryptography;
using System.Text;
using HardE.Agents.Crm;

namespace HardE.Jobs.Primer;

/// <summary>Writes the note about the film into the CRM: on the job, or on the customer who has none.</summary>
internal sealed class JobNote(ICrm crm, PrimerEffects effects)
{
    private const string Effect = "crm_note";

    /// <returns>False when it cannot be known whether the note is there.</returns>
    /// <exception cref="HardE.Agents.Services.ServiceException">The CRM cannot be asked; trying again is safe, the key is the same.</exception>
    public async Task<bool> AddAsync(PrimerRun run, CancellationToken ct)
    {
        var before = await effects.BeginAsync(run, Effect, ct);
        if (before is EffectState.Done or EffectState.Skipped or EffectState.Unknown)
        {
            return before != EffectState.Unknown;
        }

        var customer = run.Work.Customer ?? throw new StepOrderException("notify", nameof(run.Work.Customer));
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{run.Tenant}\n{run.Id}\nnotify\n{Effect}")));
        var mailed = run.Work.NoClientMail is { } why ? $"Not mailed to the homeowner: {why}" : "The link was mailed to the homeowner.";
        var length = TimeSpan.FromSeconds(run.Work.Film?.Seconds ?? 0);
        var result = await crm.AddNoteAsync(
            run.Tenant,
            customer.Job ?? customer.Id,
            new NoteBody($"Primer video made ({length:m\\:ss}), ordered by {run.Asker}: {run.Work.Delivered?.Page}\n{mailed}", []),
            new WriteContext(key, "harde", "Hard-E", "primer video"),
            ct);
        var state = result.Ok ? EffectState.Done : result.Error!.Kind == CrmErrorKind.Unsupported ? EffectState.Skipped : EffectState.Unknown;
        await effects.EndAsync(run, Effect, state, result.Error?.Kind.ToString(), ct);
        return state != EffectState.Unknown;
    }
}
