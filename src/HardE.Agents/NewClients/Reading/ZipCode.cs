namespace HardE.Agents.NewClients.Reading;

/// <summary>A ZIP code as it was written, set right where that is certain.</summary>
internal static class ZipCode
{
    /// <summary>
    /// <c>07030</c>, <c>07030-1234</c>; nine digits get their dash; four digits are the state's missing zero, to be confirmed,
    /// when the state (if known) has ZIP codes that start with 0; anything else is invalid.
    /// </summary>
    public static (string? Value, SlotState State, string? Reason) Normalise(string written, string? state)
    {
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        return digits.Length switch
        {
            5 => (digits, SlotState.Filled, null),
            9 => ($"{digits[..5]}-{digits[5..]}", SlotState.Filled, null),
            4 when state is null || UsStates.FirstDigitFits(state, "0" + digits) =>
                ("0" + digits, SlotState.NeedsConfirmation, $"Is the ZIP code 0{digits}?"),
            _ => (null, SlotState.Invalid, $"\"{written.Trim()}\" is no ZIP code: it has five digits, or nine with a dash."),
        };
    }

    /// <summary>A warning when state and ZIP code are rarely seen together; null when they fit.</summary>
    public static string? Warning(string? state, string? zip) =>
        state is not null && zip is { Length: >= 5 } && !UsStates.FirstDigitFits(state, zip)
            ? $"ZIP {zip} is usually not in {state}; please check."
            : null;
}
