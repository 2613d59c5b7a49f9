using System.Text.Json;
using HardE.Agents.Roster;
using HardE.Agents.Triage;
using HardE.Agents.Turns;
using HardE.Tests.Roster;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Triage;

/// <summary>Conversations with triage alone: the real agents, their examples, and stand-in tools of their names.</summary>
internal sealed class RoutingCases
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero);
    private static readonly AgentConfigFile File = AgentConfigFile.Read(ConfigFiles.RealPath);

    public static readonly AgentRoster Roster = AgentRoster.From(File, ConfigFiles.Today);
    public static readonly Lazy<UtteranceClassifier> Classifier = new(() => UtteranceClassifier.Train(Roster));

    private readonly TriageRules rules = new(
        Roster, Classifier,
        new HelpTexts(Roster, [.. File.Config.Tools.Keys.Select(t => new NamedTool(t) { Scopes = [Permissions.CrmRead] })]),
        Options.Create(new TriageOptions()));

    /// <summary>What triage decides on the last of these messages; earlier ones were answered by whom it chose.</summary>
    public async Task<Decision> DecideAsync(params string[] turns) => await DecideAsync(Roles.Director, turns);

    public async Task<Decision> DecideAsync(string role, string[] turns, params string[] documents)
    {
        Decision decision = new Decision.Unsure();
        var history = new List<TranscriptLine>();
        foreach (var text in turns)
        {
            var request = new TurnRequest("t", "c", new Speaker("u-1", "Pat", role), text, new ReplyAddress("terminal", "local", "x"), Now);
            var stored = documents.ToDictionary(d => $"{d}:u-1", _ => new StoredDocument("{}", 1, TimeSpan.FromDays(7)));
            decision = await rules.DecideAsync(new TurnContext(request, new StateBag(stored), [.. history]), default);
            history.Add(new TranscriptLine("user", "Pat", text, Now));
            history.Add(new TranscriptLine("assistant", Agent(decision), "…", Now));
        }

        return decision;
    }

    /// <summary>The agent that answers.</summary>
    public static string Agent(Decision decision) => decision is Decision.HandOver over ? over.Agent : Roster.Entry.Id;

    /// <summary>Cases of a file: messages and the agents that may answer the last one.</summary>
    public static IEnumerable<(string Id, string[] Turns, string[] Agents)> Read(string path)
    {
        foreach (var line in System.IO.File.ReadLines(path).Where(l => l.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            var expect = document.RootElement.GetProperty("expect");
            yield return (
                document.RootElement.GetProperty("id").GetString()!,
                Strings(document.RootElement.GetProperty("turns")),
                expect.TryGetProperty("agent", out var one) ? [one.GetString()!] : Strings(expect.GetProperty("any_of")));
        }
    }

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];
}
