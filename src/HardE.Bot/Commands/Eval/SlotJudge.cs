using System.Text.Json;
using HardE.Agents.NewClients;
using HardE.Agents.NewClients.Reading;

namespace HardE.Bot.Commands.Eval;

/// <summary>Compares a new-customer form with the slots that a case expects.</summary>
internal static class SlotJudge
{
    /// <summary>Members of <c>expect</c> that speak of slots.</summary>
    public static readonly IReadOnlyList<string> Members = ["slots", "absent", "needs_confirmation", "invalid", "declined"];

    private static readonly (string Member, SlotState State)[] Flags =
        [("needs_confirmation", SlotState.NeedsConfirmation), ("invalid", SlotState.Invalid), ("declined", SlotState.Declined)];

    /// <summary>One line a difference, each starting with the slot's name; none when the form is right.</summary>
    public static IReadOnlyList<string> Problems(JsonElement expect, NewClientForm form) =>
    [
        .. Verdicts(expect, form).Where(v => v.Verdict is not (SlotVerdict.Right or SlotVerdict.RightlyEmpty))
            .Select(v => $"{v.Slot}: {(v.Verdict == SlotVerdict.Invented ? "nobody said it" : $"expected {v.Wanted}")}, got {Show(form, v.Slot)}"),
        .. Flags.SelectMany(f => Names(expect, f.Member).Where(s => form[s].State != f.State).Select(s => $"{s}: expected {f.State}, got {Show(form, s)}")),
    ];

    /// <summary>What became of each slot that the case labels.</summary>
    public static IEnumerable<SlotResult> Verdicts(JsonElement expect, NewClientForm form)
    {
        var flagged = Names(expect, "needs_confirmation");
        foreach (var slot in expect.TryGetProperty("slots", out var slots) ? slots.EnumerateObject() : [])
        {
            var has = form[slot.Name];
            var state = flagged.Contains(slot.Name) ? SlotState.NeedsConfirmation : SlotState.Filled;
            var verdict = has.State == state && Matches(slot.Name, slot.Value, form) ? SlotVerdict.Right
                : has.Value is null ? SlotVerdict.Missed
                : has.State == SlotState.Filled ? SlotVerdict.Wrong : SlotVerdict.WrongButFlagged;
            yield return new SlotResult(slot.Name, verdict, slot.Value.GetRawText());
        }

        foreach (var slot in Names(expect, "absent"))
        {
            yield return new SlotResult(slot, form[slot] is { Value: not null, Source: not SlotSource.Default } ? SlotVerdict.Invented : SlotVerdict.RightlyEmpty, "");
        }
    }

    private static string[] Names(JsonElement expect, string member) =>
        expect.TryGetProperty(member, out var list) ? [.. list.EnumerateArray().Select(e => e.GetString()!)] : [];

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

    private static bool Same(JsonElement expected, JsonElement actual) => expected.ValueKind == JsonValueKind.String
        ? Comparing.Fold(expected.GetString()!) == Comparing.Fold(actual.ToString())
        : expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("has", out var words)
            ? words.EnumerateArray().All(w => Comparing.Occurs(actual.ToString(), w))
            : Comparing.Fits(expected, actual, name => name);

    private static bool SameStreet(string expected, string? street, string? unit)
    {
        var key = StreetKey.Of(expected);
        return street is not null && (key == StreetKey.Of(street, unit) || key == StreetKey.Of(street));
    }

    private static bool SameAddress(JsonElement expected, OtherAddress actual) =>
        (!expected.TryGetProperty("street", out var street) || SameStreet(street.GetString()!, actual.Street, actual.Unit))
        && (!expected.TryGetProperty("city", out var city) || Comparing.Fold(city.GetString()!) == Comparing.Fold(actual.City ?? ""))
        && (!expected.TryGetProperty("state", out var state) || state.GetString() == actual.State)
        && (!expected.TryGetProperty("zip", out var zip) || zip.GetString() == actual.Zip);

    private static bool SameSource(JsonElement expected, LeadSourceAnswer actual) => expected.ValueKind == JsonValueKind.String
        ? expected.GetString() == actual.Kind || (actual.Kind == "listed" && expected.GetString() == actual.Detail)
        : (!expected.TryGetProperty("kind", out var kind) || kind.GetString() == actual.Kind || kind.GetString() == actual.Detail)
            && (!expected.TryGetProperty("detail", out var detail) || Same(detail, JsonSerializer.SerializeToElement(actual.Detail)));

    private static bool SameSet(JsonElement expected, IEnumerable<string> actual) =>
        expected.EnumerateArray().Select(e => e.GetString()!).ToHashSet().SetEquals(actual);

    private static string Show(NewClientForm form, string slot) =>
        $"{form[slot].State} {form[slot].Value?.GetRawText()} <{form[slot].Said?.Words}>{(slot == Slots.Street ? form.Text(Slots.Unit) : "")}";
}

/// <summary>What became of one labelled slot.</summary>
internal sealed record SlotResult(string Slot, SlotVerdict Verdict, string Wanted);

/// <summary>Right, or in which way not.</summary>
internal enum SlotVerdict
{
    Right,

    /// <summary>Nothing was said, nothing stands there.</summary>
    RightlyEmpty,

    /// <summary>It was said and nothing stands there.</summary>
    Missed,

    /// <summary>A wrong value stands there as if it were right.</summary>
    Wrong,

    /// <summary>A wrong value that a person is asked to look at, or a right one that needed no look.</summary>
    WrongButFlagged,

    /// <summary>A value that nobody said.</summary>
    Invented,
}
