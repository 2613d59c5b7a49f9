using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Rules;

/// <summary>Shows a customer or a job, or answers the question about one.</summary>
internal static class LookupPlan
{
    private const int MostJobsInFull = 3;
    private const Facets OfCustomer = Facets.Phone | Facets.Email | Facets.Address | Facets.Source | Facets.Contacts;
    private const Facets OnJobOnly = Facets.Notes | Facets.Appointment | Facets.Money | Facets.Insurance;

    public static Decision Next(CrmSteps steps, CrmAsk ask)
    {
        var record = ask.Record;
        if (record.Job is not null || (record.Pronoun && record.Trade is null && steps.Focus?.JobNumber is not null && (ask.Facets & OfCustomer) == 0))
        {
            return OfJob(steps, ask);
        }

        var id = record.CustomerId ?? (record.Pronoun ? steps.Focus?.CustomerId : null);
        if (id is null && record.Name is null)
        {
            return steps.Ask("Whom do you mean? A name, phone number, street or job number will do.", new OpenQuestion(OpenKind.Customer, ask));
        }

        if (id is null)
        {
            if (record.Trade is not null && JobOfTrade(steps, ask) is { } byTrade)
            {
                return byTrade;
            }

            if (CustomerPlan.Search(steps, record) is { } search)
            {
                return search;
            }

            var (found, question) = CustomerPlan.Resolve(steps, ask, steps.ResultOf("search_customers")!);
            if (question is not null)
            {
                return question;
            }

            id = found!;
        }

        return OfCustomerId(steps, ask, id);
    }

    /// <summary>"Owen Dunn's siding", "which Johnson has the windows": the trade may say which; null when it does not.</summary>
    private static Decision? JobOfTrade(CrmSteps steps, CrmAsk ask) => steps.ResultOf("find_jobs") is not { } found
        ? Decision.Tool("find_jobs", JobPlan.Query(steps, ask.Record)!)
        : found.DataAs<JobsData>()?.Job is not null ? OfJob(steps, ask) : null;

    private static Decision OfJob(CrmSteps steps, CrmAsk ask)
    {
        if (steps.ResultOf("find_jobs") is not { } found)
        {
            return Decision.Tool("find_jobs", JobPlan.Query(steps, ask.Record)!);
        }

        if (found.DataAs<JobsData>()?.Job is not { } job)
        {
            return steps.Reply(found);
        }

        if ((ask.Facets & OfCustomer) == 0)
        {
            return ask.Facets == Facets.None ? steps.Reply(found) : steps.Reply(Answers.Job(job, ask.Facets, steps.Zone));
        }

        return steps.ResultOf("get_customer") is not { } read
            ? Decision.Tool("get_customer", new { customer_id = job.Job.CustomerId })
            : read.DataAs<CustomerData>() is { } customer ? steps.Reply(Answers.Customer(customer, [job.Job], [job], ask.Facets, steps.Zone)) : steps.Reply(read);
    }

    private static Decision OfCustomerId(CrmSteps steps, CrmAsk ask, string id)
    {
        if (steps.ResultOf("get_customer") is not { } read)
        {
            return Decision.Tool("get_customer", new { customer_id = id });
        }

        if (read.DataAs<CustomerData>() is not { } customer)
        {
            return steps.Reply(read);
        }

        var jobs = Relevant(customer, ask.Record.Trade);
        if (ask.Facets == Facets.None)
        {
            return jobs.Count == 1 && ask.Record.Trade is not null && customer.Jobs.Count > 1 && steps.ResultOf("find_jobs")?.Ok != true
                ? Decision.Tool("find_jobs", new { job_number = jobs[0].Number })
                : steps.Reply(steps.ResultOf("find_jobs") is { Ok: true } shown && shown.DataAs<JobsData>()?.Job is not null ? shown : read);
        }

        var details = steps.Turn.Steps.Where(s => s.Call.Tool == "find_jobs").Select(s => s.Result.DataAs<JobsData>()?.Job).OfType<JobData>().ToList();
        return (ask.Facets & OnJobOnly) != 0 && jobs.Count > 0 && details.Count == 0
            ? new Decision.Call([.. jobs.Take(MostJobsInFull).Select(j => ToolCall.Of("find_jobs", new { job_number = j.Number }))])
            : steps.Reply(Answers.Customer(customer, jobs, details, ask.Facets, steps.Zone));
    }

    /// <summary>Of the named trade, else the open ones, else all.</summary>
    private static IReadOnlyList<JobRow> Relevant(CustomerData customer, string? trade)
    {
        var named = customer.Jobs.Where(j => trade is null || j.Trades.Contains(trade)).ToList();
        var open = named.Where(j => j.Open).ToList();
        return open.Count > 0 ? open : named.Count > 0 ? named : customer.Jobs;
    }
}
