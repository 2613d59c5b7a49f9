using System.Text.RegularExpressions;
using HardE.Agents.State;
using HardE.Jobs.Primer;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Mail;

/// <summary>Does what a mail asks for, once: claims it, decides, orders, answers a question, or refuses and shows why.</summary>
internal sealed partial class MailDesk(MailStore store, MailGate gate, Directors directors, MailWork work, IOptions<MailOptions> options)
{
    private readonly MailOptions settings = options.Value;

    /// <returns>The mark for the mailbox.</returns>
    /// <exception cref="HardE.Agents.Services.ServiceException">Something outside is away: the same mail is settled at the next poll.</exception>
    public async Task<MailMark> SettleAsync(IncomingMail mail, CancellationToken ct)
    {
        var key = mail.Key(settings.Address);
        var before = await store.ClaimAsync(settings.Tenant, key, mail, ct);
        if (before == "other_words")
        {
            await store.RefuseAsync(settings.Tenant, $"{key}:{mail.ContentHash[..16]}", string.Join(", ", mail.From), "known_id_with_other_words", ct);
            return MailMark.Refused;
        }

        if (before is not (null or "claimed"))
        {
            return before is "ordered" or "answered" or "ignored" ? MailMark.Done : MailMark.Refused; // settled before, only the mark was missing
        }

        var verdict = await gate.DecideAsync(mail, async a => await directors.FindAsync(settings.Tenant, a, ct) is not null);
        var (state, reason, run) = await SettleAsync(key, mail, verdict, ct);
        await store.SetAsync(settings.Tenant, key, state, reason, run, ct);
        return state is "refused" or "asked" ? MailMark.Refused : MailMark.Done;
    }

    private async Task<(string State, string Reason, string? Run)> SettleAsync(string key, IncomingMail mail, MailVerdict verdict, CancellationToken ct)
    {
        switch (verdict.Decision)
        {
            case MailDecision.Automatic:
                return ("ignored", verdict.Reason, null);
            case MailDecision.Refused when verdict is { Reason: "unlisted_sender", Sender: { } homeowner } && IsStop(mail):
                await work.StopMailAsync(settings.Tenant, homeowner, ct);
                return ("answered", "no_more_mail", null);
            case MailDecision.Refused:
                return ("refused", verdict.Reason, null);
            case MailDecision.Unproven:
                var named = await directors.FindAsync(settings.Tenant, verdict.Sender!, ct);
                var asked = named is not null && await directors.WasThisYouAsync(settings.Tenant, key, named, verdict, ct);
                return (asked ? "asked" : "refused", verdict.Reason, null);
        }

        var director = (await directors.FindAsync(settings.Tenant, verdict.Sender!, ct))!;
        if (verdict.Decision == MailDecision.NoOrder)
        {
            return await work.ReplyAsync(settings.Tenant, key, mail, director, ct) is { } run
                ? ("answered", "reply", run) : ("ignored", verdict.Reason, null);
        }

        return await store.OrdersInTheLastHourAsync(settings.Tenant, verdict.Sender!, ct) >= settings.OrdersPerHour
            ? ("refused", "too_many_orders", null)
            : ("ordered", "order", await work.OrderAsync(settings.Tenant, key, mail, director, verdict.Order!, ct));
    }

    private static bool IsStop(IncomingMail mail) =>
        Stop().IsMatch(MailWords.Part(mail.Subject, mail.Text).Own) || Stop().IsMatch(mail.Subject);

    [GeneratedRegex(@"^\W*(?:stop|unsubscribe|opt\s*-?out|remove\s+me|no\s+more\s+(?:e-?)?mails?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stop();
}

/// <summary>The deeds behind a settled mail.</summary>
internal sealed class MailWork(PrimerRequests requests, MailReplies replies, Suppressions suppressions)
{
    /// <returns>The run that makes the film.</returns>
    public async Task<string> OrderAsync(string tenant, string key, IncomingMail mail, StaffMember director, PrimerOrder order, CancellationToken ct)
    {
        var address = new DoorAddress { Mail = director.Email, MessageId = mail.MessageId, Subject = mail.Subject };
        var door = new PrimerDoor($"email:{key}", DoorKind.Email, director.Name, address);
        return (await requests.AcceptAsync(new PrimerRequest(tenant, order, door, director.Id), ct)).RunId;
    }

    /// <returns>The run that was answered; null when the mail answers none.</returns>
    public async Task<string?> ReplyAsync(string tenant, string key, IncomingMail mail, StaffMember director, CancellationToken ct)
    {
        if (await replies.ReadAsync(tenant, mail, director, ct) is not ({ } _, { } run, var order))
        {
            return null;
        }

        return order is null ? run : await OrderAsync(tenant, key, mail, director, order, ct);
    }

    public Task StopMailAsync(string tenant, string address, CancellationToken ct) => suppressions.AddAsync(tenant, address, "stop_mail", ct);
}

internal static partial class MailLog
{
    [LoggerMessage(LogLevel.Warning, "A mail could not be read: {Reason}")]
    public static partial void Unreadable(ILogger log, Exception problem, string reason);

    [LoggerMessage(LogLevel.Warning, "A mail waits for the next poll")]
    public static partial void Later(ILogger log, Exception problem);
}
