using System.Text.Json;
using HardE.Agents.Crm;
using HardE.Agents.Turns;

namespace HardE.Bot.Commands.Eval;

/// <summary>The records of a case's company, in the form in which cases write them.</summary>
internal sealed record CaseRecords(IReadOnlyList<JsonElement> Customers, IReadOnlyList<JsonElement> Jobs, IReadOnlyList<JsonElement> Notes)
{
    private static readonly CrmPaging All = new(1, 100);

    public static readonly CaseRecords None = new([], [], []);

    /// <summary>One text for equal records.</summary>
    public string Canonical => string.Join('\n', Customers.Concat(Jobs).Concat(Notes).Select(CanonicalJson.Write));

    public static async Task<CaseRecords> ReadAsync(ICrm crm, string tenant, CancellationToken ct)
    {
        var (customers, jobs, notes) = (new List<JsonElement>(), new List<JsonElement>(), new List<JsonElement>());
        foreach (var found in (await crm.SearchCustomersAsync(tenant, new CustomerQuery(null), All, ct)).Value.Items)
        {
            customers.Add(Of(found.Id, (await crm.GetCustomerAsync(tenant, found.Id, ct)).Value.Value));
            notes.AddRange(await NotesAsync(crm, tenant, found.Id, "customer_id", ct));
        }

        foreach (var found in (await crm.FindJobsAsync(tenant, new JobQuery(IncludeClosed: true), All, ct)).Value.Items.OrderBy(j => j.Id.Value, StringComparer.Ordinal))
        {
            jobs.Add(Of(found.Id, (await crm.GetJobAsync(tenant, found.Id, ct)).Value.Value));
            notes.AddRange(await NotesAsync(crm, tenant, found.Id, "job_id", ct));
        }

        return new CaseRecords(customers, jobs, notes);
    }

    private static JsonElement Of(CrmId id, Customer customer) => TurnJson.Element(new
    {
        id = id.Value,
        first_name = customer.Name.First,
        last_name = customer.Name.Last,
        company_name = customer.Company,
        email = customer.Email,
        phones = customer.Phones.Select(p => new { label = p.Label, number = p.E164 }),
        street = customer.Address?.Line1,
        city = customer.Address?.City,
        state = customer.Address?.State,
        zip = customer.Address?.Zip,
        rep = customer.RepId?.Value,
        note = customer.Note,
    });

    private static JsonElement Of(CrmId id, Job job) => TurnJson.Element(new
    {
        id = id.Value,
        customer_id = job.CustomerId.Value,
        number = job.Number,
        trades = job.TradeNames,
        stage = job.Stage.Name,
        description = job.Description,
        rep = job.Reps.Count > 0 ? job.Reps[0].Value : null,
    });

    private static async Task<IEnumerable<JsonElement>> NotesAsync(ICrm crm, string tenant, CrmId target, string member, CancellationToken ct) =>
        (await crm.ListNotesAsync(tenant, target, All, ct)).Value.Items.Select(n => TurnJson.Element(new Dictionary<string, object?>
        {
            [member] = target.Value,
            ["id"] = n.Id.Value,
            ["text"] = n.Text,
            ["mentions"] = n.Mentions.Select(m => m.Value),
        }));
}
