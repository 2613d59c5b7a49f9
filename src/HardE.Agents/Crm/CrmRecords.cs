namespace HardE.Agents.Crm;

public enum CrmKind { Customer, Job, Note, User, Stage, Trade, LeadSource, Division, Task }

/// <summary>An id as the CRM gave it, with whose it is.</summary>
public readonly record struct CrmId(string Provider, CrmKind Kind, string Value)
{
    /// <summary>An id that a person or a tool wrote: it belongs to the CRM that is asked.</summary>
    public static CrmId Of(CrmKind kind, string value) => new("", kind, value);
}

/// <summary>A record, its version (null where the CRM has none) and its page (null where there is none).</summary>
public sealed record Versioned<T>(CrmId Id, string? Version, DateTimeOffset? UpdatedAt, T Value, Uri? Link);

/// <summary>A field of a patch: not named, named with a value, or named as empty.</summary>
public readonly record struct Maybe<T>(bool IsSet, T? Value)
{
    public static Maybe<T> Of(T? value) => new(true, value);

    public T? Or(T? current) => IsSet ? Value : current;
}

/// <summary>Who writes, why, and under which key it may happen at most once.</summary>
public sealed record WriteContext(string IdempotencyKey, string ActorId, string ActorName, string Reason, bool DryRun = false);

/// <summary>Pages count from 1; at most 100 rows a page.</summary>
public sealed record CrmPaging(int Page = 1, int Size = 20);

public sealed record CrmPage<T>(IReadOnlyList<T> Items, int Page, int Size, int? Total, bool HasMore);

public enum PhoneLabel { Cell, Home, Office, Fax, Other }

/// <summary>A phone number; <paramref name="E164"/> as <c>+12015550123</c>.</summary>
public sealed record Phone(string E164, string? Extension, PhoneLabel Label, bool Primary);

public sealed record PostalAddress(string Line1, string? Line2, string City, string State, string Zip, string Country = "US");

/// <summary>A person on a record; role is spouse, co-owner, tenant and the like.</summary>
public sealed record Person(string First, string Last, string? Role = null)
{
    public string FullName => $"{First} {Last}".Trim();
}

public enum LeadSourceKind { CustomerReferral, Listed, Other }

/// <summary>How the customer heard of us.</summary>
public sealed record LeadSource(LeadSourceKind Kind, CrmId? CatalogId, CrmId? ReferringCustomer, string? Note);

public sealed record Customer(
    bool IsCommercial, Person Name, string? Company, IReadOnlyList<Phone> Phones, string? Email,
    IReadOnlyList<string> OtherEmails, PostalAddress? Address, PostalAddress? Billing, LeadSource? Source, CrmId? RepId,
    IReadOnlyList<Person> Contacts, string? Note, bool CallRequired, bool AppointmentRequired, IReadOnlyList<JobSummary> Jobs)
{
    public string DisplayName => IsCommercial && Company is { Length: > 0 } ? Company : Name.FullName;
}

public sealed record CustomerSummary(
    CrmId Id, string Name, string? Phone, string? Email, string? City, string? State, int JobCount, string? NewestStage, double Score);

public sealed record JobSummary(
    CrmId Id, CrmId CustomerId, string CustomerName, string? Number, IReadOnlyList<string> Trades, string Stage, string? Rep,
    string Description, DateTimeOffset? UpdatedAt, bool Open);

public sealed record Job(
    CrmId CustomerId, string? Number, string? Name, string Description, IReadOnlyList<CrmId> Trades, IReadOnlyList<CrmId> WorkTypes,
    StageRef Stage, CrmId? DivisionId, IReadOnlyList<CrmId> Reps, PostalAddress? SiteAddress, bool Insurance, JobMoney? Money,
    DateOnly? SignedOn, DateOnly? CompletedOn, bool Archived)
{
    /// <summary>Trade words as people say them: roofing, siding, gutters.</summary>
    public IReadOnlyList<string> TradeNames { get; init; } = [];

    /// <summary>The appointment, when the CRM states one; local to the company.</summary>
    public DateTimeOffset? Appointment { get; init; }
}

/// <summary>Money on a job, read only. US dollars.</summary>
public sealed record JobMoney(decimal? Total, decimal? Received, decimal? Owed);

/// <summary>What else happens when a job enters a stage.</summary>
[Flags]
public enum StageEffects { None = 0, EmailsCustomer = 1, CreatesTasks = 2, PushesUsers = 4, Unknown = 8 }

public sealed record StageRef(CrmId Id, string Name, int Position, bool Locked, StageEffects Effects);

public sealed record Pipeline(IReadOnlyList<PipelineStage> Stages);

public sealed record PipelineStage(StageRef Stage, int Jobs);

public sealed record NoteBody(string Text, IReadOnlyList<CrmId> Mentions);

public sealed record Note(CrmId Id, CrmId Target, string Text, IReadOnlyList<CrmId> Mentions, string By, DateTimeOffset At);

public sealed record CrmUser(CrmId Id, string Name, string? Email, bool Active, string? Role);

public sealed record NamedId(CrmId Id, string Name);

public sealed record ReferenceData(
    IReadOnlyList<NamedId> Trades, IReadOnlyList<NamedId> WorkTypes, IReadOnlyList<NamedId> LeadSources,
    IReadOnlyList<NamedId> Divisions, IReadOnlyList<NamedId> States);

public sealed record NewCustomer(
    bool IsCommercial, Person Name, string? Company, IReadOnlyList<Phone> Phones, string? Email, IReadOnlyList<string> OtherEmails,
    PostalAddress? Address, PostalAddress? Billing, LeadSource? Source, CrmId? RepId, IReadOnlyList<Person> Contacts, string? Note,
    bool CallRequired, bool AppointmentRequired);

public sealed record CustomerCreated(CrmId CustomerId, CrmId? JobId, string? JobNumber, string? FirstStage, Uri? Link);

public sealed record CustomerPatch(
    Maybe<string> Email, Maybe<IReadOnlyList<Phone>> Phones, Maybe<PostalAddress> Address, Maybe<string> Note, Maybe<CrmId?> RepId);

public sealed record NewJob(
    CrmId CustomerId, IReadOnlyList<CrmId> Trades, string Description, string? Name, IReadOnlyList<CrmId> Reps, bool Insurance,
    PostalAddress? SiteAddress, bool CallRequired = false, bool AppointmentRequired = false, string? OtherTrade = null);

public sealed record JobPatch(
    Maybe<string> Description, Maybe<string> Name, Maybe<IReadOnlyList<CrmId>> Trades, Maybe<IReadOnlyList<CrmId>> Reps,
    Maybe<bool> Insurance, Maybe<PostalAddress> SiteAddress);

public sealed record NewTask(string Title, IReadOnlyList<CrmId> Users, CrmId? Job, string? Notes, DateTimeOffset? Due);

/// <summary>Narrows a customer search; <paramref name="Text"/> is a name, phone, e-mail, address or job number as it was said.</summary>
public sealed record CustomerQuery(string? Text, string? City = null, string? State = null, string? Stage = null, string? Rep = null);

/// <summary>Narrows a job search; all parts are optional.</summary>
public sealed record JobQuery(
    string? Number = null, CrmId? CustomerId = null, string? Reference = null, string? Stage = null, string? Rep = null,
    string? Trade = null, DateTimeOffset? UpdatedSince = null, bool IncludeClosed = false, DateTimeOffset? NotUpdatedSince = null);
