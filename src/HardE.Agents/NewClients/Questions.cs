namespace HardE.Agents.NewClients;

/// <summary>What to ask next: at most three slots, problems first, then by groups (docs/wire/crm.md).</summary>
internal static class Questions
{
    private const int Most = 3;

    private static readonly IReadOnlyList<string>[] Groups =
    [
        [Slots.FirstName, Slots.LastName, Slots.CompanyName, Slots.Phone],
        [Slots.Street, Slots.City, Slots.State, Slots.Zip],
        [Slots.Trades, Slots.JobDescription],
        [Slots.Email, Slots.LeadSource],
        [Slots.SalesRep, Slots.AppointmentPref],
    ];

    /// <summary>The slots to ask for now; none when the form is complete.</summary>
    public static IReadOnlyList<string> Next(NewClientForm form)
    {
        if (form.Problems is { Count: > 0 } problems)
        {
            return [.. problems.Take(Most)];
        }

        var missing = form.Missing;
        var group = Array.Find(Groups, g => g.Any(missing.Contains));
        return group is null ? Extras(form) : [.. group.Where(missing.Contains).Take(Most)];
    }

    /// <summary>Asked only where something that was said calls for it, and once.</summary>
    private static IReadOnlyList<string> Extras(NewClientForm form)
    {
        var storm = form.Text(Slots.JobDescription) is { } job && StormWords.Any(w => job.Contains(w, StringComparison.OrdinalIgnoreCase));
        var roofOrSiding = form.List(Slots.Trades).Any(t => t is "roofing" or "siding");
        return storm && roofOrSiding && !form.Has(Slots.InsuranceClaim) ? [Slots.InsuranceClaim] : [];
    }

    private static readonly string[] StormWords = ["hail", "storm", "wind", "hurricane", "tornado"];

    /// <summary>The slots as one friendly question.</summary>
    public static string Ask(NewClientForm form, IReadOnlyList<string> slots, IReadOnlyDictionary<string, int> timesAsked)
    {
        var problems = slots.Where(s => form[s].State is SlotState.NeedsConfirmation or SlotState.Invalid).ToList();
        if (problems.Count > 0)
        {
            return string.Join(" ", problems.Select(s => form[s].Reason ?? $"Is the {Slots.Label(s)} right?"));
        }

        var question = Wording(form, slots);
        var again = slots.Any(s => timesAsked.GetValueOrDefault(s) >= 2);
        var skippable = slots.Any(Slots.Declinable.Contains);
        return again ? question + (skippable ? " (\"skip\" is fine, or say \"save as draft\".)" : " (Or say \"save as draft\" and come back later.)") : question;
    }

    private static string Wording(NewClientForm form, IReadOnlyList<string> slots)
    {
        var parts = slots.Select(s => s switch
        {
            Slots.FirstName when slots.Contains(Slots.LastName) => "the customer's first and last name",
            Slots.LastName when slots.Contains(Slots.FirstName) => null,
            Slots.FirstName => "the first name",
            Slots.LastName => "the last name",
            Slots.CompanyName => "the company's name",
            Slots.Phone => "a phone number",
            Slots.Street when slots.Contains(Slots.City) => "the street address with city, state and ZIP",
            Slots.Street => "the street address",
            Slots.City when slots.Contains(Slots.Street) => null,
            Slots.State when slots.Contains(Slots.City) && slots.Contains(Slots.Street) => null,
            Slots.State when form.Text(Slots.Zip) is { } zip && Reading.UsStates.OfZip(zip) is { } likely => $"the state (the ZIP looks like {Reading.UsStates.NameOf(likely)})",
            Slots.Zip => "the ZIP code",
            Slots.Trades => "what kind of work it is (roof, siding, gutters, windows...)",
            Slots.JobDescription => "what is going on there, and since when",
            Slots.Email => "an e-mail address (or \"no e-mail\")",
            Slots.LeadSource => "how they heard of us",
            Slots.SalesRep => "who gets the lead (or \"unassigned\")",
            Slots.AppointmentPref => "when they would like us to come (or \"call to schedule\")",
            Slots.InsuranceClaim => "whether there is an insurance claim: none, thinking about it, or filed (then carrier and claim number)",
            _ => $"the {Slots.Label(s)}",
        }).OfType<string>().ToList();
        return parts.Count == 1 ? $"What I still need: {parts[0]}." : $"What I still need: {string.Join(", ", parts.SkipLast(1))} and {parts[^1]}.";
    }
}
