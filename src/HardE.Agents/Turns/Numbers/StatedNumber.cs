namespace HardE.Agents.Turns.Numbers;

/// <summary>What a number in a sentence counts.</summary>
internal enum NumberKind
{
    /// <summary>Nothing is said about it.</summary>
    Bare,

    /// <summary>US dollars.</summary>
    Money,

    /// <summary>Hundredths.</summary>
    Percent,

    /// <summary>An amount of a unit.</summary>
    Quantity,
}

/// <summary>A number as somebody states it.</summary>
/// <param name="Value">Dollars, percent, or units.</param>
/// <param name="Step">The last place that is stated: 1 for 12, 0.01 for 9.10, 100 for 1.2k; 0 for a number of data, which is exact.</param>
/// <param name="Unit">One word a unit, for quantities.</param>
internal sealed record StatedNumber(double Value, double Step, NumberKind Kind, string? Unit = null)
{
    private const double Close = 1e-9;
    private const double LargestCount = 12;

    /// <summary>True for what needs no source: nothing, one of something, and the small counts of everyday speech ("three options").</summary>
    public bool IsSmallTalk => Value == 0
        || (Kind == NumberKind.Quantity && Value.Equals(1.0))
        || (Kind == NumberKind.Bare && Value <= LargestCount && double.IsInteger(Value) && Step <= 1);

    /// <summary>True when <paramref name="known"/> is where this number can come from: the same to the places stated, and no other kind of thing.</summary>
    public bool ComesFrom(StatedNumber known) =>
        Fits(known) && (Near(known.Value) || (Kind == NumberKind.Percent && known is { Kind: NumberKind.Bare, Value: <= 1 } && Near(known.Value * 100)));

    private bool Near(double value) => Math.Abs(Value - value) <= (Step / 2) + Close;

    /// <summary>A bare number that somebody said may be of any unit, but is no percentage; one of data may be.</summary>
    private bool Fits(StatedNumber known) =>
        Kind == NumberKind.Bare || (known.Kind == NumberKind.Bare && (Kind != NumberKind.Percent || known.Step == 0)) || (Kind == known.Kind && (Kind != NumberKind.Quantity || Unit == known.Unit));
}
