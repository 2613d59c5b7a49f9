namespace HardE.Agents.Pricing.Sums;

/// <summary>A roof slope as inches of rise for 12 inches of run.</summary>
/// <param name="Rise">0 (flat) to 24 (63 degrees).</param>
public readonly record struct Slope(decimal Rise)
{
    /// <summary>Steepest slope that is believed.</summary>
    public const decimal Steepest = 24;

    /// <summary>Surface over plan area, and rafter over run: sqrt((rise/12)^2 + 1), six decimals.</summary>
    public decimal Factor => Rounding.Six(Rounding.Sqrt((Rise / 12 * (Rise / 12)) + 1));

    /// <summary>Hip or valley over the common rafter's run: sqrt((rise/12)^2 + 2), six decimals.</summary>
    public decimal HipFactor => Rounding.Six(Rounding.Sqrt((Rise / 12 * (Rise / 12)) + 2));

    /// <summary>Angle to the level, two decimals.</summary>
    public decimal Degrees => Rounding.Two((decimal)(Math.Atan((double)(Rise / 12)) * 180 / Math.PI));

    /// <summary>What rain sees of a plan area: steeper roofs catch more (thisoldhouse.com, gutter sizing).</summary>
    public decimal RainFactor => Rise switch { < 4 => 1.00m, < 6 => 1.05m, < 9 => 1.10m, < 12 => 1.20m, _ => 1.30m };

    public override string ToString() => $"{Show.Number(Rise)}/12";
}
