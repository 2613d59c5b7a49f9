using System.Text.Json;
using System.Text.RegularExpressions;
using HardE.Agents.NewClients;
using HardE.Agents.NewClients.Reading;

namespace HardE.Tests.NewClients;

/// <summary>Compares a form with what a labelled case expects, by the rules of the evals page (kind <c>intake</c>).</summary>
public static partial class IntakeComparison
{
    /// <summary>One line a difference, each starting with the slot's name; empty when the case passed.</summary>
    public static IReadOnlyList<string> Differences(IntakeCase expected, NewClientForm form)
    {
        var problems = new List<string>();
        foreach (var slot in expected.Expect.GetProperty("slots").EnumerateObject())
        {
            if (form[slot.Name].State != SlotState.Filled || !Matches(slot.Name, slot.Value, form))
            {
                problems.Add($"{slot.Name}: expected {slot.Value.GetRawText()}, got {Show(form, slot.Name)}");
            }
        }

        problems.AddRange(expected.Names("absent").Where(s => form[s] is { Value: not null, Source: not SlotSource.Default })
            .Select(s => $"{s}: INVENTED {Show(form, s)}"));
        problems.AddRange(Flags(expected, form, "needs_confirmation", SlotState.NeedsConfirmation));
        problems.AddRange(Flags(expected, form, "invalid", SlotState.Invalid));
        problems.AddRange(Flags(expected, form, "declined", SlotState.Declined));
        return problems;
    }

    private static IEnumerable<string> Flags(IntakeCase expected, NewClientForm form, string member, SlotState state) =>
        expected.Names(member).Where(s => form[s].State != state).Select(s => $"{s}: expected {state}, got {Show(form, s)}");

    private static bool Matches(string slot, JsonElement expected, NewClientForm form)
    {
        var value = form[slot].Value;
        if (value is not { } actual)
        {
            return false;
        }

        return slot switch
        {
            Slots.Street => SameStreet(expected.GetString()!, form.Text(Slots.Street), form.Text(Slots.Unit)),
            Slots.OtherPhones => SameSet(expected, form.Get<List<OtherPhone>>(slot)!.Select(p => p.Number)),
            Slots.Trades => SameSet(expected, form.List(slot)),
            Slots.LeadSource => SameSource(expected, form.Get<LeadSourceAnswer>(slot)!),
            Slots.InsuranceClaim when expected.ValueKind == JsonValueKind.String => Same(expected, actual.GetProperty("status")),
            Slots.AppointmentPref when expected.ValueKind == JsonValueKind.String => actual.GetProperty("call").GetBoolean(),
            Slots.JobSiteDiffers or Slots.BillingDiffers => SameAddress(expected, form.Get<OtherAddress>(slot)!),
            _ => Same(expected, actual),
        };
    }

    private static bool Same(JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind == JsonValueKind.Object)
        {
            return expected.TryGetProperty("has", out var words)
                ? words.EnumerateArray().All(w => Contains(actual.ToString(), w))
                : actual.ValueKind == JsonValueKind.Object
                    && expected.EnumerateObject().All(p => actual.TryGetProperty(p.Name, out var member) && Same(p.Value, member));
        }

        return expected.ValueKind == JsonValueKind.Number
            ? actual.ValueKind == JsonValueKind.Number && expected.GetDouble() == actual.GetDouble()
            : Fold(expected.ToString()) == Fold(actual.ToString());
    }

    private static bool Contains(string text, JsonElement word) => word.ValueKind == JsonValueKind.Array
        ? word.EnumerateArray().Any(w => Contains(text, w))
        : Regex.IsMatch(Fold(text), $@"(?<!\w){Regex.Escape(Fold(word.GetString()!))}", RegexOptions.IgnoreCase);

    private static bool SameStreet(string expected, string? street, string? unit)
    {
        var key = StreetKey.Of(expected);
        return street is not null && (key == StreetKey.Of(street, unit) || key == StreetKey.Of(street));
    }

    private static bool SameAddress(JsonElement expected, OtherAddress actual) =>
        (!expected.TryGetProperty("street", out var street) || SameStreet(street.GetString()!, actual.Street, actual.Unit))
        && (!expected.TryGetProperty("city", out var city) || Fold(city.GetString()!) == Fold(actual.City ?? ""))
        && (!expected.TryGetProperty("state", out var state) || state.GetString() == actual.State)
        && (!expected.TryGetProperty("zip", out var zip) || zip.GetString() == actual.Zip);

    private static bool SameSource(JsonElement expected, LeadSourceAnswer actual) => expected.ValueKind == JsonValueKind.String
        ? expected.GetString() == actual.Kind || (actual.Kind == "listed" && expected.GetString() == actual.Detail)
        : (!expected.TryGetProperty("kind", out var kind) || kind.GetString() == actual.Kind || kind.GetString() == actual.Detail)
            && (!expected.TryGetProperty("detail", out var detail) || Same(detail, JsonSerializer.SerializeToElement(actual.Detail)));

    private static bool SameSet(JsonElement expected, IEnumerable<string> actual) =>
        expected.EnumerateArray().Select(e => e.GetString()!).ToHashSet().SetEquals(actual);

    private static string Fold(string text) => Spaces.Replace(text.Trim(), " ").TrimEnd('.', '!', '?', ',').ToLowerInvariant();

    private static string Show(NewClientForm form, string slot) =>
        $"{form[slot].State} {form[slot].Value?.GetRawText()} <{form[slot].Said?.Words}>{(slot == Slots.Street ? form.Text(Slots.Unit) : "")}";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
