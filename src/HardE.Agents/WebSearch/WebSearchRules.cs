using HardE.Agents.Turns;

namespace HardE.Agents.WebSearch;

/// <summary>The web search agent without a model: asks the web once and passes the answer on with its sources.</summary>
internal sealed class WebSearchRules : IAgentRules
{
    public string Agent => "web_search_agent";

    public ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct)
    {
        if (turn.ResultOf("search_web") is { } found)
        {
            var text = found.Next is { } next ? $"{found.Summary} {next}" : found.Summary;
            return ValueTask.FromResult(Decision.Say(new TurnReply(Agent, text) { Parts = found.Parts }));
        }

        var asked = turn.Text.Trim();
        return ValueTask.FromResult(asked.Length == 0
            ? new Decision.Unsure("What shall I look up on the web?")
            : Decision.Tool("search_web", new { query = asked.Length > 400 ? asked[..400] : asked }));
    }
}
