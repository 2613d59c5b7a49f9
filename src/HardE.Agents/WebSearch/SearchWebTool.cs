using System.ComponentModel;
using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Agents.WebSearch;

/// <summary>Searches the web, with sources; or says plainly that nobody is configured to.</summary>
internal sealed class SearchWebTool(IWebResearch web) : Tool<SearchWebTool.Input>
{
    public sealed record Input([property: Description("The question, without customer data.")] string Query);

    public override string Name => "search_web";
    public override string Description => "Searches the web for current facts: permits, weather, competitors, recalls. Never for our own records.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.WebSearch];
    public override bool UntrustedOutput => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (!web.IsConfigured)
        {
            return ToolResult.Failed(
                $"Web search is not configured, so I cannot look that up and I won't guess. {web.HowToConfigure}",
                "I can answer from our own knowledge base, the catalog and the CRM.");
        }

        if (input.Query.Trim() is not { Length: > 0 and <= 400 } query)
        {
            return ToolResult.NeedsInput("What shall I look up? One question of up to 400 characters.");
        }

        var answer = PlainPages.Of(await web.SearchAsync(query, ct));
        var dates = answer.Sources.Select((s, i) => $"[{i + 1}] {s.Title}{(s.Published is { } day ? $" ({day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})" : "")}");
        return answer.Sources.Count == 0
            ? ToolResult.NotFound("The web search found no source for that, so I give no answer.")
            : ToolResult.Done($"{answer.Text}\n\n{string.Join('\n', dates)}", answer,
                new CitationsPart([.. answer.Sources.Select(s => new Citation(s.Address.Host, s.Title, s.Excerpt, s.Address))]));
    }
}
