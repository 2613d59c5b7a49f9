using System.Text.Json.Serialization;

namespace HardE.Agents.NewClients;

/// <summary>The form of one new customer. Immutable; defaults stand where nothing was said.</summary>
public sealed record NewClientForm
{
    private static readonly Dictionary<string, SlotValue> Defaults = new(StringComparer.Ordinal)
    {
        [Slots.CustomerType] = SlotValue.Default("residential"),
        [Slots.PhoneLabel] = SlotValue.Default("cell"),
        [Slots.Country] = SlotValue.Default("US"),
        [Slots.PropertyType] = SlotValue.Default("single-family"),
        [Slots.ConsentText] = SlotValue.Default("no"),
    };

    private static readonly SlotValue Nothing = new() { State = SlotState.Missing, Source = SlotSource.UserText };

    public static readonly NewClientForm Empty = new();

    /// <summary>What was said, by slot; slots that hold nothing or a default are not in it.</summary>
    public IReadOnlyDictionary<string, SlotValue> Said { get; init; } = new Dictionary<string, SlotValue>();

    /// <summary>What stands in a slot, default included; state Missing when nothing does.</summary>
    [JsonIgnore]
    public SlotValue this[string slot] =>
        Said.TryGetValue(slot, out var value) ? value : Defaults.GetValueOrDefault(slot, Nothing);

    [JsonIgnore]
    public bool IsCommercial => Text(Slots.CustomerType) == "commercial";

    [JsonIgnore]
    public bool IsEmpty => Said.Count == 0;

    /// <summary>Slots that must be filled (or declined, where that is allowed) before the record may be made.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Required =>
    [
        Slots.CustomerType, .. IsCommercial ? (string[])[Slots.CompanyName] : [Slots.FirstName, Slots.LastName],
        Slots.Phone, Slots.PhoneLabel, Slots.Street, Slots.City, Slots.State, Slots.Zip, Slots.Country, Slots.Trades,
        Slots.JobDescription, Slots.Email, Slots.LeadSource, Slots.SalesRep, Slots.AppointmentPref,
    ];

    [JsonIgnore]
    public IReadOnlyList<string> Missing => [.. Required.Where(slot => this[slot].State == SlotState.Missing)];

    /// <summary>Slots that hold something a person has to look at.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Problems =>
        [.. Slots.All.Where(slot => this[slot].State is SlotState.NeedsConfirmation or SlotState.Invalid)];

    [JsonIgnore]
    public bool IsComplete => Missing.Count == 0 && Problems.Count == 0;

    public bool Has(string slot) => this[slot].State is not SlotState.Missing;

    public string? Text(string slot) => this[slot].Text;

    public T? Get<T>(string slot) where T : class => this[slot].As<T>();

    public IReadOnlyList<string> List(string slot) => this[slot].As<List<string>>() ?? [];

    public NewClientForm With(string slot, SlotValue value) =>
        new() { Said = new Dictionary<string, SlotValue>(Said, StringComparer.Ordinal) { [slot] = value } };

    public NewClientForm Without(string slot) =>
        new() { Said = Said.Where(p => p.Key != slot).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal) };

    /// <summary>The customer as people would say it; null when no name was said.</summary>
    [JsonIgnore]
    public string? DisplayName
    {
        get
        {
            var person = $"{Text(Slots.FirstName)} {Text(Slots.LastName)}".Trim();
            return Text(Slots.CompanyName) ?? (person.Length > 0 ? person : null);
        }
    }
}
