using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Knowledge;

/// <summary>Answers a question from the company's documents, in their words. No answer is an answer, not an error.</summary>
internal sealed class SearchKnowledgeTool(KnowledgeLibrary library) : Tool<SearchKnowledgeTool.Input>
{
    public sealed record Input(
        [property: Description("The question, as the person asked it.")] string Query,
        [property: Description("One of the seven bases, for example OBJECTION_HANDLING; null for all.")] string? Base = null);

    public override string Name => "search_knowledge";
    public override string Description =>
        "Answers a question from the company's knowledge base: objections, pricing rules, products, scripts, psychology, calls.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.KnowledgeRead];
    public override bool UntrustedOutput => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var query = input.Query.Trim();
        if (query.Length is 0 or > 2000)
        {
            return ToolResult.NeedsInput("What would you like to know? One question of up to 2,000 characters.");
        }

        if (input.Base is { } wanted && !KnowledgeBases.All.Contains(wanted))
        {
            return new ToolResult(ToolOutcome.InvalidArguments, $"There is no base '{wanted}'. The bases are {string.Join(", ", KnowledgeBases.All)}.");
        }

        var index = await library.OpenAsync(ct);
        var answer = AnswerWriter.Answer(query, index, input.Base);
        return answer.Found
            ? ToolResult.Done(answer.Text, new { sample = library.IsSample, sources = answer.Sources.Select(s => new { s.Id, s.Title, s.Quote }) },
                new CitationsPart(answer.Sources))
            : ToolResult.NotFound(answer.Text, "Ask in other words, or ask which documents there are.");
    }
}
