namespace HardE.Agents.Crm;

/// <summary>What a reference to a job came to.</summary>
/// <param name="Jobs">The jobs that can be meant, open ones first.</param>
/// <param name="Customers">The customers that can be meant, when there are several or only near ones.</param>
public sealed record JobMatch(JobSummary? One, IReadOnlyList<JobSummary> Jobs, CustomerMatch Customers);

/// <summary>Finds "John Smith's job": one customer with one open job is clear, everything else is asked.</summary>
public sealed class JobLookup(ICrm crm, CustomerLookup customers)
{
    private const int Most = 50;

    /// <param name="query">Reference or customer id, narrowed by trade, stage and rep.</param>
    public async Task<CrmResult<JobMatch>> FindAsync(string tenant, JobQuery query, CancellationToken ct)
    {
        var match = new CustomerMatch([], []);
        if (query.Reference is { Length: > 0 } reference)
        {
            var found = await customers.FindAsync(tenant, new CustomerQuery(reference), ct);
            if (!found.Ok)
            {
                return found.Error!;
            }

            match = found.Value;
        }

        var ids = query.CustomerId is { } id ? [id] : match.Hits.Select(h => h.Id).ToList();
        var jobs = new List<JobSummary>();
        foreach (var customer in ids)
        {
            var page = await crm.FindJobsAsync(
                tenant, query with { Reference = null, CustomerId = customer, IncludeClosed = true }, new CrmPaging(1, Most), ct);
            if (!page.Ok)
            {
                return page.Error!;
            }

            jobs.AddRange(page.Value.Items);
        }

        return new JobMatch(One(jobs, ids.Count, narrowed: query.Trade is not null || query.Stage is not null), [.. jobs.OrderByDescending(j => j.Open)], match);
    }

    private static JobSummary? One(List<JobSummary> jobs, int customers, bool narrowed)
    {
        var open = jobs.Where(j => j.Open).ToList();
        return customers > 1 && !narrowed ? null
            : open is [var only] ? only
            : open.Count == 0 && jobs is [var closed] ? closed
            : null;
    }
}
