namespace HardE.Agents.Pricing.Sums;

/// <summary>The one set of rounding rules: decimal throughout, halves away from zero, orders up to whole units.</summary>
public static class Rounding
{
    /// <summary>A measure (SF, SQ, LF) or an amount of money: two decimals.</summary>
    public static decimal Two(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>A slope factor: six decimals.</summary>
    public static decimal Six(decimal value) => decimal.Round(value, 6, MidpointRounding.AwayFromZero);

    /// <summary>Whole purchase units.</summary>
    public static decimal Up(decimal value) => decimal.Ceiling(value);

    /// <summary>Up to a step, as list prices are.</summary>
    public static decimal UpTo(decimal value, decimal step) => step > 0 ? decimal.Ceiling(value / step) * step : value;

    /// <summary>Square root to the full precision of a decimal (Newton's method from the binary root).</summary>
    public static decimal Sqrt(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value == 0)
        {
            return 0;
        }

        var root = (decimal)Math.Sqrt((double)value);
        for (var step = 0; step < 4; step++)
        {
            root = (root + (value / root)) / 2;
        }

        return root;
    }

    /// <summary>Whole powers by squaring; the exponent is zero or more.</summary>
    public static decimal Power(decimal value, int exponent)
    {
        var result = 1m;
        for (var (factor, left) = (value, exponent); left > 0; left >>= 1, factor = left > 0 ? factor * factor : factor)
        {
            result *= (left & 1) == 1 ? factor : 1m;
        }

        return result;
    }
}
