namespace HardE.Tests.Pricing;

/// <summary>Messages that lean on the calculation before.</summary>
public sealed class FollowUpTests
{
    private const string Roof = "quote a roof: 48x28, 6/12, gable, architectural, one layer off, 2 boxes of nails, 3 pipe boots, 3 sheets of osb";

    [Theory]
    [InlineData("what if I take 5 percent off", "$9,341.35", "36.84 %")]
    [InlineData("and 10 percent off?", "$8,849.70", "33.34 %")]
    [InlineData("what would that be a month?", "$129.89 a month", "not an offer")]
    [InlineData("what's the margin on that", "40 %", "floor is 30 %")]
    [InlineData("what did that come out to per square", "$654.22 per square", "15.03")]
    [InlineData("round it up to the next 100", "$9,900", "$9,833")]
    public async Task A_question_about_the_last_quote_is_answered_from_it(string then, string first, string second)
    {
        await using var chat = await PricingChat.CreateAsync();
        (await chat.SayAsync(Roof)).Text.ShouldContain("$9,833");

        var reply = await chat.SayAsync(then);

        reply.Text.ShouldContain(first);
        reply.Text.ShouldContain(second);
    }

    [Fact]
    public async Task A_second_discount_is_off_the_list_price_and_not_off_the_first()
    {
        await using var chat = await PricingChat.CreateAsync();
        await chat.SayAsync(Roof);
        await chat.SayAsync("what if I take 5 percent off");

        (await chat.SayAsync("and 7 percent off?")).Text.ShouldContain("$9,144.69");
    }

    [Fact]
    public async Task What_was_said_before_is_kept_and_only_the_change_is_made()
    {
        await using var chat = await PricingChat.CreateAsync();
        await chat.SayAsync("price the siding: 48 x 28 house, 9 ft walls, two 6/12 gables, ten 3x5 windows, two 3x7 doors, .040 vinyl, 4 corner posts");

        await chat.SayAsync("same house but with the heavier vinyl, what's the new total");
        await chat.SayAsync("and make the walls 10 ft");
        await chat.SayAsync("add 2 inside corner posts");

        var input = chat.Calls[^1].Arguments;
        input.GetProperty("product").GetString().ShouldBe("SYN-SD-VNL46");
        input.GetProperty("height_feet").GetDecimal().ShouldBe(10);
        input.GetProperty("windows").GetInt32().ShouldBe(10);
        chat.Calls[^1].Result.Data!.Value.GetProperty("lines").EnumerateArray().ShouldContain(l => l.GetProperty("sku").GetString() == "SYN-SD-ICP");
    }

    [Fact]
    public async Task What_was_added_can_be_dropped_again()
    {
        await using var chat = await PricingChat.CreateAsync();
        await chat.SayAsync(Roof);
        (await chat.SayAsync("add 2 chimney kits to that")).Text.ShouldContain("$11,300"); // 5,899.65 + 880.00 = 6,779.65 at 40 %

        (await chat.SayAsync("drop the chimney kits, what's the total now")).Text.ShouldContain("$9,833");
    }

    [Fact]
    public async Task Options_are_compared_for_the_same_job_and_the_quote_stays_what_it_was()
    {
        await using var chat = await PricingChat.CreateAsync();
        await chat.SayAsync(Roof);

        var reply = await chat.SayAsync("give me good better best on that");
        reply.Text.ShouldContain("$9,833");
        reply.Text.ShouldContain("premium weight");

        (await chat.SayAsync("what's the total")).Text.ShouldContain("$9,833");
    }

    [Theory]
    [InlineData("same house but with the heavier vinyl, what's the new total")]
    [InlineData("add 40 feet of gutter guard to that, new price?")]
    [InlineData("swap the shingles for designer and rerun the numbers")]
    public async Task Without_anything_before_it_asks_for_the_measures(string text)
    {
        await using var chat = await PricingChat.CreateAsync();

        (await chat.SayAsync(text)).Text.ShouldContain("no earlier calculation");
        chat.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_persons_quote_is_not_anothers()
    {
        await using var chat = await PricingChat.CreateAsync();
        await chat.SayAsync(Roof);

        (await chat.SayAsync("what did that come out to per square", conversation: "another")).Text.ShouldContain("no earlier calculation");
    }
}
