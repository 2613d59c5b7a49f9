using System.Data.Common;
using System.Globalization;
using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Embedded;

/// <summary>The job half of the embedded CRM.</summary>
internal sealed class EmbeddedJobs(Database database, WriteOnce writes, TimeProvider clock)
{
    public Task<CrmResult<CrmPage<JobSummary>>> FindAsync(string tenant, JobQuery query, CrmPaging paging, CancellationToken ct) =>
        database.ReadAsync(
            async db => CrmResult<CrmPage<JobSummary>>.Of(Pages.Cut(await JobSearch.FindAsync(db, tenant, query), paging)), ct);

    public Task<CrmResult<Versioned<Job>>> GetAsync(string tenant, CrmId id, CancellationToken ct) =>
        database.ReadAsync(db => JobRows.ReadAsync(db, tenant, id.Value), ct);

    public Task<CrmResult<Versioned<Job>>> CreateAsync(string tenant, NewJob job, WriteContext write, CancellationToken ct) =>
        writes.RunAsync(tenant, write, job, db => InsertAsync(db, tenant, job, clock.GetUtcNow()), ct);

    public Task<CrmResult<Versioned<Job>>> UpdateAsync(
        string tenant, CrmId id, JobPatch patch, string? expectedVersion, WriteContext write, CancellationToken ct) =>
        writes.RunAsync(
            tenant,
            write,
            new Change(id.Value, patch, expectedVersion),
            db => ChangeAsync(db, tenant, id.Value, expectedVersion, job => Patched(job, patch)),
            ct);

    public Task<CrmResult<Versioned<Job>>> MoveAsync(
        string tenant, CrmId id, CrmId toStage, CrmId? expectedStage, WriteContext write, CancellationToken ct) =>
        writes.RunAsync(
            tenant,
            write,
            new StageMove(id.Value, toStage.Value, expectedStage?.Value),
            async db =>
            {
                var stages = await EmbeddedCatalog.StagesAsync(db, tenant);
                var target = stages.FirstOrDefault(s => s.Id.Value == toStage.Value);
                if (target is null || target.Locked)
                {
                    return CrmResult<Versioned<Job>>.Fail(
                        CrmErrorKind.Validation,
                        $"{(target is null ? "There is no such stage" : $"{target.Name} is locked")}. The stages are {string.Join(", ", stages.Select(s => s.Name))}.");
                }

                return await ChangeAsync(db, tenant, id.Value, null, job => expectedStage is { } expected && expected.Value != job.Stage.Id.Value
                    ? new CrmError(CrmErrorKind.Conflict, $"The job is in {job.Stage.Name} by now, not where it was before. Please look again first.")
                    : job with { Stage = target });
            },
            ct);

    /// <summary>Adds a job in the first stage.</summary>
    public static async Task<CrmResult<Versioned<Job>>> InsertAsync(DbConnection db, string tenant, NewJob job, DateTimeOffset now)
    {
        if (Check(job) is { } wrong)
        {
            return wrong;
        }

        var customer = await db.QuerySingleOrDefaultAsync<long?>(
            "SELECT number FROM crm_customer WHERE tenant = @tenant AND id = @id", new { tenant, id = job.CustomerId.Value });
        if (customer is not { } customerNumber)
        {
            return CrmResult<Versioned<Job>>.Fail(CrmErrorKind.NotFound, $"There is no customer {job.CustomerId.Value}.");
        }

        var stages = await EmbeddedCatalog.StagesAsync(db, tenant);
        var description = job.OtherTrade is { Length: > 0 } other && !job.Description.Contains(other, StringComparison.OrdinalIgnoreCase)
            ? $"{job.Description} ({other})" : job.Description;
        var record = new Job(
            EmbeddedCatalog.Id(CrmKind.Customer, job.CustomerId.Value), await NumberAsync(db, tenant, job.CustomerId.Value, customerNumber, now),
            job.Name, description, job.Trades, [], stages[0], null, job.Reps, job.SiteAddress, job.Insurance, null, null, null, Archived: false)
        {
            TradeNames = [.. job.Trades.Select(t => t.Value)],
        };
        var id = "j" + Ids.New(now);
        await AddAsync(db, tenant, id, record, now);
        return await JobRows.ReadAsync(db, tenant, id);
    }

    /// <summary>Stores a job under an id of the caller's choice.</summary>
    public static async Task AddAsync(DbConnection db, string tenant, string id, Job job, DateTimeOffset updated)
    {
        await db.ExecuteAsync(
            """
            INSERT INTO crm_job (tenant, id, customer_id, number, stage_id, is_open, reps, trades, body, version, created_at, updated_at)
            VALUES (@tenant, @id, @customerId, @number, @stageId, @isOpen, @reps, @trades, @body, 1, @now, @now)
            """,
            Columns(tenant, id, job, updated, version: 1));
        await CustomerIndex.AddAsync(db, tenant, job.CustomerId.Value, CustomerIndex.OfSite(job.SiteAddress));
    }

