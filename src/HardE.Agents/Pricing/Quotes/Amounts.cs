using HardE.Agents.Pricing.Sums;

namespace HardE.Agents.Pricing.Quotes;

/// <summary>Turns an amount in some unit into the need of a row in its basis; refuses what would mix units.</summary>
public static class Amounts
{
    /// <param name="row">The row that is bought.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="unit">SF, SQ, LF, EA, LB or a purchase unit (BD, RL, PC, BX, CT); the row's basis when empty.</param>
    /// <returns>The need in the row's basis; null when the unit does not fit the row.</returns>
    public static decimal? ToNeed(CatalogItem row, decimal quantity, string? unit)
    {
        return unit switch
        {
            null or "" => row.Unit is "EA" || row.Basis == row.Unit ? quantity : FromUnits(row, quantity),
            "SF" => row.Basis == "SQ" ? Rounding.Two(quantity / 100) : Sheets(row, quantity),
            "SQ" when row.Basis == "EA" => Sheets(row, quantity * 100),
            _ when unit == row.Basis => quantity,
            _ when unit == row.Unit => FromUnits(row, quantity),
            "EA" or "PC" when row.Unit is not ("LF" or "SQ" or "LB") => FromUnits(row, quantity),
            _ => null,
        };
    }

    /// <summary>Why a unit does not fit.</summary>
    public static string WrongUnit(CatalogItem row, string unit) =>
        $"{row.Name} is counted by the {CatalogItem.WordOf(row.Basis)}{(row.Unit == row.Basis ? "" : $" and sold by the {row.UnitWord}")}, not by the "
            + $"{(unit == "SF" ? "square foot" : CatalogItem.WordOf(unit))}. How much is it in that?";

    private static decimal FromUnits(CatalogItem row, decimal units) => row.BasisPerUnit is { } per ? units * per : units / row.UnitsPerBasis!.Value;

    // A sheet of deck covers so many square feet (attribute sf) and is counted each.
    private static decimal? Sheets(CatalogItem row, decimal squareFeet) => row.Number("sf") is { } each ? Rounding.Up(squareFeet / each) : null;
}
