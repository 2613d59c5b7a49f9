using HardE.Agents.Crm;
using HardE.Agents.Services;
using HardE.Jobs.Delivery;
using HardE.Jobs.Mail;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Primer;

/// <summary>Mails the link to the homeowner: once, whatever happens in between.</summary>
internal sealed class HomeownerMail(
    IMailbox mailbox, PrimerEffects effects, UnsubscribeLinks links, IOptions<CompanyOptions> company, IOptions<PrimerOptions> options)
{
    internal const string Effect = "client_mail";

    /// <summary>True when an earlier try of the step has sent it.</summary>
    public async Task<bool> WasSentAsync(PrimerRun run, CancellationToken ct) =>
        (await effects.ListAsync(run.Tenant, run.Id, ct)).GetValueOrDefault(Effect) == EffectState.Done;

    /// <returns>False when it cannot be known whether the mail went out.</returns>
    /// <exception cref="ServiceException">It was not sent; trying again is safe.</exception>
    public async Task<bool> SendAsync(PrimerRun run, string address, CancellationToken ct)
    {
        var before = await effects.BeginAsync(run, Effect, ct);
        if (before is EffectState.Done or EffectState.Unknown)
        {
            return before == EffectState.Done;
        }

        try
        {
            await mailbox.SendAsync(Compose(run, address), ct); // the same Message-ID again is no second mail
        }
        catch (ServiceException problem) when (problem.MaybeDone)
        {
            await effects.EndAsync(run, Effect, EffectState.Unknown, problem.Service, ct);
            return false;
        }

        await effects.EndAsync(run, Effect, EffectState.Done, null, ct);
        return true;
    }

    private OutgoingMail Compose(PrimerRun run, string address)
    {
        var customer = run.Work.Customer ?? throw new StepOrderException("notify", nameof(run.Work.Customer));
        var delivered = run.Work.Delivered ?? throw new StepOrderException("notify", nameof(run.Work.Delivered));
        var work = customer.Trade is { } trade ? Trades.Display(trade) : "";
        return ClientEmail.Write(
            new ClientEmailParts(
                PrimerAnswers.MailId(run, "client", mailbox.Address), address, customer.Name, customer.FirstName, work,
                delivered.Page, TimeSpan.FromSeconds(run.Work.Film?.Seconds ?? 0), run.Id)
            {
                SayMadeByAi = options.Value.SayMadeByAi,
                Rep = run.Work.Rep,
                Unsubscribe = links.Make(run.Tenant, address),
            },
            company.Value);
    }
}
