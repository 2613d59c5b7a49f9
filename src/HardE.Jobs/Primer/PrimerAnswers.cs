using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Jobs.Mail;

namespace HardE.Jobs.Primer;

/// <summary>Answers every door of a run in its own way, each answer once: chat by the outbox, mail by a mail, REST and CLI by the run's row.</summary>
internal sealed class PrimerAnswers(PrimerStore store, PrimerEffects effects, Outbox outbox, IMailbox mailbox)
{
    /// <param name="name">What the answer is about: <c>done</c>, <c>held</c>, <c>asked:1</c>...</param>
    /// <exception cref="ServiceException">A mail could not be sent; what was answered stays answered.</exception>
    public async Task TellAsync(PrimerRun run, string name, string words, IReadOnlyList<ReplyPart> parts, CancellationToken ct)
    {
        name = run.Round == 0 ? name : $"{name}:{run.Round}"; // a run that was started again tells its end again
        foreach (var door in await store.DoorsAsync(run.Tenant, run.Id, ct))
        {
            var effect = $"answer:{name}:{door.Key}";
            if (door.Address.Chat is { } place)
            {
                var reply = new TurnReply(PrimerWords.Agent, words) { Parts = parts };
                await effects.OnceAsync(run, effect, db => outbox.AddAsync(db, run.Tenant, $"primer:{run.Id}:{effect}", place, reply), ct);
                outbox.Wake();
            }
            else if (door.Address.Mail is { } address)
            {
                await MailAsync(run, effect, name, address, door.Address, words, ct);
            }
        }
    }

    /// <summary>Message-ID of our mail about a run; the answer to it carries the id back.</summary>
    public static string MailId(PrimerRun run, string name, string mailbox) =>
        $"harde-{run.Id}-{name.Replace(':', '-')}@{AddressList.DomainOf(mailbox)}";

    private async Task MailAsync(PrimerRun run, string effect, string name, string address, DoorAddress door, string words, CancellationToken ct)
    {
        if (await effects.BeginAsync(run, effect, ct) is EffectState.Done or EffectState.Skipped)
        {
            return;
        }

        var subject = door.Subject is { Length: > 0 } asked ? Reply(asked) : $"Primer video for {run.CustomerName}";
        await mailbox.SendAsync(
            new OutgoingMail($"{Mark(effect)}{MailId(run, name, mailbox.Address)}", address, subject, words + "\n\n-- \nHard-E\n")
            {
                InReplyTo = door.MessageId,
                IsReply = true,
                Run = run.Id,
            },
            ct);
        await effects.EndAsync(run, effect, EffectState.Done, null, ct);
    }

    /// <summary>Two doors of one run are two mails.</summary>
    private static string Mark(string effect) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(effect)))[..8] + ".";

    private static string Reply(string subject)
    {
        var clean = new string([.. subject.Where(c => !char.IsControl(c))]);
        return clean.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) ? clean : $"Re: {clean}";
    }
}
