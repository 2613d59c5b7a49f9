namespace HardE.Agents.Pricing.Sums;

/// <summary>What a measure can be. A value outside is answered with a sentence, never worked with.</summary>
public sealed class MeasureLimits
{
    private readonly List<string> problems = [];

    /// <summary>Full sentences; empty when all is well.</summary>
    public IReadOnlyList<string> Problems => problems;

    public MeasureLimits Rise(decimal? rise)
    {
        if (rise is < 0)
        {
            problems.Add($"A pitch cannot be below zero ({Show.Number(rise.Value)}/12).");
        }
        else if (rise > Slope.Steepest)
        {
            problems.Add($"A pitch of {Show.Number(rise.Value)}/12 is steeper than any roof I can price (up to {Show.Number(Slope.Steepest)}/12). Please check the pitch.");
        }

        return this;
    }

    /// <summary>A length in feet.</summary>
    public MeasureLimits Feet(string what, decimal? feet, decimal most = 2000) => Between(what, feet, "ft", most);

    public MeasureLimits SquareFeet(string what, decimal? area) => Between(what, area, "SF", 500_000);

    public MeasureLimits Money(string what, decimal? amount) => Between(what, amount, "dollars", 100_000_000);

    /// <summary>A side of a window or door, inches.</summary>
    public MeasureLimits Inches(string what, decimal? inches)
    {
        if (inches > 144)
        {
            problems.Add($"{what} is {Show.Number(inches.Value)} in ({Show.Number(Rounding.Two(inches.Value / 12))} ft), which is more than any window we sell (144 in, "
                + $"12 ft). Please check the size.");
        }
        else if (inches is <= 6)
        {
            problems.Add($"{what} is {Show.Number(inches.Value)} in, which is too small for a window. Please check the size; I read window sizes in inches.");
        }

        return this;
    }

    /// <summary>A share given in percent.</summary>
    public MeasureLimits Percent(string what, decimal? percent, decimal most = 100, bool mostAllowed = true)
    {
        if (percent < 0 || percent > most || (!mostAllowed && percent == most))
        {
            problems.Add($"{what} of {Show.Number(percent!.Value)} % makes no sense; it must lie between 0 and {(mostAllowed ? "" : "under ")}{Show.Number(most)} %.");
        }

        return this;
    }

    public MeasureLimits Count(string what, decimal? count, decimal most)
    {
        if (count < 0 || count > most)
        {
            problems.Add($"{Show.Number(count!.Value)} {what} cannot be right; I take 0 to {Show.Number(most)}.");
        }

        return this;
    }

    private MeasureLimits Between(string what, decimal? value, string unit, decimal most)
    {
        if (value <= 0)
        {
            problems.Add($"{what} of {Show.Number(value!.Value)} {unit} cannot be: it must be more than zero.");
        }
        else if (value > most)
        {
            problems.Add($"{what} of {Show.Number(value.Value)} {unit} is more than I can believe (up to {Show.Number(most)}). Please check it.");
        }

        return this;
    }
}
