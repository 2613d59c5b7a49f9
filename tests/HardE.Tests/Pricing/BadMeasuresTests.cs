namespace HardE.Tests.Pricing;

/// <summary>What cannot be, and what is missing: a clear sentence or one question, never a sum.</summary>
public sealed class BadMeasuresTests
{
    [Theory]
    [InlineData("quote a roof 40x26 with a 45/12 pitch", "steeper than any roof")]
    [InlineData("squares on -40 x 26 at 6/12?", "below zero")]
    [InlineData("how many bundles for -12 squares", "below zero")]
    [InlineData("price a 13 ft by 5 ft picture window", "more than any window")]
    [InlineData("double hung 3 x 4 inches, cost?", "too small")]
    [InlineData("20 squares with 90 % waste, how many bundles", "between 0 and 60")]
    [InlineData("cost 5,000, what price for 100 percent margin", "under 100")]
    [InlineData("monthly payment on 15,000 for 84 months at 99 percent", "between 0 and 40")]
    [InlineData("put 20,000 down on 15,000 over 5 years at 9 percent, monthly?", "nothing to finance")]
    [InlineData("quote a roof 48x28, 6/12, 14 layers off", "cannot be right")]
    [InlineData("siding for a 20 x 10 house, 8 ft walls, 90 windows, list price?", "larger than the walls")]
    public async Task What_cannot_be_is_said(string text, string says)
    {
        await using var chat = await PricingChat.CreateAsync();

        var reply = await chat.SayAsync(text);

        reply.Text.ShouldContain(says);
        reply.Parts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("quote a roof 48x28 gable", "pitch")]
    [InlineData("price a roof", "How big is the roof")]
    [InlineData("how much ice shield for two eaves of 40 ft", "pitch")]
    [InlineData("quote siding for a 48 x 28 house", "How high are the walls")]
    [InlineData("which size gutter for 900 sf?", "pitch")]
    [InlineData("quote gutters", "How many feet")]
    [InlineData("monthly payment over 60 months at 9 percent", "What amount")]
    [InlineData("take 5 percent off", "Which price")]
    [InlineData("check my margin", "cost, price, margin or markup")]
    public async Task What_is_missing_is_asked_for(string text, string asks)
    {
        await using var chat = await PricingChat.CreateAsync();

        var reply = await chat.SayAsync(text);

        reply.Text.ShouldContain(asks);
        reply.Text.Split("\n\n")[0].Count(c => c == '?').ShouldBe(1);
    }

    [Theory]
    [InlineData("how many rolls of underlayment for 200 feet", "not by the foot")]
    [InlineData("price 40 squares of 6 inch .032 gutter", "not by the square")]
    public async Task Units_are_never_mixed(string text, string says)
    {
        await using var chat = await PricingChat.CreateAsync();

        (await chat.SayAsync(text)).Text.ShouldContain(says);
    }

    [Fact]
    public async Task A_missing_pitch_can_be_given_in_the_next_message()
    {
        await using var chat = await PricingChat.CreateAsync();
        await chat.SayAsync("quote a roof 48x28 gable, one layer");

        (await chat.SayAsync("6/12")).Text.ShouldContain("15.03 squares");
    }

    [Theory]
    [InlineData("how many squares is thirty by forty at 8 on 12", "14.42 squares")]
    [InlineData("2,850 sqft of roof surface, how many squares", "28.50 squares")]
    [InlineData("payment on 12k for 60 months at 8", "$243.32 a month")]
    [InlineData("united inches of 35½ by 61¾", "98 UI")]
    [InlineData("rafter for a 12'6\" run at 6/12", "13.98 LF")]
    [InlineData("squares for 40' x 26' at 8/12", "12.50 squares")]
    public async Task Numbers_are_read_however_they_are_written(string text, string says)
    {
        await using var chat = await PricingChat.CreateAsync();

        (await chat.SayAsync(text)).Text.ShouldContain(says);
    }
}
