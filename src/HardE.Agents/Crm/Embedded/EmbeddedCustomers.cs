using System.Data.Common;
using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Embedded;

/// <summary>The customer half of the embedded CRM.</summary>
internal sealed class EmbeddedCustomers(Database database, WriteOnce writes, TimeProvider clock)
{
    /// <summary>Number of the first customer; it stands in the middle of job numbers.</summary>
    private const long FirstNumber = 101;

    public Task<CrmResult<CrmPage<CustomerSummary>>> SearchAsync(string tenant, CustomerQuery query, CrmPaging paging, CancellationToken ct) =>
        database.ReadAsync(
            async db =>
            {
                var scores = string.IsNullOrWhiteSpace(query.Text)
                    ? [.. (await db.QueryAsync<string>("SELECT id FROM crm_customer WHERE tenant = @tenant ORDER BY name, id", new { tenant })).Select(id => (id, 0.0))]
                    : await CustomerSearch.FindAsync(db, tenant, query.Text);
                var found = await CustomerSummaries.LoadAsync(db, tenant, scores, query);
                return CrmResult<CrmPage<CustomerSummary>>.Of(Pages.Cut(found, paging));
            },
            ct);

    public Task<CrmResult<Versioned<Customer>>> GetAsync(string tenant, CrmId id, CancellationToken ct) =>
        database.ReadAsync(db => ReadAsync(db, tenant, id.Value), ct);

    public Task<CrmResult<CustomerCreated>> CreateAsync(
        string tenant, NewCustomer customer, NewJob? firstJob, WriteContext write, CancellationToken ct) =>
        writes.RunAsync(tenant, write, new Creation(customer, firstJob), db => InsertAsync(db, tenant, customer, firstJob), ct);

    public Task<CrmResult<Versioned<Customer>>> UpdateAsync(
        string tenant, CrmId id, CustomerPatch patch, string? expectedVersion, WriteContext write, CancellationToken ct) =>
        writes.RunAsync(
            tenant,
            write,
            new Change(id.Value, patch, expectedVersion),
            async db =>
            {
                var read = await ReadAsync(db, tenant, id.Value);
                if (!read.Ok || (expectedVersion is not null && read.Value.Version != expectedVersion))
                {
                    return read.Ok ? Records.Changed("customer") : read;
                }

                var now = read.Value.Value;
                var next = now with
                {
                    Email = patch.Email.Or(now.Email),
                    Phones = patch.Phones.Or(now.Phones) ?? [],
                    Address = patch.Address.Or(now.Address),
                    Note = patch.Note.Or(now.Note),
                    RepId = patch.RepId.Or(now.RepId),
                };
                var saved = Check(next) is { } wrong ? 0 : await SaveAsync(db, tenant, id.Value, next, Records.Number(read.Value.Version));
                return Check(next) ?? (saved == 1 ? await ReadAsync(db, tenant, id.Value) : Records.Changed("customer"));
            },
            ct);

    /// <summary>Adds a customer, with a first job if there is one.</summary>
    public async Task<CrmResult<CustomerCreated>> InsertAsync(DbConnection db, string tenant, NewCustomer customer, NewJob? firstJob)
    {
        var record = Records.Customer(customer);
        if (Check(record) is { } wrong)
        {
            return wrong;
        }

        if (firstJob is not null && EmbeddedJobs.Check(firstJob) is { } wrongJob)
        {
            return wrongJob;
        }

        var id = "c" + Ids.New(clock.GetUtcNow());
        await AddAsync(db, tenant, id, record, sample: false);
        if (firstJob is null)
        {
            return new CustomerCreated(EmbeddedCatalog.Id(CrmKind.Customer, id), null, null, null, null);
        }

        var job = await EmbeddedJobs.InsertAsync(db, tenant, firstJob with { CustomerId = EmbeddedCatalog.Id(CrmKind.Customer, id) }, clock.GetUtcNow());
        return job.Ok
            ? new CustomerCreated(EmbeddedCatalog.Id(CrmKind.Customer, id), job.Value.Id, job.Value.Value.Number, job.Value.Value.Stage.Name, null)
            : job.Error!;
    }

