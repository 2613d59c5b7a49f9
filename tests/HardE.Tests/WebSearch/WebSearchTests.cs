using HardE.Agents.Turns;
using HardE.Agents.WebSearch;

namespace HardE.Tests.WebSearch;

public sealed class WebSearchTests
{
    [Fact]
    public async Task Without_a_provider_it_says_so_and_does_not_guess()
    {
        var turn = A.Turn("weather Thursday in Knoxville, can we be on a roof");
        var rules = new WebSearchRules();
        var call = (await rules.DecideAsync(turn, default)).ShouldBeOfType<Decision.Call>().Tools.Single();

        var result = await new SearchWebTool(new NoWebResearch()).RunAsync(call.Arguments, turn, default);
        turn.Add(new ToolStep(rules.Agent, call, result));
        var reply = (await rules.DecideAsync(turn, default)).ShouldBeOfType<Decision.Reply>().Answer;

        result.Outcome.ShouldBe(ToolOutcome.Failed);
        reply.Text.ShouldContain("not configured");
        reply.Text.ShouldContain("WebSearch:Provider");
        reply.Parts.ShouldBeEmpty();
    }
}
