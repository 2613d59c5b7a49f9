using HardE.Agents.Turns;

namespace HardE.Agents.Pricing;

/// <summary>What pricing_agent does without a model: it looks material up in the catalogs.</summary>
internal sealed class PricingAgentRules(Catalog catalog) : IAgentRules
{
    private const string Help =
        "I look up material prices in our catalogs. Try: \"search for gutter pricing in the Englert catalog\", \"6 inch gutters in bronze\", \"price of architectural shingles\".";

    public string Agent => "pricing_agent";

    public ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct)
    {
        if (turn.ResultOf("search_catalog") is { } result)
        {
            var text = result.Next is { } next ? $"{result.Summary} {next}" : result.Summary;
            return ValueTask.FromResult(Decision.Say(new TurnReply(Agent, text) { Parts = result.Parts }));
        }

        return ValueTask.FromResult(
            AsksForSums(turn.Text) || (catalog.Now() is { Items.Count: > 0 } now && CatalogSearch.Find(now.Items, turn.Text, 1).Count == 0)
                ? new Decision.Unsure(Help)
                : Decision.Tool("search_catalog", new { query = turn.Text }));
    }

    /// <summary>Measures mean a calculation; the catalog search would answer something that was not asked.</summary>
    private static bool AsksForSums(string text)
    {
        string[] words = ["square", "squares", "waste", "pitch", "footprint", "margin", "markup", "mark up", "monthly", "financed", "discount", "% off", "how many", "downspouts for", "ridge is", "valley on"];
        return words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) && text.Any(char.IsDigit);
    }
}
