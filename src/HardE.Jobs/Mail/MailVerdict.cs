namespace HardE.Jobs.Mail;

/// <summary>What is to be done with a mail.</summary>
public enum MailDecision
{
    /// <summary>A proven director's order.</summary>
    Order,

    /// <summary>Of a proven director, but no order; it may answer a question of ours.</summary>
    NoOrder,

    /// <summary>Sent by a program.</summary>
    Automatic,

    /// <summary>Not to be acted on; nothing is answered by mail.</summary>
    Refused,

    /// <summary>In a listed director's name without proof: the director is asked in chat.</summary>
    Unproven,
}

/// <summary>The decision on one mail, with the reason that the dashboard shows.</summary>
/// <param name="Reason">A word: <c>unlisted_sender</c>, <c>not_proven</c>, <c>too_old</c>...</param>
/// <param name="Sender">The one address of From; null when there is not exactly one.</param>
/// <param name="Order">What was ordered, when it is an order. Unproven mails carry it too, for the question.</param>
public sealed record MailVerdict(MailDecision Decision, string Reason, string? Sender, PrimerOrder? Order = null);

/// <summary>Decides on a mail before anything is done with it: who, proof, loops, age, words (google-and-storage 6 and 7).</summary>
public sealed class MailGate(SenderProof proof, Microsoft.Extensions.Options.IOptions<MailOptions> options, TimeProvider clock)
{
    private readonly MailOptions settings = options.Value;

    /// <param name="isDirector">Says whether an address is a listed director's; asked once, with the one From address.</param>
    public async Task<MailVerdict> DecideAsync(IncomingMail mail, Func<string, Task<bool>> isDirector)
    {
        var sender = mail.From is [var only] ? only : null;
        if (LoopRules.Automatic(mail, settings.Address) is { } automatic)
        {
            return new MailVerdict(MailDecision.Automatic, automatic, sender);
        }

        if (sender is null)
        {
            return new MailVerdict(MailDecision.Refused, "not_one_sender", sender);
        }

        if (!await isDirector(sender) || await SentByOther(mail, sender, isDirector))
        {
            return new MailVerdict(MailDecision.Refused, "unlisted_sender", sender);
        }

        var order = PrimerRequestReader.Read(mail.Subject, mail.Text, sender, settings.Address.ToLowerInvariant());
        if (proof.Check(mail, sender) is not Proof.Proven and var checkedAs)
        {
            var reason = checkedAs == Proof.NoResult ? "no_proof" : checkedAs == Proof.Temporary ? "proof_broken" : "proof_failed";
            return new MailVerdict(MailDecision.Unproven, reason, sender, order);
        }

        if (mail.Date is { } date && clock.GetUtcNow() - date > settings.OldestOrder)
        {
            return new MailVerdict(MailDecision.Refused, "too_old", sender);
        }

        return order is null
            ? new MailVerdict(MailDecision.NoOrder, "not_an_order", sender)
            : new MailVerdict(MailDecision.Order, "order", sender, order);
    }

    /// <summary>A Sender field must be allowed as well.</summary>
    private static async Task<bool> SentByOther(IncomingMail mail, string from, Func<string, Task<bool>> isDirector)
    {
        foreach (var sender in mail.All("Sender").SelectMany(AddressList.Parse))
        {
            if (sender != from && !await isDirector(sender))
            {
                return true;
            }
        }

        return false;
    }
}
