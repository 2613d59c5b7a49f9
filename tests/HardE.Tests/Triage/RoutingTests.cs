using System.Globalization;
using HardE.Agents.Triage;
using HardE.Agents.Turns;
using HardE.Tests.Commands.Eval;
using Xunit.Abstractions;

namespace HardE.Tests.Triage;

public sealed class RoutingTests(ITestOutputHelper output)
{
    /// <summary>
    /// The three sets: the published development cases, our own cases that examples were written with in sight of, and
    /// fresh ones that were written last and that nothing was fitted to.
    /// </summary>
    [Theory]
    [InlineData("samples/evals/routing.jsonl", 95, 2)]
    [InlineData("tests/HardE.Tests/Triage/own-routing.jsonl", 95, 2)]
    [InlineData("tests/HardE.Tests/Triage/fresh-routing.jsonl", 90, 4)]
    public async Task Messages_reach_the_agent_that_should_answer(string file, double atLeastPercent, double confidentlyWrongAtMostPercent)
    {
        var report = await EvalFiles.RunAsync(file);
        var total = report.Kinds.Single(k => k.Tag is null);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{file}: {report.PassedPercent:F1} %, decided {100.0 * total.WithoutModel / total.Cases:F1} %, sure and wrong {100.0 * total.SureAndWrong / total.Cases:F1} %\n{report.Failures()}"));

        report.PassedPercent.ShouldBeGreaterThanOrEqualTo(atLeastPercent);
        (100.0 * total.SureAndWrong / total.Cases).ShouldBeLessThanOrEqualTo(confidentlyWrongAtMostPercent);
    }

    /// <summary>Forms that name one record, or ask what the handbook holds, in words of no eval case.</summary>
    [Theory]
    [InlineData("@job:2602-101-01 the gate is locked, never call before noon", "leap_interaction_agent")]
    [InlineData("who called from 614-555-0121", "leap_interaction_agent")]
    [InlineData("set the rep on 2602-901-01 to Dana", "leap_interaction_agent")]
    [InlineData("any notes about Ruth Bellamy?", "leap_interaction_agent")]
    [InlineData("what's still sitting in Estimate", "leap_interaction_agent")]
    [InlineData("who approves a bigger discount", "knowledge_agent")]
    [InlineData("how far must the drip edge be from the fascia", "knowledge_agent")]
    [InlineData("the three buyer types, what were those again", "knowledge_agent")]
    [InlineData("write a primer for @customer:c-9", "scripting_agent")]
    public async Task A_sure_form_reaches_its_agent(string text, string agent) =>
        RoutingCases.Agent(await new RoutingCases().DecideAsync(text)).ShouldBe(agent);

    [Fact]
    public void Training_twice_gives_the_same_answer_to_the_last_bit()
    {
        var again = UtteranceClassifier.Train(RoutingCases.Roster);
        var said = new Utterance("what would the Hendersons pay for 6 inch gutters");

        again.Classify(said).ShouldBe(RoutingCases.Classifier.Value.Classify(said));
    }

    [Fact]
    public void Shares_add_up_to_one() =>
        RoutingCases.Classifier.Value.Classify(new Utterance("move it")).Sum(g => g.Share).ShouldBe(1f, 1e-4f);

    [Theory]
    [InlineData("@pricing roof for Johnson", "pricing_agent")]
    [InlineData("hey @Leap the Garcia thing", "leap_interaction_agent")]
    [InlineData("@customer:c-9 phone?", "leap_interaction_agent")]
    [InlineData("@Ann_Lee wants the crew at nine, note it", "leap_interaction_agent")]
    public async Task A_mention_addresses_its_agent(string text, string agent) =>
        RoutingCases.Agent(await new RoutingCases().DecideAsync(text)).ShouldBe(agent);

    [Theory]
    [InlineData("write a primer for Tom Reilly", "shorter, and lose the attic part", "scripting_agent")]
    [InlineData("find Smith", "the one in Akron", "leap_interaction_agent")]
    [InlineData("price 120 ft of 5 inch gutter", "and the same in copper?", "pricing_agent")]
    [InlineData("find Smith", "search the web for hail in Akron", "web_search_agent")]
    [InlineData("find Smith", "thanks", "triage_agent")]
    public async Task A_message_that_leans_on_the_last_one_goes_to_the_same_agent(string first, string then, string agent) =>
        RoutingCases.Agent(await new RoutingCases().DecideAsync(first, then)).ShouldBe(agent);

    [Fact]
    public async Task What_a_sticky_agent_passed_on_is_not_given_back_to_it()
    {
        string[] turns = ["write a primer for Tom Reilly", "make it shorter"];

        RoutingCases.Agent(await new RoutingCases().DecideAsync(Roles.Rep, turns)).ShouldBe("scripting_agent");
        RoutingCases.Agent(await new RoutingCases().DecideAsync(Roles.Rep, turns, "script_draft")).ShouldNotBe("scripting_agent");
    }
}
