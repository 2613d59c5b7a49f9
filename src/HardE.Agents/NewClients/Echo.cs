using HardE.Agents.Crm;
using HardE.Agents.NewClients.Reading;

namespace HardE.Agents.NewClients;

/// <summary>Says back what was just understood, so that a wrong reading is seen at once.</summary>
internal static class Echo
{
    private static readonly HashSet<string> Quiet =
        [Slots.PhoneLabel, Slots.CustomerType, Slots.JobDescription, Slots.Country, Slots.FirstName, Slots.LastName, Slots.City, Slots.State, Slots.Zip, Slots.Unit];

    /// <summary>"Got it: Sarah Johnson, siding. " with a space at the end; empty when there is nothing to say back.</summary>
    public static string Of(IReadOnlyList<Finding> heard, NewClientForm form, IReadOnlyList<CrmUser> users, bool masked) =>
        Of(form, [.. heard.Select(f => f.Slot).Distinct()], users, masked);

    /// <summary>The same from the form alone: the slots whose words were said in this turn.</summary>
    public static string Of(NewClientForm form, string message, bool masked) =>
        Of(form, [.. form.Said.Where(p => p.Value.Said?.Message == message).Select(p => p.Key)], [], masked);

    private static string Of(NewClientForm form, HashSet<string> slots, IReadOnlyList<CrmUser> users, bool masked)
    {
        var parts = new List<string>();
        if (slots.Overlaps([Slots.FirstName, Slots.LastName]) && $"{form.Text(Slots.FirstName)} {form.Text(Slots.LastName)}".Trim() is { Length: > 0 } name)
        {
            parts.Add(name);
        }

        var place = new[] { Slots.City, Slots.State, Slots.Zip }.Where(s => slots.Contains(s) && form[s].State == SlotState.Filled).Select(s => form.Text(s)).OfType<string>().ToList();
        foreach (var slot in Slots.All.Where(s => slots.Contains(s) && !Quiet.Contains(s) && form[s].State is SlotState.Filled or SlotState.Declined))
        {
            parts.Add(form[slot].State == SlotState.Declined ? $"no {Slots.Label(slot)}" : FormFacts.Value(form, slot, users, masked));
            if (slot == Slots.Street && place.Count > 0)
            {
                parts.Add(string.Join(" ", place));
                place.Clear();
            }
        }

        parts.AddRange(place.Count > 0 ? [string.Join(" ", place)] : []);
        return parts.Count == 0 ? "" : $"Got it: {string.Join(", ", parts.Where(p => p.Length > 0))}. ";
    }
}
