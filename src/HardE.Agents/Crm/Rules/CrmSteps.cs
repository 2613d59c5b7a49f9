using System.Text.Json.Nodes;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Rules;

/// <summary>What a plan works with: the turn, the company's names, and the few things every plan does.</summary>
internal sealed class CrmSteps(TurnContext turn, Vocabulary vocabulary, TimeZoneInfo zone)
{
    public TurnContext Turn => turn;
    public Vocabulary Vocabulary => vocabulary;
    public TimeZoneInfo Zone => zone;
    public CrmFocus? Focus => CrmFocus.Of(turn);

    public ToolResult? ResultOf(string tool) => turn.ResultOf(tool);

    public static Decision Show(ToolResult result) =>
        Decision.Say(new TurnReply(CrmRules.Id, result.Next is { } next ? $"{result.Summary} {next}" : result.Summary) { Parts = result.Parts });

    /// <summary>The last word of a turn; a question that was open is answered with it.</summary>
    public Decision Reply(string text, params ReplyPart[] parts)
    {
        OpenQuestion.Close(turn);
        return Decision.Say(new TurnReply(CrmRules.Id, text) { Parts = parts });
    }

    public Decision Reply(ToolResult result)
    {
        OpenQuestion.Close(turn);
        return Show(result);
    }

    /// <summary>Asks, and remembers for what.</summary>
    public Decision Ask(string text, OpenQuestion question, params ReplyPart[] parts)
    {
        question.Save(turn);
        return Decision.Say(new TurnReply(CrmRules.Id, text) { Parts = parts });
    }

    /// <summary>Prepares a change; it stays open for edits until the person has decided.</summary>
    public Decision Write(CrmAsk ask, string tool, JsonObject arguments)
    {
        arguments["confirm"] = false;
        new OpenQuestion(OpenKind.Preview, ask) { Tool = tool, Arguments = arguments.ToJsonString() }.Save(turn);
        return Decision.Tool(tool, arguments);
    }

    public static JsonArray Array(IEnumerable<string> items) => new([.. items.Select(i => (JsonNode)i)]);
}
