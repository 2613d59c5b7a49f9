using System.Text.Json;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients.Reading;

/// <summary>What a finding does to its slot.</summary>
internal enum Merge
{
    /// <summary>Said outright: takes the place of what is there.</summary>
    Set,

    /// <summary>Read from the side: fills an empty slot only.</summary>
    Fill,

    /// <summary>One more of a list, or one more sentence.</summary>
    Add,

    /// <summary>Not this one after all.</summary>
    Remove,
}

/// <summary>One value read from a message, with the place it was read from.</summary>
internal sealed record Finding(string Slot, JsonElement? Value, WordSpan Words)
{
    public SlotState State { get; init; } = SlotState.Filled;
    public Merge Merge { get; init; } = Merge.Set;
    public string? Reason { get; init; }
    public SlotSource Source { get; init; } = SlotSource.Pattern;

    public string? Text => Value is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static Finding Of<T>(string slot, T value, WordSpan words) => new(slot, TurnJson.Element(value), words);

    public static Finding Invalid(string slot, WordSpan words, string reason) =>
        new(slot, null, words) { State = SlotState.Invalid, Reason = reason };

    public static Finding Declined(string slot, WordSpan words) => new(slot, null, words) { State = SlotState.Declined };

    public Finding Doubtful(string reason) => this with { State = SlotState.NeedsConfirmation, Reason = reason };
}
