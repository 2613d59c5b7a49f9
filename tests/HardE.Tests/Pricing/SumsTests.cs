using HardE.Agents.Pricing;
using HardE.Agents.Pricing.Gutters;
using HardE.Agents.Pricing.Quotes;
using HardE.Agents.Pricing.Siding;
using HardE.Agents.Pricing.Sums;
using HardE.Agents.Pricing.Windows;

namespace HardE.Tests.Pricing;

/// <summary>The formulas against the figures of the specification (domain 6), worked there by hand.</summary>
public sealed class SumsTests
{
    [Theory]
    [InlineData(0, 1.0000, 1.4142, 0.00)]
    [InlineData(1, 1.0035, 1.4167, 4.76)]
    [InlineData(2, 1.0138, 1.4240, 9.46)]
    [InlineData(3, 1.0308, 1.4361, 14.04)]
    [InlineData(4, 1.0541, 1.4530, 18.43)]
    [InlineData(5, 1.0833, 1.4743, 22.62)]
    [InlineData(6, 1.1180, 1.5000, 26.57)]
    [InlineData(7, 1.1577, 1.5298, 30.26)]
    [InlineData(8, 1.2019, 1.5635, 33.69)]
    [InlineData(9, 1.2500, 1.6008, 36.87)]
    [InlineData(10, 1.3017, 1.6415, 39.81)]
    [InlineData(11, 1.3566, 1.6853, 42.51)]
    [InlineData(12, 1.4142, 1.7321, 45.00)]
    [InlineData(14, 1.5366, 1.8333, 49.40)]
    [InlineData(16, 1.6667, 1.9437, 53.13)]
    [InlineData(18, 1.8028, 2.0616, 56.31)]
    public void A_slope_has_the_factors_of_the_table(int rise, double factor, double hip, double degrees)
    {
        var slope = new Slope(rise);

        decimal.Round(slope.Factor, 4, MidpointRounding.AwayFromZero).ShouldBe((decimal)factor);
        decimal.Round(slope.HipFactor, 4, MidpointRounding.AwayFromZero).ShouldBe((decimal)hip);
        slope.Degrees.ShouldBe((decimal)degrees);
    }

    [Theory]
    [InlineData(10, 9.09)]
    [InlineData(20, 16.67)]
    [InlineData(25, 20.00)]
    [InlineData(33.33, 25.00)]
    [InlineData(50, 33.33)]
    [InlineData(66.67, 40.00)]
    [InlineData(81.82, 45.00)]
    [InlineData(100, 50.00)]
    public void A_markup_is_the_margin_of_the_table(double markup, double margin) =>
        Rounding.Two(MoneySums.MarginOfMarkup((decimal)markup / 100) * 100).ShouldBe((decimal)margin);

    [Fact]
    public void Markup_and_margin_of_forty_percent_on_500_differ()
    {
        MoneySums.PriceAtMarkup(500, 0.40m).ShouldBe(700m);
        Rounding.Two(MoneySums.Margin(700, 500) * 100).ShouldBe(28.57m);
        MoneySums.PriceAtMargin(500, 0.40m).ShouldBe(833.33m);
    }

    [Fact]
    public void The_example_loan_costs_129_89_a_month() => MoneySums.Payment(9833, 0.0999m, 120).ShouldBe(129.89m);

    [Fact]
    public void Without_interest_a_loan_is_divided() => MoneySums.Payment(8400, 0, 12).ShouldBe(700m);

    [Fact]
    public void The_longest_dearest_loan_is_still_worked_out() => MoneySums.Payment(100_000_000, 0.40m, 480).ShouldBeGreaterThan(3_333_333m);

    [Theory]
    [InlineData(2300, 69)] // 2,000 SF hip with 15 %: 23 SQ exactly
    [InlineData(2301, 70)]
    public void Bundles_are_whole_and_no_more_than_needed(int squareFeet, int bundles) =>
        QuoteLine.UnitsFor(Shingle, squareFeet / 100m).ShouldBe(bundles);

    [Theory]
    [InlineData(5520, 5)]
    [InlineData(5520.01, 6)]
    [InlineData(7960, 6)]
    [InlineData(7960.01, 0)]
    public void A_gutter_is_sized_to_the_hundredth(double flow, int size) =>
        new GutterSums(new GutterInput(AreaSf: (decimal)flow, Rise: 0, Rainfall: 1), PriceRules.Default, new Worksheet()).SizeNeeded().ShouldBe(size);

    [Theory]
    [InlineData(31.25, 49.625, 82)]
    [InlineData(36, 55, 91)]
    [InlineData(32, 50, 82)]
    public void United_inches_round_each_side_up(double width, double height, int ui)
    {
        WindowSums.UnitedInches((decimal)width, (decimal)height).ShouldBe(ui);
        WindowSums.UnitedInches((decimal)height, (decimal)width).ShouldBe(ui);
    }

    [Fact]
    public void Factors_grow_with_the_rise_and_orders_with_the_need()
    {
        for (var step = 1; step <= 240; step++)
        {
            var (before, now) = (new Slope((step - 1) / 10m), new Slope(step / 10m));
            now.Factor.ShouldBeGreaterThanOrEqualTo(Math.Max(1, before.Factor));
            now.HipFactor.ShouldBeGreaterThan(now.Factor);
            QuoteLine.UnitsFor(Shingle, step / 7m).ShouldBeGreaterThanOrEqualTo(QuoteLine.UnitsFor(Shingle, (step - 1) / 7m));
        }
    }

    [Fact]
    public void The_price_at_a_margin_has_that_margin_within_a_cent()
    {
        for (var percent = 1; percent < 90; percent++)
        {
            var price = MoneySums.PriceAtMargin(1234.56m, percent / 100m);
            Math.Abs(price - 1234.56m - (price * percent / 100m)).ShouldBeLessThanOrEqualTo(0.01m);
        }
    }

    [Fact]
    public void One_more_opening_never_raises_the_squares()
    {
        var walls = new SidingInput(Length: 48, Width: 28, HeightFeet: 9);
        var before = decimal.MaxValue;
        for (var windows = 0; windows < 30; windows++)
        {
            var squares = new SidingSums(walls with { Windows = windows, Doors = 2 }, PriceRules.Default, new Worksheet()).Squares()!.Value;
            squares.ShouldBeLessThan(before);
            before = squares;
        }
    }

    private static CatalogItem Shingle => new("roofing", "S", "Shingle", "field", "c", "good", "BD", 34, "SQ", 3, null, 95, new Dictionary<string, string>());
}
