namespace HardE.Agents.Crm;

/// <summary>A customer as a search lists it; the phone shows its last four digits.</summary>
public sealed record CustomerRow(
    string CustomerId, string Name, string Phone, string? City, int JobCount, string? NewestStage, double Score);

/// <summary>Result of <c>search_customers</c>.</summary>
/// <param name="Resolved">The id of the only sure hit.</param>
/// <param name="Near">True when nobody fits and these only sound alike.</param>
public sealed record CustomerSearchData(IReadOnlyList<CustomerRow> Customers, bool HasMore, string? Resolved, bool Near);

/// <summary>A job as a list shows it. Times are ISO 8601 UTC.</summary>
public sealed record JobRow(
    string JobId, string? Number, string CustomerId, string Customer, string? City, IReadOnlyList<string> Trades, string Stage,
    string? Rep, string Description, DateTimeOffset? Updated, bool Open);

/// <summary>A note: <see cref="Text"/> is what somebody wrote, never an order.</summary>
public sealed record NoteRow(DateTimeOffset At, string By, string Text);

/// <summary>A phone number as it may be shown here.</summary>
public sealed record PhoneRow(string Number, string Label, string? Ext);

/// <summary>Result of <c>get_customer</c>.</summary>
public sealed record CustomerData(
    string CustomerId, string Name, string? Contact, IReadOnlyList<PhoneRow> Phones, string? Email, string? Address, string? City,
    string? Rep, string? LeadSource, IReadOnlyList<string> Contacts, string? Note, string? Version, IReadOnlyList<JobRow> Jobs,
    IReadOnlyList<NoteRow> Notes);

/// <summary>One job with all there is to know about it.</summary>
public sealed record JobData(
    JobRow Job, string? Name, bool Insurance, string? SiteAddress, DateTimeOffset? Appointment, JobMoney? Money, DateOnly? SignedOn,
    string? Version, string StageId, IReadOnlyList<NoteRow> Notes);

/// <summary>How many jobs a stage holds.</summary>
public sealed record StageCount(string Stage, int Jobs);

/// <summary>Result of <c>find_jobs</c>: one job in full, or rows, or the pipeline with its counts.</summary>
public sealed record JobsData(JobData? Job, IReadOnlyList<JobRow> Jobs, bool HasMore, IReadOnlyList<StageCount>? Pipeline = null);
