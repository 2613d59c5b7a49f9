using HardE.Agents.Services;
using HardE.Jobs.Mail;
using HardE.Jobs.Primer.Steps;
using Microsoft.Extensions.Logging;

namespace HardE.Jobs.Primer;

/// <summary>
/// The one way in for all doors. The door's message id is the key; the same customer and job within the window is the
/// same run. When this returns, the request is on disk.
/// </summary>
public sealed class PrimerRequests
{
    private readonly PrimerStore store;
    private readonly CustomerFinder finder;
    private readonly PrimerSchedule schedule;
    private readonly ILogger<PrimerRequests> log;
    private readonly TimeProvider clock;

    internal PrimerRequests(PrimerStore store, CustomerFinder finder, PrimerSchedule schedule, TimeProvider clock, ILogger<PrimerRequests> log) =>
        (this.store, this.finder, this.schedule, this.clock, this.log) = (store, finder, schedule, clock, log);

    /// <summary>Takes a request. The answer goes to its door when the film is ready; what is returned is said at once.</summary>
    /// <exception cref="ServiceException">The database cannot be reached; nothing was stored.</exception>
    public async Task<PrimerAccepted> AcceptAsync(PrimerRequest request, CancellationToken ct)
    {
        var found = await LookAsync(request, ct);
        var subject = found?.Only is { } only ? FindCustomer.Subject(only) : null;
        if (subject is not null && await AnswersAsync(request, found!.Only!, subject, ct) is { } waiting)
        {
            await ScheduleAsync(request.Tenant, waiting, ct);
            return await SayAsync(request.Tenant, waiting, isNew: false, ct);
        }

        var (run, isNew) = await store.AcceptAsync(request, subject, ct);
        if (isNew)
        {
            await ScheduleAsync(request.Tenant, run, ct);
        }

        return await SayAsync(request.Tenant, run, isNew, ct);
    }

    /// <summary>Who an order could mean, before anything is stored: for doors where the person is still there.</summary>
    /// <returns>Null when it is clear, or when the CRM cannot be asked now; else the question with the choices.</returns>
    public async Task<PrimerQuestion?> QuestionAsync(string tenant, PrimerOrder order, CancellationToken ct)
    {
        try
        {
            var found = await finder.FindAsync(tenant, order, ct);
            return found.Only is null ? new PrimerQuestion(found.Question, found.Choices) : null;
        }
        catch (ServiceException problem)
        {
            PrimerLog.CrmAway(log, problem);
            return null;
        }
    }

    private async Task<CustomerFound?> LookAsync(PrimerRequest request, CancellationToken ct)
    {
        try
        {
            return await finder.FindAsync(request.Tenant, request.Order, ct);
        }
        catch (ServiceException problem)
        {
            PrimerLog.CrmAway(log, problem);
            return null;
        }
    }

    /// <summary>The run of this asker that waits for just this answer; null when there is none.</summary>
    private async Task<string?> AnswersAsync(PrimerRequest request, PrimerChoice choice, string subject, CancellationToken ct)
    {
        var waiting = (await store.AskingAsync(request.Tenant, request.AskerKey, ct))
            .FirstOrDefault(r => r.Work.Choices.Count == 0 || r.Work.Choices.Any(c => c.Customer == choice.Customer));
        return waiting is not null && await store.AnswerAsync(waiting.Id, request, subject, ct) ? waiting.Id : null;
    }

    private async Task ScheduleAsync(string tenant, string run, CancellationToken ct)
    {
        try
        {
            await schedule.AtAsync(tenant, run, clock.GetUtcNow(), ct);
        }
        catch (Quartz.SchedulerException problem)
        {
            PrimerLog.NotScheduled(log, problem, run); // the row is stored: the sweep makes the trigger
        }
    }

    private async Task<PrimerAccepted> SayAsync(string tenant, string id, bool isNew, CancellationToken ct)
    {
        var run = await store.FindAsync(tenant, id, ct) ?? throw new InvalidOperationException("The run that was just stored is gone.");
        return new PrimerAccepted(run.Id, isNew, run.State, PrimerWords.Accepted(run, isNew));
    }
}

/// <summary>It is not clear who is meant.</summary>
/// <param name="Words">The question.</param>
/// <param name="Choices">Who could be meant; may be empty.</param>
public sealed record PrimerQuestion(string Words, IReadOnlyList<PrimerChoice> Choices);
