using System.Data.Common;
using Dapper;
using HardE.Agents.State;

namespace HardE.Agents.Crm.Embedded;

/// <summary>Customers, jobs, notes and stages in our own database: the CRM of a machine that has no other.</summary>
public sealed class EmbeddedCrm : ICrm
{
    private readonly Database database;
    private readonly EmbeddedCustomers customers;
    private readonly EmbeddedJobs jobs;
    private readonly EmbeddedNotes notes;

    public EmbeddedCrm(Database database, TimeProvider clock)
    {
        var writes = new WriteOnce(database, clock);
        this.database = database;
        customers = new EmbeddedCustomers(database, writes, clock);
        jobs = new EmbeddedJobs(database, writes, clock);
        notes = new EmbeddedNotes(database, writes, clock);
    }

    public CrmCapabilities Capabilities => CrmCapabilities.CustomerNotes | CrmCapabilities.JobNotes | CrmCapabilities.Mentions
        | CrmCapabilities.Tasks | CrmCapabilities.Files | CrmCapabilities.Versions | CrmCapabilities.IdempotentCreate;

    internal EmbeddedCustomers Customers => customers;

    public Task<CrmResult<CrmPage<CustomerSummary>>> SearchCustomersAsync(string tenant, CustomerQuery query, CrmPaging paging, CancellationToken ct) =>
        customers.SearchAsync(tenant, query, paging, ct);

    public Task<CrmResult<Versioned<Customer>>> GetCustomerAsync(string tenant, CrmId id, CancellationToken ct) =>
        customers.GetAsync(tenant, id, ct);

    public Task<CrmResult<CustomerCreated>> CreateCustomerAsync(
        string tenant, NewCustomer customer, NewJob? firstJob, WriteContext write, CancellationToken ct) =>
        customers.CreateAsync(tenant, customer, firstJob, write, ct);

    public Task<CrmResult<Versioned<Customer>>> UpdateCustomerAsync(
        string tenant, CrmId id, CustomerPatch patch, string? expectedVersion, WriteContext write, CancellationToken ct) =>
        customers.UpdateAsync(tenant, id, patch, expectedVersion, write, ct);

    public Task<CrmResult<CrmPage<JobSummary>>> FindJobsAsync(string tenant, JobQuery query, CrmPaging paging, CancellationToken ct) =>
        jobs.FindAsync(tenant, query, paging, ct);

    public Task<CrmResult<Versioned<Job>>> GetJobAsync(string tenant, CrmId id, CancellationToken ct) => jobs.GetAsync(tenant, id, ct);

    public Task<CrmResult<Versioned<Job>>> CreateJobAsync(string tenant, NewJob job, WriteContext write, CancellationToken ct) =>
        jobs.CreateAsync(tenant, job, write, ct);

    public Task<CrmResult<Versioned<Job>>> UpdateJobAsync(
        string tenant, CrmId id, JobPatch patch, string? expectedVersion, WriteContext write, CancellationToken ct) =>
        jobs.UpdateAsync(tenant, id, patch, expectedVersion, write, ct);

    public Task<CrmResult<Versioned<Job>>> MoveJobAsync(
        string tenant, CrmId job, CrmId toStage, CrmId? expectedStage, WriteContext write, CancellationToken ct) =>
        jobs.MoveAsync(tenant, job, toStage, expectedStage, write, ct);

    public Task<CrmResult<Pipeline>> GetPipelineAsync(string tenant, CancellationToken ct) => database.ReadAsync(
        async db =>
        {
            var counts = (await db.QueryAsync<(string Stage, long Jobs)>(
                "SELECT stage_id, COUNT(*) FROM crm_job WHERE tenant = @tenant GROUP BY stage_id", new { tenant })).ToDictionary(c => c.Stage, c => (int)c.Jobs);
            var stages = await EmbeddedCatalog.StagesAsync(db, tenant);
            return CrmResult<Pipeline>.Of(new Pipeline([.. stages.Select(s => new PipelineStage(s, counts.GetValueOrDefault(s.Id.Value)))]));
        },
        ct);

    public Task<CrmResult<CrmPage<Note>>> ListNotesAsync(string tenant, CrmId target, CrmPaging paging, CancellationToken ct) =>
        notes.ListAsync(tenant, target, paging, ct);

