namespace HardE.Agents.NewClients;

/// <summary>The 29 slots of a new customer (docs/wire/crm.md), by the names that drafts, tools and evals use.</summary>
public static class Slots
{
    public const string CustomerType = "customer_type";
    public const string FirstName = "first_name";
    public const string LastName = "last_name";
    public const string CompanyName = "company_name";
    public const string Phone = "phone";
    public const string PhoneLabel = "phone_label";
    public const string PhoneExt = "phone_ext";
    public const string OtherPhones = "other_phones";
    public const string Email = "email";
    public const string Street = "street";
    public const string City = "city";
    public const string State = "state";
    public const string Zip = "zip";
    public const string Country = "country";
    public const string Trades = "trades";
    public const string JobDescription = "job_description";
    public const string LeadSource = "lead_source";
    public const string SalesRep = "sales_rep";
    public const string SecondContact = "second_contact";
    public const string AppointmentPref = "appointment_pref";
    public const string PropertyType = "property_type";
    public const string YearBuilt = "year_built";
    public const string RoofAge = "roof_age";
    public const string Stories = "stories";
    public const string InsuranceClaim = "insurance_claim";
    public const string JobSiteDiffers = "job_site_differs";
    public const string BillingDiffers = "billing_differs";
    public const string Notes = "notes";
    public const string ConsentText = "consent_text";

    /// <summary>The second line of the address; kept apart from <see cref="Street"/>, asked for by nobody.</summary>
    public const string Unit = "unit";

    /// <summary>E-mail addresses after the first.</summary>
    public const string MoreEmails = "additional_emails";

    /// <summary>Every slot in the order people read them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        CustomerType, FirstName, LastName, CompanyName, Phone, PhoneLabel, PhoneExt, OtherPhones, Email, Street, City, State, Zip, Country,
        Trades, JobDescription, LeadSource, SalesRep, SecondContact, AppointmentPref, PropertyType, YearBuilt, RoofAge, Stories,
        InsuranceClaim, JobSiteDiffers, BillingDiffers, Notes, ConsentText,
    ];

    /// <summary>Slots that may be declined instead of filled.</summary>
    public static readonly IReadOnlyList<string> Declinable = [Email, AppointmentPref];

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        [CustomerType] = "type of customer",
        [FirstName] = "first name",
        [LastName] = "last name",
        [CompanyName] = "company name",
        [Phone] = "phone number",
        [PhoneLabel] = "kind of phone",
        [PhoneExt] = "extension",
        [OtherPhones] = "other phones",
        [Email] = "e-mail",
        [Street] = "street address",
        [City] = "city",
        [State] = "state",
        [Zip] = "ZIP code",
        [Country] = "country",
        [Trades] = "kind of work",
        [JobDescription] = "what the job is",
        [LeadSource] = "how they heard of us",
        [SalesRep] = "sales rep",
        [SecondContact] = "second contact",
        [AppointmentPref] = "appointment wish",
        [PropertyType] = "kind of property",
        [YearBuilt] = "year built",
        [RoofAge] = "age of the roof",
        [Stories] = "stories",
        [InsuranceClaim] = "insurance claim",
        [JobSiteDiffers] = "job site",
        [BillingDiffers] = "billing address",
        [Notes] = "notes",
        [ConsentText] = "texting allowed",
        [Unit] = "unit",
        [MoreEmails] = "other e-mails",
    };

    /// <summary>The slot in words, for questions and cards.</summary>
    public static string Label(string slot) => Labels.GetValueOrDefault(slot, slot.Replace('_', ' '));
}
