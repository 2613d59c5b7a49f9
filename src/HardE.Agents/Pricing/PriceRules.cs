using System.Globalization;
using CsvHelper;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing;

/// <summary>The company's price rules: target and floor margin, discount limits, rounding. Shares are 0 to 1.</summary>
public sealed class PriceRules(IReadOnlyDictionary<string, decimal> values)
{
    /// <summary>Rules of a company that has given none.</summary>
    public static readonly PriceRules Default = new(new Dictionary<string, decimal>());

    /// <summary>Reads <c>key,value,note</c>; rows without a number are left out.</summary>
    public static PriceRules Read(TextReader text)
    {
        using var csv = CsvReader.Create(text);
        var values = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        csv.ReadHeader();
        while (csv.Read())
        {
            if (decimal.TryParse(csv.GetString("value"), NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            {
                values[csv.GetString("key")] = value;
            }
        }

        return new PriceRules(values);
    }

    /// <summary>Gross margin that list prices of a module aim at.</summary>
    public decimal TargetMargin(string module) => Value($"target_gross_margin.{module}") ?? Value("target_gross_margin") ?? 0.40m;

    /// <summary>Below this only the owner may sell.</summary>
    public decimal FloorMargin => Value("floor_gross_margin") ?? 0.30m;

    /// <summary>Share of the list price that a rep may give.</summary>
    public decimal RepDiscount => Value("rep_discount_limit") ?? 0.03m;

    /// <summary>Share of the list price that a sales director may give.</summary>
    public decimal DirectorDiscount => Value("manager_discount_limit") ?? 0.07m;

    /// <summary>The step that list prices of whole quotes are rounded up to, US dollars.</summary>
    public decimal RoundTo => Value("price_round_to") ?? 1.00m;

    /// <summary>Inches an hour that gutters are sized for.</summary>
    public decimal Rainfall => Value("rainfall_in_per_hr") ?? 6.0m;

    /// <summary>APR of the example loan.</summary>
    public decimal ExampleApr => Value("financing_apr") ?? 0.0999m;

    /// <summary>Months of the example loan.</summary>
    public int ExampleMonths => (int)(Value("financing_months") ?? 120);

    /// <summary>Share of waste for a kind of work: roofing has one a shape (gable, hip, complex).</summary>
    public decimal Waste(string work, string? shape = null) => Value(WasteKey(work, shape)) ?? (shape switch { "hip" => 0.15m, "complex" => 0.20m, _ => 0.10m });

    /// <summary>The key of the rule that <see cref="Waste"/> reads.</summary>
    public static string WasteKey(string work, string? shape = null) => shape is null ? $"waste.{work}" : $"waste.{work}.{shape}";

    /// <summary>Price of something at the target margin: cost / (1 - margin), to the cent, half away from zero.</summary>
    public decimal PriceOf(decimal cost, string module) =>
        decimal.Round(cost / (1 - TargetMargin(module)), 2, MidpointRounding.AwayFromZero);

    /// <summary>The price of a whole order of one module: as <see cref="PriceOf"/>, rounded up to <see cref="RoundTo"/>.</summary>
    public decimal ListPriceOf(decimal cost, string module) => Sums.Rounding.UpTo(cost / (1 - TargetMargin(module)), RoundTo);

    /// <summary>Share of the list price that a role may give; 1 for the owner, 0 for those who do not sell.</summary>
    public decimal DiscountLimit(string role) => role switch
    {
        Roles.Owner => 1,
        Roles.Director => DirectorDiscount,
        Roles.Rep => RepDiscount,
        _ => 0,
    };

    private decimal? Value(string key) => values.TryGetValue(key, out var value) ? value : null;
}
