using HardE.Agents.Services;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace HardE.Jobs.Mail;

/// <summary>Looks for mail and takes each one through the gate: a row first, then the deed, then the mark in the mailbox.</summary>
[DisallowConcurrentExecution]
internal sealed class MailPoller(IMailbox mailbox, MailDesk desk, MailStore store, IOptions<MailOptions> options, ILogger<MailPoller> log) : IJob
{
    private const int MostAtOnce = 50;

    public Task Execute(IJobExecutionContext context) => PollAsync(context.CancellationToken);

    /// <returns>How many mails were settled.</returns>
    /// <exception cref="ServiceException">The mailbox cannot be reached; the next poll tries again.</exception>
    public async Task<int> PollAsync(CancellationToken ct)
    {
        var settled = 0;
        foreach (var name in await mailbox.ListNewAsync(MostAtOnce, ct))
        {
            settled += await TakeAsync(name, ct) ? 1 : 0;
        }

        return settled;
    }

    private async Task<bool> TakeAsync(string name, CancellationToken ct)
    {
        try
        {
            if (await mailbox.GetAsync(name, ct) is { } mail)
            {
                await mailbox.MarkAsync(name, await desk.SettleAsync(mail, ct), ct);
            }

            return true;
        }
        catch (BadMailException problem)
        {
            await RefuseAsync(name, "unreadable", problem, ct);
            return true;
        }
        catch (ServiceException problem)
        {
            MailLog.Later(log, problem); // it stays where it is; the next poll goes on from its row
            return false;
        }
        catch (Exception problem) when (problem is not OperationCanceledException) // the border of a timer tick: one bad mail must not stop the others
        {
            await RefuseAsync(name, "broke_the_reader", problem, ct);
            return true;
        }
    }

    private async Task RefuseAsync(string name, string reason, Exception problem, CancellationToken ct)
    {
        MailLog.Unreadable(log, problem, reason);
        await store.RefuseAsync(options.Value.Tenant, $"file:{name}", "?", reason, ct);
        await mailbox.MarkAsync(name, MailMark.Refused, ct);
    }
}
