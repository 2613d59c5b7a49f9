using HardE.Agents.Scripting;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Scripting;

/// <summary>Each claim a primer must never make, put in more ways than one; and honest sentences that come close.</summary>
public sealed class ForbiddenClaimTests
{
    [Theory]
    [InlineData("price", "A roof like yours runs nine thousand dollars.")]
    [InlineData("price", "It will only cost you a few hundred.")]
    [InlineData("price", "You're looking at twelve grand, give or take.")]
    [InlineData("price", "Our prices start at six thousand.")]
    [InlineData("price", "We always have the lowest price in town.")]
    [InlineData("price", "Most people pay around eighty-five hundred.")]
    [InlineData("price", "The whole thing comes to $9,833.")]
    [InlineData("discount", "If you sign at the visit, we knock ten percent off the total.")]
    [InlineData("discount", "There's a spring promotion you can use.")]
    [InlineData("discount", "I can take a little off the price for you.")]
    [InlineData("discount", "Ask me about our special offer for neighbors.")]
    [InlineData("discount", "You could pay nothing down and stay below the list price.")]
    [InlineData("discount", "We have interest-free financing for twelve months.")]
    [InlineData("date_promise", "Your new roof will be finished by next Friday.")]
    [InlineData("date_promise", "We can start within two weeks.")]
    [InlineData("date_promise", "The crew will be done before Thanksgiving.")]
    [InlineData("date_promise", "We'll have it installed by the end of the month.")]
    [InlineData("date_promise", "The job is completed in one day.")]
    [InlineData("free_work", "You may be getting a free roof.")]
    [InlineData("free_work", "The new roof won't cost you a dime.")]
    [InlineData("free_work", "We do the upgrade at no charge.")]
    [InlineData("free_work", "The replacement is on the house.")]
    [InlineData("free_work", "You end up with new gutters for free.")]
    [InlineData("free_work", "In the end you pay nothing for it.")]
    [InlineData("insurance_pays", "Your insurance will pay for all of it.")]
    [InlineData("insurance_pays", "The insurance company picks up the bill.")]
    [InlineData("insurance_pays", "Don't worry, the carrier covers storm work.")]
    [InlineData("insurance_pays", "This is paid by your insurer anyway.")]
    [InlineData("insurance_pays", "We get your claim approved.")]
    [InlineData("insurance_pays", "Your homeowner's policy should take care of the roof.")]
    [InlineData("deductible", "We waive your deductible.")]
    [InlineData("deductible", "Your deductible is on us.")]
    [InlineData("deductible", "We can absorb the deductible in the bill.")]
    [InlineData("deductible", "You won't have to worry about the deductible.")]
    [InlineData("deductible", "We take over your share of the claim.")]
    [InlineData("guaranteed_approval", "Approval is guaranteed.")]
    [InlineData("guaranteed_approval", "You're already approved.")]
    [InlineData("guaranteed_approval", "Everyone qualifies with our bank.")]
    [InlineData("guaranteed_approval", "There's no credit check at all.")]
    [InlineData("guaranteed_approval", "You will be approved, whatever your score.")]
    [InlineData("competitor", "Other roofers cut corners at the edges.")]
    [InlineData("competitor", "Unlike the others, we use six nails.")]
    [InlineData("competitor", "Most contractors skip the ice barrier.")]
    [InlineData("competitor", "The cheap guys disappear after a year.")]
    [InlineData("competitor", "We are better than any company around here.")]
    [InlineData("competitor", "Watch out for storm chasers.")]
    [InlineData("condition", "Your roof is worn out.")]
    [InlineData("condition", "You have hail damage on the south slope.")]
    [InlineData("condition", "It looks like you need a new roof.")]
    [InlineData("condition", "Your siding has rot behind it.")]
    [InlineData("condition", "Those old windows are beyond repair.")]
    [InlineData("condition", "We know your gutters are failing.")]
    [InlineData("lifetime", "It comes with a lifetime warranty.")]
    [InlineData("lifetime", "You will never have to think about it again, it lasts forever.")]
    [InlineData("lifetime", "It lasts fifty years.")]
    [InlineData("lifetime", "The windows pay for themselves.")]
    [InlineData("lifetime", "They cut your heating bill.")]
    [InlineData("pressure", "This offer is for today only.")]
    [InlineData("pressure", "Only two spots left this month.")]
    [InlineData("pressure", "Act now, before prices go up.")]
    [InlineData("pressure", "It's your last chance before the season.")]
    [InlineData("pressure", "Please decide tonight.")]
    public void A_claim_is_caught_however_it_is_put(string code, string sentence) =>
        ScriptRules.CheckClaims("Thank you for inviting us. " + sentence).Select(p => p.Code).ShouldContain(code);

