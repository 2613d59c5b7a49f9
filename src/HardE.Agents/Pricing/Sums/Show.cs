using System.Globalization;

namespace HardE.Agents.Pricing.Sums;

/// <summary>Numbers as a person in the trade writes them.</summary>
public static class Show
{
    /// <summary>Up to six decimals, thousands parted, no idle zeros.</summary>
    public static string Number(decimal value) => value.ToString("#,##0.######", CultureInfo.InvariantCulture);

    /// <summary>A measure: two decimals unless it is whole.</summary>
    public static string Measure(decimal value) =>
        value == decimal.Truncate(value) ? Number(value) : value.ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>Dollars and cents.</summary>
    public static string Money(decimal amount) => amount.ToString("$#,##0.00;-$#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>A list price, which is whole dollars as a rule.</summary>
    public static string Price(decimal amount) => amount == decimal.Truncate(amount) ? amount.ToString("$#,##0;-$#,##0", CultureInfo.InvariantCulture) : Money(amount);

    /// <summary>A share as a percentage with at most two decimals: 0.3684 is 36.84 %.</summary>
    public static string Percent(decimal share) => $"{Rounding.Two(share * 100).ToString("0.##", CultureInfo.InvariantCulture)} %";

    /// <summary>A count with its noun: 1 roll, 3 rolls, 2 boxes.</summary>
    public static string Count(decimal count, string noun) => $"{Number(count)} {(count == 1 ? noun : Plural(noun))}";

    public static string Plural(string noun) => noun switch
    {
        "foot" => "feet",
        "each" => "pieces",
        "box" => "boxes",
        "sq" or "SQ" or "SF" or "LF" or "UI" => noun,
        _ when noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch", StringComparison.Ordinal) => noun + "es",
        _ => noun + "s",
    };
}
