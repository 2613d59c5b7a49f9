using HardE.Agents.Crm;

namespace HardE.Jobs.Primer.Steps;

/// <summary>Step 2: the homeowner and the job in the CRM. Asks back when it is not clear who is meant.</summary>
internal sealed class FindCustomer(CustomerFinder finder, ICrm crm, PrimerLeases leases) : IPrimerStep
{
    public string Name => "find_customer";

    public string InputOf(PrimerRun run) => $"{run.Order.Customer}|{run.Order.Job}|{run.Order.Trade}";

    public async Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct)
    {
        var found = await finder.FindAsync(run.Tenant, run.Order, ct);
        if (found.Only is not { } only)
        {
            return new StepResult.Ask(run with { Work = run.Work with { Choices = found.Choices } }, found.Question);
        }

        var owner = await leases.ClaimSubjectAsync(run, Subject(only), ct);
        if (owner != run.Id)
        {
            return new StepResult.Merge(owner);
        }

        var record = await crm.GetCustomerAsync(run.Tenant, only.Customer, ct);
        if (!record.Ok)
        {
            return new StepResult.GiveUp("The customer's record cannot be opened in the CRM.");
        }

        var who = record.Value.Value;
        var job = only.Job is { } id ? await crm.GetJobAsync(run.Tenant, id, ct) : default(CrmResult<Versioned<Job>>?);
        var customer = new PrimerCustomer(
            only.Customer, who.DisplayName, who.Name.First, who.Email, only.Job, only.JobNumber,
            run.Order.Trade ?? (job is { Ok: true } known && known.Value.Value.TradeNames is [var first, ..] ? first : null));
        return new StepResult.Done(run with { Work = run.Work with { Customer = customer, Choices = [] } }, only.JobNumber ?? only.Customer.Value);
    }

    /// <summary>Name of customer and job for "the same film".</summary>
    internal static string Subject(PrimerChoice choice) => $"{choice.Customer.Value}|{choice.Job?.Value}";
}
