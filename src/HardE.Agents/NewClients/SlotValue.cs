using System.Text.Json;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients;

/// <summary>How far a slot has come.</summary>
public enum SlotState { Missing, Filled, NeedsConfirmation, Invalid, Declined }

/// <summary>Where a value came from.</summary>
public enum SlotSource { UserText, Pattern, Model, Default, Crm }

/// <summary>The very words a value was read from.</summary>
/// <param name="Message">Id of the turn they were said in.</param>
/// <param name="Start">Offset in that message, in UTF-16 units.</param>
/// <param name="Words">What stands there.</param>
public sealed record WordSpan(string Message, int Start, string Words);

/// <summary>What is known about one slot. A value that is neither a default nor carries its words cannot be made.</summary>
public sealed record SlotValue
{
    public required SlotState State { get; init; }

    public required SlotSource Source { get; init; }

    /// <summary>The normalised value; null when there is none (invalid, declined).</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The words it came from; null for defaults only.</summary>
    public WordSpan? Said { get; init; }

    /// <summary>Why it needs a look, as a question or a sentence for the person.</summary>
    public string? Reason { get; init; }

    public static SlotValue Default<T>(T value) =>
        new() { State = SlotState.Filled, Source = SlotSource.Default, Value = TurnJson.Element(value) };

    /// <summary>Reads the value; null when it has another shape or there is none.</summary>
    public T? As<T>() where T : class => Value is { } value ? value.Deserialize<T>(TurnJson.Options) : null;

    /// <summary>The value as one string; null for structured values.</summary>
    public string? Text => Value is { } value
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;
}
