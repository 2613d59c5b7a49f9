using System.Text.RegularExpressions;
using HardE.Agents.Turns;

namespace HardE.Agents.Knowledge;

/// <summary>The knowledge agent without a model: look it up, answer in the documents' words, or say that they are silent.</summary>
internal sealed partial class KnowledgeRules : IAgentRules
{
    public string Agent => "knowledge_agent";

    public ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct) => ValueTask.FromResult(Decide(turn));

    private Decision Decide(TurnContext turn)
    {
        if (turn.ResultOf("search_knowledge") is { } found)
        {
            return Decision.Say(new TurnReply(Agent, Told(found)) { Parts = found.Parts });
        }

        if (turn.ResultOf("read_document") is { } document)
        {
            return Decision.Say(new TurnReply(Agent, Told(document)) { Parts = document.Parts });
        }

        if (ListAll().IsMatch(turn.Text))
        {
            return Decision.Tool("read_document", new { document = (string?)null });
        }

        if (OneDocument().Match(turn.Text) is { Success: true } named)
        {
            return Decision.Tool("read_document", new { document = named.Groups["path"].Value });
        }

        return turn.Text.Trim().Length == 0
            ? new Decision.Unsure("What would you like to know? I answer from the company's own documents.")
            : Decision.Tool("search_knowledge", new { query = WithContext(turn) });
    }

    private static string Told(ToolResult result) => result.Next is { } next && !result.Ok ? $"{result.Summary} {next}" : result.Summary;

    /// <summary>"And what should I not do with him" means the person of the question before.</summary>
    private static string WithContext(TurnContext turn)
    {
        var text = turn.Text.Length > 1900 ? turn.Text[..1900] : turn.Text;
        var before = turn.History.LastOrDefault(l => l.Role == "user")?.Text;
        var open = FollowsUp().IsMatch(text) || SearchQuestion.Of(text).Topics.Count == 0 || Pronoun().IsMatch(text) && SearchQuestion.Of(text).Topics.Count <= 2;
        return before is { Length: > 0 and < 400 } && open && text.Length < 160 ? $"{before} {text}"[..Math.Min(1990, before.Length + text.Length + 1)] : text;
    }

    [GeneratedRegex(@"\b(which|what|list|show)\b.{0,20}\b(documents|docs|pages|bases|knowledge bases)\b.{0,25}(\b(are there|do (we|you) have|exist|can you read)\b|$)", RegexOptions.IgnoreCase)]
    private static partial Regex ListAll();

    [GeneratedRegex(@"\b(read|open|show|print|pull up)\b.{0,30}?\b(?<path>[A-Z]{3,}(?:_[A-Z]+)*/[\w/-]+|(?:core|psy|obj|price|prod|call|script)-[\w-]+)\b")]
    private static partial Regex OneDocument();

    [GeneratedRegex(@"^\W*(and|what about|how about|but|then|why|ok and|so what)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FollowsUp();

    [GeneratedRegex(@"\b(him|her|them|they|he|she|it|that one|those|these|this)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();
}
