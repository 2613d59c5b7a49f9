using System.Globalization;
using CsvHelper;

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

    /// <summary>The step that list prices of whole quotes are rounded up to, US dollars.</summary>
    public decimal RoundTo => Value("price_round_to") ?? 1.00m;

    /// <summary>Price of something at the target margin: cost / (1 - margin), to the cent, half away from zero (docs/wire/pricing.md).</summary>
    public decimal PriceOf(decimal cost, string module) =>
        decimal.Round(cost / (1 - TargetMargin(module)), 2, MidpointRounding.AwayFromZero);

    private decimal? Value(string key) => values.TryGetValue(key, out var value) ? value : null;
}
