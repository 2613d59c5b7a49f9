using HardE.Agents.Pricing.Reading;
using HardE.Agents.Turns;

namespace HardE.Agents.Pricing;

/// <summary>
/// What pricing_agent does without a model: reads measures and money out of free wording, calls the tool that works them out,
/// and answers with what it says. What leans on an earlier calculation starts from it.
/// </summary>
internal sealed class PricingAgentRules(Catalog catalog) : IAgentRules
{
    private const string Help =
        "I price from our catalogs and do the sums of the trade. Try: \"quote a roof: 48x28, 6/12 gable, tear-off one layer\", \"5 or 6 inch gutter for 900 sf at 6 "
            + "pitch\", \"monthly payment on 15,000 for 84 months at 8.99\".";

    public string Agent => "pricing_agent";

    public async ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct)
    {
        if (turn.Steps.Where(s => s.Agent == Agent).Select(s => s.Result).ToList() is { Count: > 0 } results)
        {
            var text = string.Join("\n\n", results.Select(r => r.Next is { } next && !r.Ok ? $"{r.Summary} {next}" : r.Summary));
            return Decision.Say(new TurnReply(Agent, text) { Parts = [.. results.SelectMany(r => r.Parts)] });
        }

        var said = new Phrase(turn.Text);
        if (Asks.Negative(said))
        {
            return Decision.Say(new TurnReply(Agent, "A size below zero cannot be worked with. What is the right measure?"));
        }

        var now = await catalog.NowAsync(turn.Tenant, ct);
        return new PricingPlan(said, now, LastCalculation.Of(turn)).Decide() ?? new Decision.Unsure(Help);
    }
}