    public Task<CrmResult<Note>> AddNoteAsync(string tenant, CrmId target, NoteBody body, WriteContext write, CancellationToken ct) =>
        notes.AddAsync(tenant, target, body, write, ct);

    public Task<CrmResult<IReadOnlyList<CrmUser>>> ListUsersAsync(string tenant, CancellationToken ct) => database.ReadAsync(
        async db => CrmResult<IReadOnlyList<CrmUser>>.Of(await EmbeddedCatalog.UsersAsync(db, tenant)), ct);

    public Task<CrmResult<ReferenceData>> GetReferenceDataAsync(string tenant, CancellationToken ct) =>
        Task.FromResult(CrmResult<ReferenceData>.Of(EmbeddedCatalog.Reference));

    public Task<CrmResult<CrmId>> CreateTaskAsync(string tenant, NewTask task, WriteContext write, CancellationToken ct) =>
        notes.AddTaskAsync(tenant, task, write, ct);

    public Task<CrmResult<Uri>> AttachLinkAsync(string tenant, CrmId job, string name, Uri url, WriteContext write, CancellationToken ct) =>
        notes.AttachAsync(tenant, job, name, url, write, ct);

    /// <summary>True when the company has no customer yet.</summary>
    public Task<bool> IsEmptyAsync(string tenant, CancellationToken ct) => database.ReadAsync(
        async db => await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM crm_customer WHERE tenant = @tenant", new { tenant }) == 0, ct);

    /// <summary>True while the company's records are the samples: nothing in it is a real person.</summary>
    public Task<bool> IsSampleWorldAsync(string tenant, CancellationToken ct) => database.ReadAsync(
        async db => await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM crm_customer WHERE tenant = @tenant AND sample = 1", new { tenant }) > 0, ct);

    /// <summary>Takes a note away, where an undo asks for it.</summary>
    internal Task<int> RemoveNoteAsync(string tenant, string id, CancellationToken ct) => database.WriteAsync(
        (DbConnection db) => db.ExecuteAsync("DELETE FROM crm_note WHERE tenant = @tenant AND id = @id", new { tenant, id }), ct);

    /// <summary>Takes a customer with its first job away that nobody has touched since, where an undo asks for it.</summary>
    /// <param name="notes">Notes that the creation itself wrote.</param>
    internal Task<int> RemoveUntouchedCustomerAsync(string tenant, string id, int notes, CancellationToken ct) => database.WriteAsync(
        async (DbConnection db) =>
        {
            var key = new { tenant, id, notes };
            var removed = await db.ExecuteAsync(
                """
                DELETE FROM crm_customer WHERE tenant = @tenant AND id = @id AND version = 1
                    AND (SELECT COUNT(*) FROM crm_job WHERE crm_job.tenant = @tenant AND customer_id = @id AND version > 1) = 0
                    AND (SELECT COUNT(*) FROM crm_job WHERE crm_job.tenant = @tenant AND customer_id = @id) <= 1
                    AND (SELECT COUNT(*) FROM crm_note WHERE crm_note.tenant = @tenant AND (target_id = @id
                        OR target_id IN (SELECT crm_job.id FROM crm_job WHERE crm_job.tenant = @tenant AND customer_id = @id))) <= @notes
                """,
                key);
            if (removed == 1)
            {
                await db.ExecuteAsync("DELETE FROM crm_word WHERE tenant = @tenant AND customer_id = @id", key);
                await db.ExecuteAsync(
                    "DELETE FROM crm_note WHERE tenant = @tenant AND target_id IN (SELECT crm_job.id FROM crm_job WHERE crm_job.tenant = @tenant AND customer_id = @id)", key);
                await db.ExecuteAsync("DELETE FROM crm_job WHERE tenant = @tenant AND customer_id = @id", key);
            }

            return removed;
        },
        ct);

    /// <summary>Takes a job away that nobody has touched since, where an undo asks for it.</summary>
    internal Task<int> RemoveUntouchedJobAsync(string tenant, string id, CancellationToken ct) => database.WriteAsync(
        (DbConnection db) => db.ExecuteAsync(
            """
            DELETE FROM crm_job WHERE tenant = @tenant AND id = @id AND version = 1 AND NOT EXISTS (
                SELECT 1 FROM crm_note WHERE crm_note.tenant = @tenant AND target_kind = 'job' AND target_id = @id)
            """,
            new { tenant, id }),
        ct);
}
