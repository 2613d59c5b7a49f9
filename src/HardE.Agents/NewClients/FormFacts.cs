using HardE.Agents.Crm;
using HardE.Agents.NewClients.Reading;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients;

/// <summary>A form as people read it. In a room with others phone, e-mail and street are masked.</summary>
internal static class FormFacts
{
    /// <summary>The card of a draft: every slot that holds something, defaults marked, what is missing at the end.</summary>
    public static FactsPart Card(string title, NewClientForm form, IReadOnlyList<CrmUser> users, bool masked)
    {
        var facts = Slots.All.Append(Slots.Unit).Append(Slots.MoreEmails)
            .Where(form.Has).OrderBy(s => s == Slots.Unit ? 10 : Slots.All.ToList().IndexOf(s))
            .Select(s => new Fact(Capital(Slots.Label(s)), Show(form, s, users, masked))).ToList();
        if (form.Missing is { Count: > 0 } missing)
        {
            facts.Add(new Fact("Still missing", Words.And(missing.Select(Slots.Label))));
        }

        return new FactsPart(title, facts);
    }

    /// <summary>One value with its state: "(201) 555-0123", "declined", "? 07030 (to be confirmed)".</summary>
    public static string Show(NewClientForm form, string slot, IReadOnlyList<CrmUser> users, bool masked)
    {
        var value = form[slot];
        var text = Value(form, slot, users, masked);
        return value.State switch
        {
            SlotState.Declined => "declined",
            SlotState.Invalid => $"not valid: \"{(masked && Private(slot) ? "..." : value.Said?.Words)}\"",
            SlotState.NeedsConfirmation => $"{(text.Length > 0 ? text : value.Said?.Words)} (to be confirmed)",
            _ when value.Source == SlotSource.Default => $"{text} (default)",
            _ => text,
        };
    }

    public static string Value(NewClientForm form, string slot, IReadOnlyList<CrmUser> users, bool masked) => slot switch
    {
        Slots.Phone => form.Text(slot) is { } phone ? Words.Phone(phone, masked) : "",
        Slots.Email => form.Text(slot) is { } email ? Words.Email(email, masked) : "",
        Slots.Street or Slots.Unit when masked => "(hidden in this room)",
        Slots.OtherPhones => string.Join(", ", (form.Get<List<OtherPhone>>(slot) ?? []).Select(p => $"{Words.Phone(p.Number, masked)} ({p.Label})")),
        Slots.MoreEmails => string.Join(", ", form.List(slot).Select(m => Words.Email(m, masked))),
        Slots.Trades => Words.TradeList(form.List(slot)),
        Slots.LeadSource => form.Get<LeadSourceAnswer>(slot) is { } source ? (source.Kind == "customer_referral" ? $"sent by {source.Detail}" : source.Detail ?? source.Kind) : "",
        Slots.SalesRep => form.Text(slot) is { } rep ? users.FirstOrDefault(u => u.Id.Value == rep)?.Name ?? rep : "",
        Slots.SecondContact => form.Get<SecondContact>(slot) is { } second ? Second(second) : "",
        Slots.AppointmentPref => form.Get<AppointmentWish>(slot) is { } wish ? AppointmentReader.Describe(wish) : "",
        Slots.InsuranceClaim => form.Get<ClaimAnswer>(slot) is { } claim ? Claim(claim) : "",
        Slots.JobSiteDiffers or Slots.BillingDiffers => form.Get<OtherAddress>(slot) is { } address ? Address(address, masked) : "",
        _ => form.Text(slot) ?? "",
    };

    public static string Claim(ClaimAnswer claim) => string.Join(", ", new[]
    {
        claim.Status, claim.Carrier, claim.ClaimNo is { } no ? $"claim {no}" : null, claim.DateOfLoss is { } loss ? $"loss on {loss}" : null,
        claim.AdjusterDate is { } day ? $"adjuster on {day}" : null,
    }.OfType<string>());

    public static string Address(OtherAddress address, bool masked) => masked
        ? string.Join(", ", new[] { address.City, address.State }.OfType<string>())
        : string.Join(", ", new[] { address.Street, address.Unit, address.City, $"{address.State} {address.Zip}".Trim() }.Where(p => !string.IsNullOrEmpty(p)));

    private static bool Private(string slot) => slot is Slots.Phone or Slots.Email or Slots.Street or Slots.OtherPhones;

    private static string Second(SecondContact second) =>
        $"{second.FirstName} {second.LastName}".Trim() + (second.Relation is { } relation ? $" ({relation})" : "");

    private static string Capital(string label) => char.ToUpperInvariant(label[0]) + label[1..];
}
