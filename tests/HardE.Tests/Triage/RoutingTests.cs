using System.Globalization;
using HardE.Agents.Triage;
using HardE.Agents.Turns;
using Xunit.Abstractions;

namespace HardE.Tests.Triage;

public sealed class RoutingTests(ITestOutputHelper output)
{
    private static readonly string Root = FindRoot();

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
        var (cases, right, decided, wrong) = (0, 0, 0, 0);
        foreach (var (id, turns, agents) in RoutingCases.Read(Path.Combine(Root, file)))
        {
            var decision = await new RoutingCases().DecideAsync(turns);
            var good = agents.Contains(RoutingCases.Agent(decision));
            cases++;
            right += good ? 1 : 0;
            decided += decision is Decision.Unsure ? 0 : 1;
            wrong += !good && decision is not Decision.Unsure ? 1 : 0;
            if (!good)
            {
                output.WriteLine($"{id}: {RoutingCases.Agent(decision)} for {agents[0]}: {turns[^1]}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{file}: {right}/{cases} = {100.0 * right / cases:F1} %, decided {100.0 * decided / cases:F1} %, confidently wrong {100.0 * wrong / cases:F1} %"));
        (100.0 * right / cases).ShouldBeGreaterThanOrEqualTo(atLeastPercent);
        (100.0 * wrong / cases).ShouldBeLessThanOrEqualTo(confidentlyWrongAtMostPercent);
    }

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

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HardE.Bot.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
