namespace HardE.Agents.Crm;

/// <summary>What a reference came to.</summary>
/// <param name="Hits">Customers who are meant, best first: one when it is clear.</param>
/// <param name="Near">Customers whose names only sound alike; filled when there is no hit.</param>
public sealed record CustomerMatch(IReadOnlyList<CustomerSummary> Hits, IReadOnlyList<CustomerSummary> Near)
{
    public CustomerSummary? One => Hits is [var one] ? one : null;
}

/// <summary>Finds the customer that a person means by a name, a phone number, an address or a job number.</summary>
public sealed class CustomerLookup(ICrm crm)
{
    /// <summary>From here on a hit is sure.</summary>
    public const double Sure = 0.9;

    /// <summary>From here on a hit is one that can be meant: a nickname, a beginning, one slip.</summary>
    private const double Meant = 0.7;
    private const int Most = 20;

    public async Task<CrmResult<CustomerMatch>> FindAsync(string tenant, CustomerQuery query, CancellationToken ct)
    {
        var page = await crm.SearchCustomersAsync(tenant, query, new CrmPaging(1, Most), ct);
        return page.Ok ? Judge(page.Value.Items) : page.Error!;
    }

    /// <summary>Sure hits beat likely ones, likely ones beat names that sound alike.</summary>
    public static CustomerMatch Judge(IReadOnlyList<CustomerSummary> found)
    {
        var sure = found.Where(f => f.Score >= Sure).ToList();
        var likely = found.Where(f => f.Score >= Meant).ToList();
        return sure.Count > 0 ? new CustomerMatch(sure, [])
            : likely.Count > 0 ? new CustomerMatch(likely, [])
            : new CustomerMatch([], found);
    }
}