    public static CrmError? Check(NewJob job) => CheckJob(job.Trades, job.Description);

    private async Task<CrmResult<Versioned<Job>>> ChangeAsync(
        DbConnection db, string tenant, string id, string? expectedVersion, Func<Job, CrmResult<Job>> change)
    {
        var read = await JobRows.ReadAsync(db, tenant, id);
        if (!read.Ok || (expectedVersion is not null && read.Value.Version != expectedVersion))
        {
            return read.Ok ? Records.Changed("job") : read;
        }

        var next = change(read.Value.Value);
        if (!next.Ok)
        {
            return next.Error!;
        }

        var saved = await db.ExecuteAsync(
            """
            UPDATE crm_job SET stage_id = @stageId, is_open = @isOpen, reps = @reps, trades = @trades, body = @body,
                version = version + 1, updated_at = @now
            WHERE tenant = @tenant AND id = @id AND version = @version
            """,
            Columns(tenant, id, next.Value, clock.GetUtcNow(), Records.Number(read.Value.Version)));
        await CustomerIndex.AddAsync(db, tenant, next.Value.CustomerId.Value, CustomerIndex.OfSite(next.Value.SiteAddress));
        return saved == 1 ? await JobRows.ReadAsync(db, tenant, id) : Records.Changed("job");
    }

    private static CrmResult<Job> Patched(Job job, JobPatch patch)
    {
        var trades = patch.Trades.Or(job.Trades) ?? [];
        var next = job with
        {
            Description = patch.Description.Or(job.Description) ?? "",
            Name = patch.Name.Or(job.Name),
            Trades = trades,
            TradeNames = [.. trades.Select(t => t.Value)],
            Reps = patch.Reps.Or(job.Reps) ?? [],
            Insurance = patch.Insurance.IsSet ? patch.Insurance.Value : job.Insurance,
            SiteAddress = patch.SiteAddress.Or(job.SiteAddress),
        };
        return CheckJob(next.Trades, next.Description) is { } wrong ? wrong : next;
    }

    private static CrmError? CheckJob(IReadOnlyList<CrmId> trades, string description)
    {
        var unknown = trades.Where(t => !Trades.All.Contains(t.Value)).Select(t => t.Value).ToList();
        return trades.Count == 0 ? new CrmError(CrmErrorKind.Validation, "A job needs at least one trade.", Field("trades"))
            : unknown.Count > 0 ? new CrmError(CrmErrorKind.Validation, $"No trade is called {unknown[0]}. Trades: {string.Join(", ", Trades.All.Select(Trades.Display))}.", Field("trades"))
            : string.IsNullOrWhiteSpace(description) ? new CrmError(CrmErrorKind.Validation, "A job needs a description.", Field("job_description"))
            : null;
    }

    private static Dictionary<string, string[]> Field(string name) => new() { [name] = ["Missing or unknown."] };

    /// <summary>Year and month, customer's number, a count for each customer: 2603-104-02.</summary>
    private static async Task<string> NumberAsync(DbConnection db, string tenant, string customerId, long customerNumber, DateTimeOffset now)
    {
        var has = await db.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM crm_job WHERE tenant = @tenant AND customer_id = @customerId", new { tenant, customerId });
        while (true)
        {
            var count = await EmbeddedCatalog.NextAsync(db, tenant, $"job:{customerId}", has + 1);
            var number = string.Create(CultureInfo.InvariantCulture, $"{now:yyMM}-{customerNumber}-{count:00}");
            var taken = await db.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM crm_job WHERE tenant = @tenant AND number = @number", new { tenant, number });
            if (taken == 0)
            {
                return number;
            }
        }
    }

    private static object Columns(string tenant, string id, Job job, DateTimeOffset updated, long version) => new
    {
        tenant,
        id,
        version,
        customerId = job.CustomerId.Value,
        number = job.Number,
        stageId = job.Stage.Id.Value,
        isOpen = EmbeddedCatalog.IsOpen(job.Stage.Name) && !job.Archived ? 1 : 0,
        reps = Commas(job.Reps),
        trades = Commas(job.Trades),
        body = TurnJson.Write(job),
        now = updated.ToUnixTimeMilliseconds(),
    };

    private static string Commas(IReadOnlyList<CrmId> ids) => $",{string.Join(',', ids.Select(i => i.Value))},";

    private sealed record Change(string Id, JobPatch Patch, string? ExpectedVersion);

    private sealed record StageMove(string Id, string ToStage, string? ExpectedStage);
}
