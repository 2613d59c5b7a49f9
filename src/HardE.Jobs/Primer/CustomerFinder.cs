using HardE.Agents.Crm;
using HardE.Jobs.Mail;

namespace HardE.Jobs.Primer;

/// <summary>What looking for a customer and job came to.</summary>
/// <param name="Choices">One: it is clear who is meant. None or several: a person has to say.</param>
/// <param name="Question">What to ask then.</param>
internal sealed record CustomerFound(IReadOnlyList<PrimerChoice> Choices, string Question)
{
    public PrimerChoice? Only => Choices is [var only] && Question.Length == 0 ? only : null;
}

/// <summary>Finds who an order means. Never guesses: a film for the wrong homeowner cannot be called back.</summary>
internal sealed class CustomerFinder(ICrm crm)
{
    private static readonly CrmPaging FirstPage = new(1, 20);

    /// <exception cref="HardE.Agents.Services.ServiceException">The CRM cannot be asked.</exception>
    public async Task<CustomerFound> FindAsync(string tenant, PrimerOrder order, CancellationToken ct)
    {
        if (order.Job is { } number)
        {
            var jobs = await JobsAsync(tenant, new JobQuery(Number: number, IncludeClosed: true), ct);
            var exact = jobs.Where(j => Same(j.Number, number)).ToList();
            if (exact.Count == 1 && (order.Customer is not { } said || Fits(exact[0].CustomerName, said)))
            {
                return new CustomerFound([Choice(exact[0])], "");
            }

            var found = exact.Count > 0
                ? $"Job {number} belongs to {exact[0].CustomerName}, not to {order.Customer}. Which one do you mean?"
                : $"I find no job {number}. Which customer is it for?";
            return new CustomerFound([.. exact.Select(Choice)], found);
        }

        return order.Customer is { Length: > 0 } name
            ? await ByNameAsync(tenant, name, order.Trade, ct)
            : new CustomerFound([], "Which customer is the video for? A name or a job number is enough.");
    }

    private async Task<CustomerFound> ByNameAsync(string tenant, string name, string? trade, CancellationToken ct)
    {
        var page = await crm.SearchCustomersAsync(tenant, new CustomerQuery(name), FirstPage, ct);
        IReadOnlyList<CustomerSummary> hits = page.Ok ? page.Value.Items : [];
        var same = hits.Where(h => Words(h.Name).SequenceEqual(Words(name))).ToList();
        var fit = same.Count > 0 ? same : [.. hits.Where(h => Fits(h.Name, name))];
        if (fit.Count == 1)
        {
            return await WithJobAsync(tenant, fit[0], trade, ct);
        }

        var near = (fit.Count > 0 ? fit : hits).Take(5).Select(Choice).ToList();
        var question = near.Count switch
        {
            0 => $"I find no customer called {name}. How is the name written in the CRM, or what is the job number?",
            1 => $"I find no customer called {name}. Do you mean {near[0].Words}?",
            _ => $"{near.Count} customers could be meant by {name}. Which one is it?",
        };
        return new CustomerFound(near, question);
    }

    private async Task<CustomerFound> WithJobAsync(string tenant, CustomerSummary customer, string? trade, CancellationToken ct)
    {
        var jobs = await JobsAsync(tenant, new JobQuery(CustomerId: customer.Id), ct);
        if (jobs.Count == 0)
        {
            var closed = await JobsAsync(tenant, new JobQuery(CustomerId: customer.Id, IncludeClosed: true), ct);
            return new CustomerFound([closed.OrderByDescending(j => j.UpdatedAt).Select(Choice).FirstOrDefault() ?? Choice(customer)], "");
        }

        var meant = trade is null ? jobs : [.. jobs.Where(j => j.Trades.Any(t => Trades.Meant(t) == trade || Same(t, trade)))];
        var left = meant.Count > 0 ? meant : jobs;
        return left.Count == 1
            ? new CustomerFound([Choice(left[0])], "")
            : new CustomerFound([.. left.Take(5).Select(Choice)], $"{customer.Name} has {left.Count} open jobs. Which one is the video for?");
    }

    private async Task<IReadOnlyList<JobSummary>> JobsAsync(string tenant, JobQuery query, CancellationToken ct)
    {
        var page = await crm.FindJobsAsync(tenant, query, FirstPage, ct);
        return page.Ok ? page.Value.Items : [];
    }

    private static PrimerChoice Choice(CustomerSummary customer) =>
        new(customer.Id, null, null, customer.City is { Length: > 0 } city ? $"{customer.Name}, {city}" : customer.Name);

    private static PrimerChoice Choice(JobSummary job)
    {
        string[] parts = [job.CustomerName, job.Number is { } number ? $"job {number}" : "", string.Join(" and ", job.Trades.Select(Trades.Display))];
        return new(job.CustomerId, job.Id, job.Number, string.Join(", ", parts.Where(p => p.Length > 0)));
    }

    /// <summary>Every word of the order stands in the CRM's name, or the other way round.</summary>
    private static bool Fits(string crmName, string said)
    {
        var (has, wants) = (Words(crmName), Words(said));
        return wants.Count > 0 && (wants.All(has.Contains) || (has.Count > 1 && has.All(wants.Contains)));
    }

    private static List<string> Words(string text) => [.. Folding.Words(text)];

    private static bool Same(string? a, string? b) => string.Equals(a?.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);
}
