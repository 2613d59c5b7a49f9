using HardE.Agents.Turns;

namespace HardE.Tests.Pricing;

/// <summary>Who may see cost and margin, and who may give which discount.</summary>
public sealed class PricingRightsTests
{
    private const string Roof = "quote a roof: 48x28, 6/12, gable, architectural, one layer off, 2 boxes of nails, 3 pipe boots, 3 sheets of osb";

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Office)]
    [InlineData(Roles.Production)]
    [InlineData(Roles.Admin)]
    public async Task A_quote_shows_no_cost_to_who_may_not_see_it(string role)
    {
        await using var chat = await PricingChat.CreateAsync();

        var reply = await chat.SayAsync(Roof, role);

        reply.Text.ShouldContain("$9,833");
        TurnJson.Write(reply).ShouldNotContain("5,899.65");
        TurnJson.Write(reply).ShouldNotContain("3,399");
        chat.Calls[0].Result.Data!.Value.GetRawText().ShouldNotContain("5899.65");
    }

    [Fact]
    public async Task In_a_shared_room_even_the_owner_sees_no_cost()
    {
        await using var chat = await PricingChat.CreateAsync();

        TurnJson.Write(await chat.SayAsync(Roof, Roles.Owner, sharedRoom: true)).ShouldNotContain("5,899.65");
        (await chat.SayAsync("what's the margin on that", Roles.Owner, sharedRoom: true)).Text.ShouldContain("direct message");
    }

    [Theory]
    [InlineData("what does the 6 inch .032 K actually cost us per foot before margin", "4.20")]
    [InlineData("our cost on a bundle of architectural shingles?", "34.00")]
    [InlineData("what's our labor on 14 squares of dutch lap", "2,520")]
    [InlineData("cost to us for a casement 40 x 58", "445")]
    [InlineData("margin on a 9,833 sale with 5,899.65 cost?", "40 %")]
    public async Task A_rep_is_told_who_can_help_instead(string text, string secret)
    {
        await using var chat = await PricingChat.CreateAsync();

        var reply = await chat.SayAsync(text, Roles.Rep);

        TurnJson.Write(reply).ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_rep_who_asks_for_the_margin_of_a_quote_gets_none()
    {
        await using var chat = await PricingChat.CreateAsync();
        await chat.SayAsync(Roof, Roles.Rep);

        var reply = await chat.SayAsync("what's the margin on that", Roles.Rep);

        reply.Text.ShouldContain("for the sales director and the owner");
        reply.Text.ShouldNotContain("40 %");
    }

    [Theory]
    [InlineData(Roles.Rep, 3, "You may give that")]
    [InlineData(Roles.Rep, 5, "the sales director can approve it")]
    [InlineData(Roles.Rep, 8, "only the owner can approve it")]
    [InlineData(Roles.Rep, 15, "below the margin floor")]
    [InlineData(Roles.Office, 1, "gives no discounts")]
    [InlineData(Roles.Director, 7, "You may give that")]
    [InlineData(Roles.Director, 10, "only the owner can approve it")]
    [InlineData(Roles.Director, 15, "below the margin floor")]
    [InlineData(Roles.Owner, 15, "yours to decide")]
    public async Task A_discount_has_its_approver(string role, int percent, string verdict)
    {
        await using var chat = await PricingChat.CreateAsync();
        await chat.SayAsync(Roof, role);

        (await chat.SayAsync($"what if I take {percent} percent off", role)).Text.ShouldContain(verdict);
    }

    [Fact]
    public async Task The_floor_is_told_without_telling_the_margin()
    {
        await using var chat = await PricingChat.CreateAsync();
        await chat.SayAsync(Roof, Roles.Rep);

        (await chat.SayAsync("what if I take 15 percent off", Roles.Rep)).Text.ShouldNotContain("29.41");
    }

    [Fact]
    public async Task A_guest_gets_no_prices()
    {
        await using var chat = await PricingChat.CreateAsync();

        (await chat.SayAsync(Roof, Roles.Guest)).Text.ShouldNotContain("$");
    }
}
