using HardE.Agents.Crm.Embedded;
using HardE.Agents.Scripting;
using HardE.Agents.Turns;

namespace HardE.Tests.Scripting;

public sealed class ScriptingAgentTests
{
    private static readonly CrmSeed Seed = new(
        [new SeedUser("u-1", "Morgan Pike", "morgan.pike@example.com", "rep")],
        [
            new SeedCustomer("c-1", "John", "Smith", City: "Hoboken", State: "NJ", Rep: "u-1"),
            new SeedCustomer("c-2", "Keisha", "Barnes", City: "Erie", State: "PA"),
            new SeedCustomer("c-3", "Tom", "Reilly", City: "Erie", State: "PA"),
            new SeedCustomer("c-4", "Tom", "Reilly", City: "Macon", State: "GA"),
        ],
        [
            new SeedJob("j-1", "2602-001-01", "c-1", ["roofing"], "Estimate", "Roof replacement, water stain over the stairs", "u-1", "2026-03-01"),
            new SeedJob("j-2", "2602-001-02", "c-1", ["gutters"], "Lead", "New gutters", "u-1", "2026-03-05"),
            new SeedJob("j-3", "2602-002-01", "c-2", ["siding"], "Lead", "New siding", "u-1", "2026-03-05"),
        ]);

    [Fact]
    public async Task The_example_of_the_product_gives_a_checked_script_from_the_record()
    {
        await using var talk = await ScriptingTalk.WithAsync(Seed);

        var reply = await talk.SayAsync("Generate a primer script for John Smith's roof replacement job");

        reply!.Text.ShouldContain("Primer script for John Smith, roofing, job 2602-001-01");
        reply.Text.ShouldContain("the stain you noticed");
        reply.Text.ShouldContain("Morgan");
        reply.Text.ShouldContain("words, 2:");
        reply.Parts.OfType<ButtonsPart>().Single().Buttons.Select(b => b.Label).ShouldContain("Shorter");
        talk.Draft!.Current!.Primer!.Trades.ShouldBe(["roofing"]);
    }

    [Fact]
    public async Task Two_customers_of_one_name_are_asked_about_with_buttons()
    {
        await using var talk = await ScriptingTalk.WithAsync(Seed);

        var question = await talk.SayAsync("draft a primer for Tom Reilly, siding in Erie");
        var buttons = question!.Parts.OfType<ButtonsPart>().Single().Buttons;
        var reply = await talk.SayAsync("", buttons[0].Token);

        question.Text.ShouldContain("Which");
        buttons.Count.ShouldBe(2);
        reply!.Text.ShouldContain("Primer script for Tom Reilly");
    }

    [Fact]
    public async Task An_unknown_customer_is_said_with_a_next_step_and_can_be_written_for_anyway()
    {
        await using var talk = await ScriptingTalk.WithAsync(Seed);

        var unknown = await talk.SayAsync("Primer script for Aaliyah Thompson, roof replacement, she said there's a water stain over the stairs");
        var reply = await talk.SayAsync("write it anyway");

        unknown!.Text.ShouldContain("No customer matches “Aaliyah Thompson”");
        unknown.Text.ShouldContain("new customer: Aaliyah Thompson");
        reply!.Text.ShouldContain("Aaliyah");
        reply.Text.ShouldContain("the stain you noticed");
    }

    [Fact]
    public async Task A_script_is_shortened_warmed_reworded_compared_and_undone()
    {
        await using var talk = await ScriptingTalk.WithAsync(Seed);
        await talk.SayAsync("write a primer for Keisha Barnes");
        var words = talk.Draft!.Current!.Words;

        await talk.SayAsync("shorter please");
        talk.Draft!.Current!.Words.ShouldBeLessThan(words);
        await talk.SayAsync("make it a bit warmer");
        await talk.SayAsync("swap the opener");
        await talk.SayAsync("replace \"kick-out\" with \"small metal piece\"");
        (await talk.SayAsync("what changed?"))!.Text.ShouldContain("Version");
        (await talk.SayAsync("copy it"))!.Text.ShouldStartWith("```");
        (await talk.SayAsync("undo"))!.Text.ShouldContain("Back to version");
        (await talk.SayAsync("start over"))!.Text.ShouldContain("put away");

        talk.Draft.ShouldBeNull();
    }

