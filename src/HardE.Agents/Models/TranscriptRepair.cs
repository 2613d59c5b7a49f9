using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace HardE.Agents.Models;

/// <summary>
/// Makes a transcript that every model service accepts: each call has exactly one result right after it, ids are
/// unique, names are possible. A broken history is repaired here and never sent.
/// </summary>
internal static partial class TranscriptRepair
{
    /// <summary>What stands where a result is missing.</summary>
    public const string Missing = """{"ok":false,"outcome":"interrupted","result":"This call has no result: it was interrupted."}""";

    private const int MaxName = 64;

    public static List<ChatMessage> Repair(IEnumerable<ChatMessage> messages)
    {
        var given = messages.ToList();
        var results = given.SelectMany(m => m.Contents.OfType<FunctionResultContent>()).ToLookup(r => r.CallId);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var repaired = new List<ChatMessage>();
        foreach (var message in given.Where(m => m.Role != ChatRole.Tool && m.Contents.Count > 0))
        {
            var calls = message.Contents.OfType<FunctionCallContent>().ToArray();
            if (calls.Length == 0)
            {
                repaired.Add(message);
                continue;
            }

            var renamed = calls.Select(c => (Call: c, Id: Unique(c.CallId, taken), Result: ResultOf(c, results, taken))).ToArray();
            repaired.Add(new ChatMessage(ChatRole.Assistant,
            [
                .. message.Contents.Where(c => c is not FunctionCallContent),
                .. renamed.Select(r => new FunctionCallContent(r.Id, Possible(r.Call.Name), r.Call.Arguments)),
            ]));
            repaired.Add(new ChatMessage(ChatRole.Tool, [.. renamed.Select(r => new FunctionResultContent(r.Id, r.Result))]));
        }

        return repaired;
    }

    // The n-th call of an id has the n-th result of that id.
    private static object ResultOf(FunctionCallContent call, ILookup<string, FunctionResultContent> results, Dictionary<string, int> taken) =>
        results[call.CallId].ElementAtOrDefault(taken[call.CallId] - 1)?.Result ?? Missing;

    private static string Unique(string id, Dictionary<string, int> taken)
    {
        var times = taken[id] = taken.GetValueOrDefault(id) + 1;
        return times == 1 ? id : $"{id}_{times}";
    }

    private static string Possible(string name)
    {
        var possible = Impossible().Replace(name, "_");
        return possible.Length is > 0 and <= MaxName ? possible : possible.Length == 0 ? "unnamed" : possible[..MaxName];
    }

    [GeneratedRegex("[^a-zA-Z0-9_-]")]
    private static partial Regex Impossible();
}
