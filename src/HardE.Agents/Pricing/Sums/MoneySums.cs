namespace HardE.Agents.Pricing.Sums;

/// <summary>Price, cost, margin, markup and loan payment. Shares are 0 to 1; money is US dollars, to the cent.</summary>
public static class MoneySums
{
    /// <summary>price = cost / (1 - margin).</summary>
    public static decimal PriceAtMargin(decimal cost, decimal margin) => Rounding.Two(cost / (1 - margin));

    /// <summary>price = cost x (1 + markup).</summary>
    public static decimal PriceAtMarkup(decimal cost, decimal markup) => Rounding.Two(cost * (1 + markup));

    /// <summary>margin = (price - cost) / price.</summary>
    public static decimal Margin(decimal price, decimal cost) => (price - cost) / price;

    /// <summary>markup = (price - cost) / cost.</summary>
    public static decimal Markup(decimal price, decimal cost) => (price - cost) / cost;

    /// <summary>margin = markup / (1 + markup).</summary>
    public static decimal MarginOfMarkup(decimal markup) => markup / (1 + markup);

    /// <summary>markup = margin / (1 - margin).</summary>
    public static decimal MarkupOfMargin(decimal margin) => margin / (1 - margin);

    /// <summary>P r / (1 - (1 + r)^-n) with r = APR / 12; without interest P / n.</summary>
    public static decimal Payment(decimal principal, decimal apr, int months)
    {
        if (apr == 0)
        {
            return Rounding.Two(principal / months);
        }

        var rate = apr / 12;
        return Rounding.Two(principal * rate / (1 - (1 / Rounding.Power(1 + rate, months))));
    }
}