    [Fact]
    public async Task A_change_that_breaks_a_rule_leaves_the_script_as_it_was()
    {
        await using var talk = await ScriptingTalk.WithAsync(Seed);
        await talk.SayAsync("write a primer for Keisha Barnes");
        var before = talk.Draft!.Current!.Text;

        var reply = await talk.SayAsync("replace \"Welcome\" with \"Hi\"");
        var price = await talk.SayAsync("replace written price with price of nine thousand dollars");
        var price2 = await talk.SayAsync("change \"your right to cancel\" to \"a free roof\"");

        reply!.Text.ShouldContain("does not stand in the script");
        price2!.Text.ShouldContain("left the script as it was");
        (price!.Text.Contains("left the script", StringComparison.Ordinal) || price.Text.Contains("does not stand", StringComparison.Ordinal)).ShouldBeTrue();
        talk.Draft!.Current!.Text.ShouldBe(before);
    }

    [Theory]
    [InlineData("wait, before that. what is kick-out flashing and why do we always bring it up")]
    [InlineData("find Keisha Barnes")]
    [InlineData("is there a shorter warranty on the labor part?")]
    [InlineData("how long is a primer supposed to be and what is it never allowed to say")]
    [InlineData("move job 2602-002-01 to Sold")]
    [InlineData("can we lower the price for John Smith?")]
    [InlineData("thanks")]
    public async Task A_digression_goes_back_to_triage_and_the_draft_stays(string digression)
    {
        await using var talk = await ScriptingTalk.WithAsync(Seed);
        await talk.SayAsync("write a primer for Keisha Barnes");

        var reply = await talk.SayAsync(digression);

        reply.ShouldBeNull();
        talk.Draft!.Current.ShouldNotBeNull();
    }

    [Fact]
    public async Task Several_orders_in_one_message_are_done_in_turn()
    {
        await using var talk = await ScriptingTalk.WithAsync(Seed);
        await talk.SayAsync("Generate a primer script for John Smith's roof replacement job");

        var reply = await talk.SayAsync("shorter please, and lose the attic part");

        reply!.Text.ShouldContain("version 3");
        talk.Draft!.Current!.Text.ShouldNotContain("attic");
    }

    [Fact]
    public async Task The_standard_script_has_twelve_steps_and_marks_what_is_missing()
    {
        await using var talk = await ScriptingTalk.WithAsync(Seed);

        var reply = await talk.SayAsync("I need the standard in-home script for John Smith's roof, hail, two owners");
        var filled = await talk.SayAsync("replace [missing: priority 1] with a dry attic");

        talk.Draft!.Current!.Sections.Count.ShouldBe(12);
        reply!.Text.ShouldContain("Still missing: ");
        reply.Text.ShouldContain("Price after measuring.");
        reply.Text.ShouldContain("Test square");
        reply.Text.ShouldContain("third business day");
        filled!.Text.ShouldContain("a dry attic");
    }

    [Theory]
    [InlineData("write me a follow up call for the Reillys. proposal went out last Tuesday", "follow_up_call")]
    [InlineData("20 second voicemail script for a storm lead who never picks up", "voicemail")]
    [InlineData("Write the referral ask for Mrs. Adeyemi, we finished her windows on Friday", "referral_request")]
    [InlineData("Could you put together what I say at the door for a landlord who owns four duplexes, all roofs from '98?", "door")]
    [InlineData("I need a standard script for tomorrow 5 pm, two owners, windows, Boise", "in_home_visit")]
    public void A_wish_is_read_as_its_kind(string text, string kind) =>
        ScriptRequests.Find(text, mustBeClear: false)!.Kind.ShouldBe(kind);

    [Theory]
    [InlineData("Generate a primer script for John Smith's roof replacement job", "John Smith")]
    [InlineData("write me a follow up call for the Petersons. proposal went out", "Peterson")]
    [InlineData("Give me a primer for the Ocampo roof job", "Ocampo")]
    [InlineData("new customer visit tonight, Priya Raman, hail, script please", "Priya Raman")]
    [InlineData("primer for john smith's roof", "john smith")]
    [InlineData("primer script for job 2602-001-01", "2602-001-01")]
    [InlineData("I need a standard script for tomorrow 5 pm, two owners, windows", null)]
    [InlineData("20 second voicemail script for a storm lead who never picks up", null)]
    public void The_customer_is_found_in_the_wish(string text, string? customer) =>
        ScriptRequests.Customer(text).ShouldBe(customer);

    [Theory]
    [InlineData("produce a primer video for John Smith", "John Smith", false)]
    [InlineData("start the primer video for the Alvarez job", "Alvarez", false)]
    [InlineData("send Mrs. Brooks her primer video", "Mrs. Brooks", false)]
    [InlineData("make the video but let me see it first", null, true)]
    public void An_order_for_the_film_is_told_from_one_for_its_words(string text, string? customer, bool hold)
    {
        var order = ScriptRequests.Video(text)!;

        order.Customer.ShouldBe(customer);
        order.Hold.ShouldBe(hold);
        ScriptRequests.Video("a primer video script for the Bauer family, siding").ShouldBeNull();
    }
}
