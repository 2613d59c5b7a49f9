using System.Text.Json.Nodes;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Rules;

/// <summary>What hangs on a customer: a new job, a note on the customer, a note "in their file".</summary>
internal static class CustomerPlan
{
    public static Decision Next(CrmSteps steps, CrmAsk ask)
    {
        var record = ask.Record;
        var known = record.CustomerId ?? (record.IsEmpty || record.Pronoun ? steps.Focus?.CustomerId : null);
        if (known is null && record.Job is { } job)
        {
            return OfJob(steps, ask, job);
        }

        return known is not null ? Known(steps, ask, known)
            : record.Name is null ? steps.Ask("Which customer do you mean? A name, phone number or job number will do.", new OpenQuestion(OpenKind.Customer, ask))
            : Search(steps, record) is { } call ? call
            : Found(steps, ask, steps.ResultOf("search_customers")!);
    }

    /// <summary>The search for a name; null when it has run.</summary>
    public static Decision? Search(CrmSteps steps, Reference record)
    {
        if (steps.ResultOf("search_customers") is not null)
        {
            return null;
        }

        var arguments = new JsonObject { ["query"] = record.Name };
        if (record.City is { } city)
        {
            arguments["city"] = city;
        }

        return Decision.Tool("search_customers", arguments);
    }

    /// <summary>One customer is clear; of several or near ones the person chooses.</summary>
    public static (string? Id, Decision? Question) Resolve(CrmSteps steps, CrmAsk ask, ToolResult found)
    {
        var data = found.DataAs<CustomerSearchData>();
        if (found.Outcome != ToolOutcome.Done || data is null || data.Customers.Count == 0)
        {
            return (null, steps.Reply(found));
        }

        if ((data.Resolved ?? (data is { Near: false, Customers: [var only] } ? only.CustomerId : null)) is { } id)
        {
            return (id, null);
        }

        var some = data.Customers.Take(CrmAnswer.MostChoices).ToList();
        var question = data.Near ? $"{found.Summary} Is it one of them?" : $"{found.Summary} Which one do you mean?";
        return (null, steps.Ask(
            question, new OpenQuestion(OpenKind.Customer, ask) { Options = [.. data.Customers.Select(OpenQuestion.Of)] }, [.. found.Parts, CrmAnswer.Choose(some)]));
    }

    private static Decision Found(CrmSteps steps, CrmAsk ask, ToolResult found) =>
        Resolve(steps, ask, found) is var (id, question) && id is not null ? Known(steps, ask, id) : question!;

    private static Decision OfJob(CrmSteps steps, CrmAsk ask, string job) => steps.ResultOf("find_jobs") is not { } found
        ? Decision.Tool("find_jobs", new { job_number = job })
        : found.DataAs<JobsData>()?.Job is { } one ? Known(steps, ask, one.Job.CustomerId) : steps.Reply(found);

    private static Decision Known(CrmSteps steps, CrmAsk ask, string id)
    {
        if (ask.Kind == AskKind.Create)
        {
            return Create(steps, ask with { Record = new Reference { CustomerId = id } }, id);
        }

        if (ask.Level == NoteLevel.Customer)
        {
            return JobPlan.NoteOn(steps, ask, "add_customer_note", "customer_id", id, "the customer");
        }

        if (steps.ResultOf("get_customer") is not { } read)
        {
            return Decision.Tool("get_customer", new { customer_id = id });
        }

        if (read.DataAs<CustomerData>() is not { } customer)
        {
            return steps.Reply(read);
        }

        var open = customer.Jobs.Where(j => j.Open && (ask.Record.Trade is null || j.Trades.Contains(ask.Record.Trade))).ToList();
        if (open.Count > 1 && ask.Level == NoteLevel.Either)
        {
            return JobPlan.Which(steps, ask with { Level = NoteLevel.Job }, open);
        }

        return open is [var job]
            ? JobPlan.NoteOn(steps, ask, "add_job_note", "job_id", job.JobId, $"job {job.Number} ({customer.Name})")
            : JobPlan.NoteOn(steps, ask, "add_customer_note", "customer_id", id, customer.Name);
    }

    private static Decision Create(CrmSteps steps, CrmAsk ask, string id)
    {
        if (ask.Trades.Count == 0 || string.IsNullOrWhiteSpace(ask.Text))
        {
            return steps.Ask("What work is it: which trade, and what is to be done?", new OpenQuestion(OpenKind.Text, ask));
        }

        var arguments = new JsonObject { ["customer_id"] = id, ["trades"] = CrmSteps.Array(ask.Trades), ["description"] = ask.Text };
        if (ask.Rep is { } rep)
        {
            arguments["rep"] = rep;
        }

        if (ask.Insurance is { } insurance)
        {
            arguments["insurance"] = insurance;
        }

        return steps.Write(ask, "create_job", arguments);
    }
}
