namespace HardE.Agents.Pricing;

/// <summary>One row of a material catalog. Money is US dollars.</summary>
/// <param name="Module">roofing, siding, gutters, windows, or any other that a file brings.</param>
/// <param name="Unit">What is bought: BD bundle, RL roll, PC piece, BX box, CT carton, SQ square, LF linear foot, LB pound, EA each.</param>
/// <param name="UnitCost">What one unit costs us.</param>
/// <param name="Basis">What the need is measured in.</param>
/// <param name="UnitsPerBasis">Units for one of the basis; empty when the next is given.</param>
/// <param name="BasisPerUnit">How much of the basis one unit covers.</param>
/// <param name="LaborPerBasis">What installing one of the basis costs us.</param>
/// <param name="Attributes">Sizes, colours, limits, by name; lists are parted by a bar.</param>
public sealed record CatalogItem(
    string Module, string Sku, string Name, string Category, string Catalog, string Tier, string Unit, decimal UnitCost, string Basis,
    decimal? UnitsPerBasis, decimal? BasisPerUnit, decimal LaborPerBasis, IReadOnlyDictionary<string, string> Attributes)
{
    public static readonly IReadOnlyList<string> Units = ["BD", "RL", "PC", "BX", "CT", "SQ", "LF", "LB", "EA"];

    public static readonly IReadOnlyList<string> Bases = ["SQ", "LF", "EA", "LB"];

    /// <summary>When the cost comes from a supplier's feed: the moment it was quoted for.</summary>
    public DateTimeOffset? PricedAt { get; init; }

    /// <summary>Installing is priced by the unit it is bought in, so a price with labour can be told.</summary>
    public bool HasLaborByUnit => LaborPerBasis > 0 && Unit == Basis;

    /// <summary>Rows that come with the program.</summary>
    public bool IsSample => Sku.StartsWith("SYN-", StringComparison.Ordinal);

    /// <summary>How the unit is called by people.</summary>
    public string UnitWord => WordOf(Unit);

    /// <summary>How a unit is called by people: BD is a bundle.</summary>
    public static string WordOf(string unit) => unit switch
    {
        "BD" => "bundle",
        "RL" => "roll",
        "PC" => "piece",
        "BX" => "box",
        "CT" => "carton",
        "SQ" => "square",
        "LF" => "foot",
        "LB" => "pound",
        _ => "each",
    };

    /// <summary>A numeric attribute; null when it is not there.</summary>
    public decimal? Number(string attribute) =>
        Attributes.TryGetValue(attribute, out var text) && decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;
}
