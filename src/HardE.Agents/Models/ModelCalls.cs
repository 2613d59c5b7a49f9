using System.Text.Json;
using HardE.Agents.Turns;
using Microsoft.Extensions.AI;

namespace HardE.Agents.Models;

/// <summary>Function calls on the way between the wire and the turn.</summary>
internal static class ModelCalls
{
    /// <summary>Member that holds arguments which are no JSON object; no tool has it, so the tool refuses them with a reason.</summary>
    public const string Unreadable = "unreadable_arguments";

    /// <summary>A call as the model wrote it; broken arguments do not throw.</summary>
    public static FunctionCallContent Read(string id, string name, string arguments)
    {
        try
        {
            using var parsed = JsonDocument.Parse(arguments.Length == 0 ? "{}" : arguments);
            if (parsed.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new FunctionCallContent(id, name, parsed.RootElement.EnumerateObject()
                    .GroupBy(m => m.Name)
                    .ToDictionary(m => m.Key, m => (object?)m.Last().Value.Clone(), StringComparer.Ordinal));
            }
        }
        catch (JsonException)
        {
            // Said below: the arguments themselves tell the tool, and through it the model, what was wrong.
        }

        return new FunctionCallContent(id, name, new Dictionary<string, object?> { [Unreadable] = arguments });
    }

    /// <summary>Arguments as JSON text for the wire.</summary>
    public static BinaryData Arguments(FunctionCallContent call) =>
        BinaryData.FromString(TurnJson.Write(call.Arguments ?? new Dictionary<string, object?>()));

    /// <summary>A result as text for the wire.</summary>
    public static string Result(FunctionResultContent result) => result.Result switch
    {
        string text => text,
        null => "",
        var data => TurnJson.Write(data),
    };

    /// <summary>The call as the turn keeps it.</summary>
    public static ToolCall ToTurn(FunctionCallContent call) => new(call.CallId, call.Name, TurnJson.Element(call.Arguments ?? new Dictionary<string, object?>()));
}
