using HardE.Agents.Crm;
using HardE.Agents.Turns;

namespace HardE.Agents.Scripting;

/// <summary>The customer and job a script is for, or the choices, or nobody.</summary>
internal sealed record ScriptSubject(
    Versioned<Customer>? Customer, Versioned<Job>? Job, string? Rep, IReadOnlyList<CustomerSummary> Choices);

/// <summary>Finds the record a script is written from. Never guesses between two people.</summary>
internal sealed class ScriptCustomers(ICrm crm)
{
    private const double Sure = 0.9;

    /// <param name="name">Name, phone, e-mail or job number, as it was said.</param>
    /// <param name="id">The customer's id, when somebody chose one; null to search.</param>
    /// <exception cref="Services.ServiceException">The CRM could not be asked.</exception>
    public async Task<ScriptSubject> FindAsync(
        TurnContext turn, string? name, string? id, IReadOnlyList<string> trades, CancellationToken ct)
    {
        if (id is null)
        {
            var found = await crm.SearchCustomersAsync(turn.Tenant, new CustomerQuery(name), new CrmPaging(1, 6), ct);
            var people = found.Ok ? found.Value.Items : [];
            var sure = people.Where(p => p.Score >= Sure).ToList();
            if (people.Count != 1 && sure.Count != 1)
            {
                return new ScriptSubject(null, null, null, people);
            }

            return await LoadAsync(turn, (sure.Count == 1 ? sure[0] : people[0]).Id, trades, ct);
        }

        return id.Split('/', 2) is [var provider, var value]
            ? await LoadAsync(turn, new CrmId(provider, CrmKind.Customer, value), trades, ct)
            : await FindAsync(turn, id, null, trades, ct);
    }

    /// <summary>An id as tools and buttons carry it.</summary>
    public static string Key(CrmId id) => $"{id.Provider}/{id.Value}";

    private async Task<ScriptSubject> LoadAsync(TurnContext turn, CrmId id, IReadOnlyList<string> trades, CancellationToken ct)
    {
        var customer = await crm.GetCustomerAsync(turn.Tenant, id, ct);
        if (!customer.Ok)
        {
            return new ScriptSubject(null, null, null, []);
        }

        var jobs = await crm.FindJobsAsync(turn.Tenant, new JobQuery(CustomerId: id, IncludeClosed: true), new CrmPaging(1, 20), ct);
        var chosen = jobs.Ok ? Choose(jobs.Value.Items, trades) : null;
        var job = chosen is null ? default : await crm.GetJobAsync(turn.Tenant, chosen.Id, ct);
        var record = chosen is not null && job.Ok ? job.Value : null;
        return new ScriptSubject(customer.Value, record, await RepAsync(turn, customer.Value, record, ct), []);
    }

    /// <summary>The open job of the named trade, else the newest open one, else the newest.</summary>
    private static JobSummary? Choose(IReadOnlyList<JobSummary> jobs, IReadOnlyList<string> trades)
    {
        var wanted = TradeWords.Of(trades);
        return jobs.OrderByDescending(j => wanted[0] != TradeWords.General && TradeWords.Of(j.Trades, j.Description).Intersect(wanted).Any())
            .ThenByDescending(j => j.Open).ThenByDescending(j => j.UpdatedAt).FirstOrDefault();
    }

    /// <summary>The job's rep, else the customer's, else the rep who asks.</summary>
    private async Task<string?> RepAsync(TurnContext turn, Versioned<Customer> customer, Versioned<Job>? job, CancellationToken ct)
    {
        CrmId? rep = job?.Value.Reps is [var first, ..] ? first : customer.Value.RepId;
        if (rep is { } id && await crm.ListUsersAsync(turn.Tenant, ct) is { Ok: true } users
            && users.Value.FirstOrDefault(u => u.Id.Value == id.Value) is { } user)
        {
            return user.Name;
        }

        return turn.Speaker.Role == Roles.Rep ? turn.Speaker.Name : null;
    }
}