    [Theory]
    [InlineData("You'll get one price in writing.")]
    [InlineData("What happens if you find bad wood, and what does it cost?")]
    [InlineData("Are you insured, and may I call your agent?")]
    [InlineData("Good companies like these questions, so ask all of them, and ask us first.")]
    [InlineData("Most leaks don't come through the shingles.")]
    [InlineData("You don't have to decide anything before you understand it, and I'll explain your right to cancel before you sign anything.")]
    [InlineData("Please keep a free way to the attic door.")]
    [InlineData("If you have photos of a leak, keep them handy.")]
    [InlineData("Ask anyone who gives you a price how that works on your house.")]
    [InlineData("Windows are measured by width plus height, and advertised prices are for a certain size.")]
    [InlineData("Is your own work under warranty, in writing?")]
    [InlineData("I'll look at the outside first, all the edges, the valleys, and everything that comes up through the roof.")]
    public void An_honest_sentence_is_left_alone(string sentence) =>
        ScriptRules.CheckClaims(sentence).ShouldBeEmpty();

    [Theory]
    [InlineData("placeholder", "See you {{when}}.")]
    [InlineData("placeholder", "See you [day].")]
    [InlineData("placeholder", "The price is TBD.")]
    [InlineData("digits", "The pitch is 6/12 on most houses.")]
    [InlineData("abbreviation", "It is approx. twenty feet.")]
    [InlineData("symbol", "See you soon 🙂")]
    [InlineData("other_name", "And thank you, Patricia, for the call.")]
    [InlineData("wrong_trade", "Then we look at the vinyl siding.")]
    [InlineData("time", "See you on Tuesday.")]
    [InlineData("time", "See you tomorrow at four in the afternoon.")]
    [InlineData("long_sentence", "This is a sentence that goes on and on and on and on until nobody who hears it can still remember where it began.")]
    public async Task Form_names_and_facts_are_checked(string code, string sentence)
    {
        var (script, input) = await GoodAsync();
        script.Problems.ShouldBeEmpty();

        var last = script.Sections[^1];
        var worse = script with { Sections = [.. script.Sections.SkipLast(1), last with { Text = last.Text + " " + sentence }] };

        ScriptRules.Check(worse, input, new CompanyOptions()).Select(p => p.Code).ShouldContain(code);
    }

    [Fact]
    public async Task Another_persons_name_in_the_greeting_is_caught()
    {
        var (script, input) = await GoodAsync();
        var wrong = script with { Sections = [.. script.Sections.Select(s => s with { Text = s.Text.Replace("John", "Sarah", StringComparison.Ordinal) })] };

        var codes = ScriptRules.Check(wrong, input, new CompanyOptions()).Select(p => p.Code).ToList();

        codes.ShouldContain("greeting_name");
        codes.ShouldContain("other_name");
    }

    [Fact]
    public async Task Too_short_and_too_long_are_caught()
    {
        var (script, input) = await GoodAsync();
        var half = script with { Sections = [.. script.Sections.Take(4)] };
        var twice = script with { Sections = [.. script.Sections, .. script.Sections] };

        ScriptRules.Check(half, input, new CompanyOptions()).Select(p => p.Code).ShouldContain("length");
        ScriptRules.Check(twice, input, new CompanyOptions()).Select(p => p.Code).ShouldContain("length");
    }

    private static async Task<(PrimerScript, PrimerScriptInput)> GoodAsync()
    {
        var input = new PrimerScriptInput("t", "c-7", "John", ["roofing"], "Roof replacement") { City = "Hoboken" };
        return (await new ScriptWriter(Options.Create(new CompanyOptions())).WritePrimerAsync(input, default), input);
    }
}
