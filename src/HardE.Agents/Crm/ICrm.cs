namespace HardE.Agents.Crm;

/// <summary>The customer records of one company, whichever program keeps them. Neutral: ids are opaque, the rest is words.</summary>
/// <remarks>
/// What a person can act on comes back as a <see cref="CrmError"/>; a CRM that cannot be asked throws
/// <see cref="Services.ServiceException"/>. Source of the shape: docs/wire/crm.md.
/// </remarks>
public interface ICrm
{
    CrmCapabilities Capabilities { get; }
    Task<CrmResult<CrmPage<CustomerSummary>>> SearchCustomersAsync(string tenant, CustomerQuery query, CrmPaging paging, CancellationToken ct);
    Task<CrmResult<Versioned<Customer>>> GetCustomerAsync(string tenant, CrmId id, CancellationToken ct);
    Task<CrmResult<CustomerCreated>> CreateCustomerAsync(string tenant, NewCustomer customer, NewJob? firstJob, WriteContext write, CancellationToken ct);
    Task<CrmResult<Versioned<Customer>>> UpdateCustomerAsync(string tenant, CrmId id, CustomerPatch patch, string? expectedVersion, WriteContext write, CancellationToken ct);
    Task<CrmResult<CrmPage<JobSummary>>> FindJobsAsync(string tenant, JobQuery query, CrmPaging paging, CancellationToken ct);
    Task<CrmResult<Versioned<Job>>> GetJobAsync(string tenant, CrmId id, CancellationToken ct);
    Task<CrmResult<Versioned<Job>>> CreateJobAsync(string tenant, NewJob job, WriteContext write, CancellationToken ct);
    Task<CrmResult<Versioned<Job>>> UpdateJobAsync(string tenant, CrmId id, JobPatch patch, string? expectedVersion, WriteContext write, CancellationToken ct);
    Task<CrmResult<Versioned<Job>>> MoveJobAsync(string tenant, CrmId job, CrmId toStage, CrmId? expectedStage, WriteContext write, CancellationToken ct);
    Task<CrmResult<Pipeline>> GetPipelineAsync(string tenant, CancellationToken ct);
    Task<CrmResult<CrmPage<Note>>> ListNotesAsync(string tenant, CrmId target, CrmPaging paging, CancellationToken ct);
    Task<CrmResult<Note>> AddNoteAsync(string tenant, CrmId target, NoteBody body, WriteContext write, CancellationToken ct);
    Task<CrmResult<IReadOnlyList<CrmUser>>> ListUsersAsync(string tenant, CancellationToken ct);
    Task<CrmResult<ReferenceData>> GetReferenceDataAsync(string tenant, CancellationToken ct);
    Task<CrmResult<CrmId>> CreateTaskAsync(string tenant, NewTask task, WriteContext write, CancellationToken ct);
    Task<CrmResult<Uri>> AttachLinkAsync(string tenant, CrmId job, string name, Uri url, WriteContext write, CancellationToken ct);
}

/// <summary>What a CRM can do beyond the common part.</summary>
[Flags]
public enum CrmCapabilities
{
    None = 0,
    CustomerNotes = 1,
    JobNotes = 2,
    Mentions = 4,
    Tasks = 8,
    Files = 16,
    AppointmentsWrite = 32,
    Versions = 64,
    IdempotentCreate = 128,
    PriceWrite = 256,
}
