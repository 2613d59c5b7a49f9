using System.Globalization;
using HardE.Agents.Crm;
using HardE.Agents.NewClients.Reading;

namespace HardE.Agents.NewClients;

/// <summary>What a complete form becomes in the CRM.</summary>
/// <param name="TextOnly">What the CRM has no field for, in words; it is kept in texts.</param>
internal sealed record NewRecord(NewCustomer Customer, NewJob Job, string? JobNote, IReadOnlyList<string> TextOnly)
{
    private const int LongestDescription = 1000;

    public static NewRecord From(NewClientForm form, ReferenceData catalog, IReadOnlyList<CrmUser> users, CrmId? referrer)
    {
        var wish = form.Get<AppointmentWish>(Slots.AppointmentPref);
        var claim = form.Get<ClaimAnswer>(Slots.InsuranceClaim);
        var rep = users.FirstOrDefault(u => u.Id.Value == form.Text(Slots.SalesRep))?.Id;
        var (trades, other) = TradesOf(form, catalog);
        var textOnly = new List<string>();
        textOnly.AddRange(other is null ? [] : [$"kind of work: {other}"]);
        textOnly.AddRange(wish is { Call: false } ? [$"appointment wish: {AppointmentReader.Describe(wish)}"] : []);
        textOnly.AddRange(Facts(form));
        var customer = new NewCustomer(
            form.IsCommercial, new Person(form.Text(Slots.FirstName) ?? "", form.Text(Slots.LastName) ?? ""), form.Text(Slots.CompanyName), Phones(form),
            form.Text(Slots.Email), form.List(Slots.MoreEmails), Address(form), Other(form, Slots.BillingDiffers), Source(form, catalog, referrer), rep,
            Contacts(form), Note(form), wish is { Call: true }, wish is { Call: false });
        var job = new NewJob(
            default, trades, Description(form, textOnly), null, rep is { } owner ? [owner] : [], claim is { Status: "filed" or "considering" },
            Other(form, Slots.JobSiteDiffers), wish is { Call: true }, wish is { Call: false }, other);
        return new NewRecord(customer, job, claim is { Status: not "none" } ? $"Insurance claim: {FormFacts.Claim(claim)}" : null, textOnly);
    }

    private static string Description(NewClientForm form, IReadOnlyList<string> facts)
    {
        var text = form.Text(Slots.JobDescription) ?? "";
        var whole = facts.Count == 0 ? text : $"{text.TrimEnd('.')}. ({string.Join("; ", facts)})";
        return whole.Length > LongestDescription ? whole[..LongestDescription] : whole;
    }

    private static IEnumerable<string> Facts(NewClientForm form) =>
        new[] { Slots.PropertyType, Slots.YearBuilt, Slots.RoofAge, Slots.Stories }.Where(s => form.Said.ContainsKey(s) && form.Text(s) is not null)
            .Select(s => $"{Slots.Label(s)}: {form.Text(s)}");

    private static string? Note(NewClientForm form)
    {
        var parts = new[] { form.Text(Slots.Notes), form.Said.ContainsKey(Slots.ConsentText) ? $"May we text: {form.Text(Slots.ConsentText)}" : null };
        var note = string.Join("\n", parts.OfType<string>());
        return note.Length == 0 ? null : note;
    }

    private static IReadOnlyList<Phone> Phones(NewClientForm form)
    {
        var phones = new List<Phone>();
        if (form.Text(Slots.Phone) is { } main)
        {
            phones.Add(new Phone(main, form.Text(Slots.PhoneExt), Label(form.Text(Slots.PhoneLabel)), true));
        }

        phones.AddRange((form.Get<List<OtherPhone>>(Slots.OtherPhones) ?? []).Select(p => new Phone(p.Number, p.Ext, Label(p.Label), false)));
        return phones;
    }

    private static PhoneLabel Label(string? label) => Enum.TryParse<PhoneLabel>(label, ignoreCase: true, out var known) ? known : PhoneLabel.Other;

    private static PostalAddress? Address(NewClientForm form) => form.Text(Slots.Street) is { } street
        ? new PostalAddress(street, form.Text(Slots.Unit), form.Text(Slots.City) ?? "", form.Text(Slots.State) ?? "", form.Text(Slots.Zip) ?? "")
        : null;

    /// <summary>A second address; parts not said are those of the customer's own.</summary>
    private static PostalAddress? Other(NewClientForm form, string slot) => form.Get<OtherAddress>(slot) is { Street: { } street } other
        ? new PostalAddress(
            street, other.Unit, other.City ?? form.Text(Slots.City) ?? "", other.State ?? form.Text(Slots.State) ?? "", other.Zip ?? form.Text(Slots.Zip) ?? "")
        : null;

    private static IReadOnlyList<Person> Contacts(NewClientForm form) => form.Get<SecondContact>(Slots.SecondContact) is { } second
        ? [new Person(second.FirstName ?? "", second.LastName ?? "", second.Relation)]
        : [];

    private static LeadSource? Source(NewClientForm form, ReferenceData catalog, CrmId? referrer)
    {
        if (form.Get<LeadSourceAnswer>(Slots.LeadSource) is not { } answer)
        {
            return null;
        }

        var listed = catalog.LeadSources.FirstOrDefault(s => s.Name.Equals(answer.Detail, StringComparison.OrdinalIgnoreCase));
        var detail = answer.Detail is { Length: > 200 } long_ ? long_[..200] : answer.Detail;
        return answer.Kind switch
        {
            "customer_referral" when referrer is { } id => new LeadSource(LeadSourceKind.CustomerReferral, null, id, detail),
            "customer_referral" => new LeadSource(LeadSourceKind.Other, null, null, string.Create(CultureInfo.InvariantCulture, $"Referred by {detail}")),
            "listed" when listed is not null => new LeadSource(LeadSourceKind.Listed, listed.Id, null, null),
            _ => new LeadSource(LeadSourceKind.Other, null, null, detail),
        };
    }

    /// <summary>Our trades as the CRM's; what it lacks becomes "other" with the words.</summary>
    private static (IReadOnlyList<CrmId> Ids, string? Other) TradesOf(NewClientForm form, ReferenceData catalog)
    {
        var ids = new List<CrmId>();
        var lacking = new List<string>();
        foreach (var trade in form.List(Slots.Trades))
        {
            var known = catalog.Trades.FirstOrDefault(t => t.Name.Equals(trade, StringComparison.OrdinalIgnoreCase))
                ?? catalog.Trades.FirstOrDefault(t => Trades.Named(t.Name) == trade);
            if (known is not null && trade != "other")
            {
                ids.Add(known.Id);
            }
            else
            {
                lacking.Add(trade == "other" ? form[Slots.Trades].Said?.Words ?? trade : trade);
            }
        }

        var other = catalog.Trades.FirstOrDefault(t => t.Name.Equals("other", StringComparison.OrdinalIgnoreCase));
        if (lacking.Count > 0 && other is not null)
        {
            ids.Add(other.Id);
        }

        return (ids, lacking.Count == 0 ? null : string.Join(", ", lacking));
    }
}