    /// <summary>Stores a customer under an id of the caller's choice.</summary>
    public async Task AddAsync(DbConnection db, string tenant, string id, Customer customer, bool sample)
    {
        var number = await EmbeddedCatalog.NextAsync(db, tenant, "customer", FirstNumber);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await db.ExecuteAsync(
            """
            INSERT INTO crm_customer (tenant, id, number, name, city, state, body, version, sample, created_at, updated_at)
            VALUES (@tenant, @id, @number, @name, @city, @state, @body, 1, @sample, @now, @now)
            """,
            new
            {
                tenant,
                id,
                number,
                name = customer.DisplayName,
                city = Folding.Fold(customer.Address?.City ?? ""),
                state = customer.Address?.State ?? "",
                body = TurnJson.Write(customer with { Jobs = [] }),
                sample = sample ? 1 : 0,
                now,
            });
        await CustomerIndex.SaveAsync(db, tenant, id, customer);
    }

    private static async Task<CrmResult<Versioned<Customer>>> ReadAsync(DbConnection db, string tenant, string id)
    {
        var row = (await db.QueryAsync<(string Body, long Version, long UpdatedAt)>(
            "SELECT body, version, updated_at FROM crm_customer WHERE tenant = @tenant AND id = @id", new { tenant, id })).ToList();
        if (row.Count == 0)
        {
            return CrmResult<Versioned<Customer>>.Fail(CrmErrorKind.NotFound, $"There is no customer {id}.");
        }

        var jobs = await JobRows.SummariesAsync(db, tenant, "job.customer_id = @id", new DynamicParameters(new { tenant, id }));
        var customer = TurnJson.Read<Customer>(row[0].Body) with { Jobs = jobs };
        return Records.Version(EmbeddedCatalog.Id(CrmKind.Customer, id), row[0].Version, row[0].UpdatedAt, customer);
    }

    private async Task<int> SaveAsync(DbConnection db, string tenant, string id, Customer customer, long version)
    {
        var saved = await db.ExecuteAsync(
            """
            UPDATE crm_customer SET name = @name, city = @city, state = @state, body = @body, version = version + 1, updated_at = @now
            WHERE tenant = @tenant AND id = @id AND version = @version
            """,
            new
            {
                tenant,
                id,
                version,
                name = customer.DisplayName,
                city = Folding.Fold(customer.Address?.City ?? ""),
                state = customer.Address?.State ?? "",
                body = TurnJson.Write(customer with { Jobs = [] }),
                now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            });
        if (saved == 1)
        {
            await CustomerIndex.SaveAsync(db, tenant, id, customer);
        }

        return saved;
    }

    private static CrmError? Check(Customer customer)
    {
        var wrong = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (customer.IsCommercial ? string.IsNullOrWhiteSpace(customer.Company) : string.IsNullOrWhiteSpace(customer.Name.Last))
        {
            wrong[customer.IsCommercial ? "company_name" : "last_name"] = ["A name is needed."];
        }

        if (!customer.IsCommercial && string.IsNullOrWhiteSpace(customer.Name.First))
        {
            wrong["first_name"] = ["A first name is needed."];
        }

        if (customer.Phones.Count == 0 || customer.Phones.Any(p => Folding.Digits(p.E164).Length is < 10 or > 15))
        {
            wrong["phone"] = ["A phone number with area code is needed."];
        }

        return wrong.Count == 0
            ? null
            : new CrmError(CrmErrorKind.Validation, $"The customer record is not complete: {string.Join(", ", wrong.Keys).Replace('_', ' ')}.", wrong);
    }

    private sealed record Creation(NewCustomer Customer, NewJob? Job);

    private sealed record Change(string Id, CustomerPatch Patch, string? ExpectedVersion);
}
