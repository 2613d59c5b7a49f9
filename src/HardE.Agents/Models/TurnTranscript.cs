using System.Globalization;
using System.Text;
using System.Text.Json;
using HardE.Agents.Roster;
using HardE.Agents.Turns;
using Microsoft.Extensions.AI;

namespace HardE.Agents.Models;

/// <summary>The turn as messages for a model: instructions, history, what was said, what tools answered.</summary>
/// <param name="company">Name of the company, for the instructions.</param>
/// <param name="resultBytes">Bytes of one tool result that the model sees.</param>
internal sealed class TurnTranscript(string company, int resultBytes)
{
    private const int LettersPerToken = 3;

    /// <summary>Messages in order, repaired: each call has its result.</summary>
    /// <param name="tokens">Tokens that history may take.</param>
    /// <param name="trusted">Names of tools whose results nobody else wrote.</param>
    public List<ChatMessage> Of(AgentDefinition agent, TurnContext turn, int tokens, IReadOnlySet<string> trusted)
    {
        var messages = new List<ChatMessage> { new(ChatRole.System, Instructions(agent, turn)) };
        messages.AddRange(History(turn, tokens * LettersPerToken));
        messages.Add(new ChatMessage(ChatRole.User, turn.Text));
        foreach (var step in turn.Steps)
        {
            messages.Add(new ChatMessage(ChatRole.Assistant, [ModelCalls.Read(step.Call.Id, step.Call.Tool, Raw(step.Call.Arguments))]));
            messages.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(step.Call.Id, Result(step, trusted.Contains(step.Call.Tool)))]));
        }

        return TranscriptRepair.Repair(messages);
    }

    private string Instructions(AgentDefinition agent, TurnContext turn) => Prompt.Fill(agent.Instructions, new Dictionary<string, string>
    {
        ["company"] = company,
        ["speaker"] = OneLine(turn.Speaker.Name),
        ["role"] = turn.Speaker.Role,
        ["today"] = turn.Now.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture),
    });

    // The newest lines that fit. In a room with several people each line says who spoke.
    private static IEnumerable<ChatMessage> History(TurnContext turn, int letters)
    {
        var several = turn.History.Where(l => l.Role == "user").Select(l => l.Name).Distinct().Count() > 1;
        var kept = new Stack<ChatMessage>();
        foreach (var line in turn.History.Reverse().Where(l => l.Text.Length > 0))
        {
            letters -= line.Text.Length;
            if (letters < 0)
            {
                break;
            }

            kept.Push(line.Role == "user"
                ? new ChatMessage(ChatRole.User, several ? $"{OneLine(line.Name)}: {line.Text}" : line.Text)
                : new ChatMessage(ChatRole.Assistant, line.Text));
        }

        return kept;
    }

    // What others wrote goes in as one JSON string: it cannot look like a member of our own, or like an instruction.
    private string Result(ToolStep step, bool trusted)
    {
        if (AgentRoster.TransferTarget(step.Call.Tool) is { } target)
        {
            return TurnJson.Write(new { assistant = target });
        }

        var content = Limit(TurnJson.Write(new { step.Result.Summary, step.Result.Data, step.Result.Next }));
        return trusted
            ? TurnJson.Write(new { step.Result.Ok, step.Result.Outcome, Result = content })
            : TurnJson.Write(new { step.Result.Ok, step.Result.Outcome, Origin = $"tool:{step.Call.Tool}", UntrustedText = content });
    }

    // Head and tail of what is too long.
    private string Limit(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= resultBytes)
        {
            return text;
        }

        var half = resultBytes / 2 / 2; // a letter may take two bytes and more
        return $"{text[..half]} … [{text.Length - (2 * half)} characters left out] … {text[^half..]}";
    }

    private static string Raw(JsonElement arguments) => arguments.ValueKind == JsonValueKind.Undefined ? "{}" : arguments.GetRawText();

    private static string OneLine(string name) => name.ReplaceLineEndings(" ");
}
