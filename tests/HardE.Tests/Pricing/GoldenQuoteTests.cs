using System.Text.Json;
using HardE.Agents.Turns;

namespace HardE.Tests.Pricing;

/// <summary>The five quotes of the specification (domain 7) for the 48 x 28 house, to the cent.</summary>
public sealed class GoldenQuoteTests
{
    [Theory]
    [InlineData("price a roof 48x28 with overhangs, 6/12 gable, 1 ft overhang, 6 in walls, architectural, one layer off, 2 boxes of nails, 3 pipe boots, 3 sheets of OSB, "
        + "1 dumpster", 3399.00, 2500.65, 5899.65, 9833)]
    [InlineData("quote siding for a 48x28 house, 9 ft walls, two 6/12 gables, ten 3x5 windows, two 3x7 doors, dutch lap, 4 corner posts, tear off the old "
        + "siding", 2809.75, 3087.00, 5896.75, 9828)]
    [InlineData("quote gutters: two 48 ft runs of 5 inch .032, two 2x3 downspouts per run of 10 ft", 485.40, 526.40, 1011.80, 1687)]
    [InlineData("quote gutters: two 48 ft runs of 5 inch .032, one 3x4 downspout per run of 10 ft", 447.80, 480.40, 928.20, 1547)]
    [InlineData("price 8 low-e double hungs 32x50 and 2 picture windows 60x54, with capping and disposal", 4231.00, 2210.00, 6441.00, 11711)]
    public async Task A_golden_quote_comes_out_to_the_cent(string text, double material, double labor, double cost, double list)
    {
        await using var chat = await PricingChat.CreateAsync();

        var reply = await chat.SayAsync(text);

        var data = chat.Calls.ShouldHaveSingleItem().Result.Data!.Value;
        Amount(data, "material").ShouldBe((decimal)material);
        Amount(data, "labor").ShouldBe((decimal)labor);
        Amount(data, "cost").ShouldBe((decimal)cost);
        Amount(data, "list_price").ShouldBe((decimal)list);
        reply.Parts.OfType<TablePart>().ShouldHaveSingleItem().Rows[^1][1].ShouldBe("List price");
        reply.Text.ShouldContain("Sample data");
    }

    [Fact]
    public async Task The_roof_of_the_first_quote_has_the_rows_that_were_counted_by_hand()
    {
        await using var chat = await PricingChat.CreateAsync();

        await chat.SayAsync("price a roof 48x28 with overhangs, 6/12 gable, 1 ft overhang, 6 in walls, architectural, one layer off, 2 boxes of nails, 3 pipe boots, 3 "
            + "sheets of OSB, 1 dumpster");

        var units = chat.Calls[0].Result.Data!.Value.GetProperty("lines").EnumerateArray().ToDictionary(l => l.GetProperty("sku").GetString()!, l =>
            l.GetProperty("units").GetDecimal());
        units.ShouldBe(new Dictionary<string, decimal>
        {
            ["SYN-RF-ARCH"] = 50,
            ["SYN-RF-STRT"] = 2,
            ["SYN-RF-RDGC"] = 2,
            ["SYN-RF-IWS"] = 3,
            ["SYN-RF-SYNU"] = 2,
            ["SYN-RF-DRIP"] = 16,
            ["SYN-RF-RDGV"] = 12,
            ["SYN-RF-NAIL"] = 2,
            ["SYN-RF-PIPE"] = 3,
            ["SYN-RF-DECK"] = 3,
            ["SYN-RF-TEAR"] = 15.03m,
            ["SYN-RF-DUMP"] = 1,
        }, ignoreOrder: true);
    }

    /// <summary>No number without a parent: what a step uses was said, or stands in a row or rule that it names.</summary>
    [Fact]
    public async Task Every_quantity_of_a_quote_has_a_step_or_a_row()
    {
        await using var chat = await PricingChat.CreateAsync();

        await chat.SayAsync("price a roof 52x30, 7/12 hip, designer, two layers off");

        var data = chat.Calls[0].Result.Data!.Value;
        var rows = (await chat.Catalog.NowAsync("main", default)).Items.ToDictionary(i => i.Sku);
        data.GetProperty("steps").EnumerateArray().Where(s => s.TryGetProperty("source", out var source) && source.GetString()!.StartsWith("SYN-", StringComparison.Ordinal))
            .ShouldAllBe(s => rows.ContainsKey(s.GetProperty("source").GetString()!));
        foreach (var line in data.GetProperty("lines").EnumerateArray())
        {
            var row = rows[line.GetProperty("sku").GetString()!];
            line.GetProperty("material").GetDecimal().ShouldBe(decimal.Round(line.GetProperty("units").GetDecimal() * row.UnitCost, 2, MidpointRounding.AwayFromZero));
        }

        data.GetProperty("lines").EnumerateArray().Sum(l => l.GetProperty("material").GetDecimal() + l.GetProperty("labor").GetDecimal()).ShouldBe(Amount(data, "cost"));
    }

    private static decimal Amount(JsonElement data, string name) => data.GetProperty(name).GetDecimal();
}
