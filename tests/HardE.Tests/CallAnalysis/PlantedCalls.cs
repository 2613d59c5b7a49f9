using System.Text;
using HardE.Agents.Knowledge;

namespace HardE.Tests.CallAnalysis;

/// <summary>A made-up call and what was planted in it.</summary>
internal sealed record PlantedCall(KnowledgeDocument Document, string Outcome, IReadOnlyList<string> Objections, IReadOnlyList<string> Techniques);

/// <summary>
/// Calls put together by a seeded generator from lines that people say; no labels at their heads, no text of the twelve samples.
/// </summary>
internal static class PlantedCalls
{
    private static readonly string[] Chat =
    [
        "REP: Thanks for having me today.", "HOMEOWNER: Come on in, watch the dog.", "REP: How long have you lived here?", "HOMEOWNER: Since two thousand nine.", "REP: I walked around the outside first.",
        "HOMEOWNER: Did you see the north side?", "REP: Yes, there is some moss up there.", "HOMEOWNER: We noticed that last fall.", "REP: The edges are worn and the vents are small.", "HOMEOWNER: I see.",
        "REP: We protect the bushes and run a magnet over the lawn at the end.", "HOMEOWNER: That's good to hear.", "REP: The crew is usually here by eight.", "HOMEOWNER: And how loud is it?", "REP: Loud for a day, then it is quiet.", "HOMEOWNER: What about the gutters?",
    ];

    public static IReadOnlyList<PlantedCall> Make(int count, int seed, PlantedWords words)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Make(i, random, words))];
    }

    private static PlantedCall Make(int number, Random random, PlantedWords words)
    {
        var outcome = words.Endings.Keys.ElementAt(number % words.Endings.Count);
        var objections = Pick(words.Objections.Keys, random.Next(0, 3), random);
        var techniques = Pick(words.Techniques.Keys, random.Next(0, 4), random).Except(outcome == "follow_up" ? ["dated-next-step"] : []).ToList();
        List<string> middle = [.. objections.Select(o => $"HOMEOWNER: {One(words.Objections[o], random)}"), .. techniques.Select(t => $"REP: {One(words.Techniques[t], random)}")];
        middle.AddRange(Enumerable.Range(0, random.Next(3, 9)).Select(_ => One(Chat, random)));
        string[] lines = [Chat[0], .. middle.OrderBy(_ => random.Next()), .. One(words.Endings[outcome], random)];
        var body = new StringBuilder("A made-up call.\n\nSetting: one house. Names are samples.\n\n").AppendJoin('\n', lines).Append('\n');
        var document = new KnowledgeDocument($"call-{100 + number}", $"SALES_DIRECTOR_CALLS/call-{100 + number}", KnowledgeBases.Calls, "A made-up call", "A made-up call.", body.ToString());
        IEnumerable<string> atTheEnd = outcome == "follow_up" ? ["dated-next-step"] : lines[^2].Contains("don't need", StringComparison.Ordinal) || lines[^2].Contains("to replace", StringComparison.Ordinal) || lines[^2].Contains("wouldn't replace", StringComparison.Ordinal) ? ["honest-no"] : [];
        return new PlantedCall(document, outcome, objections, [.. techniques.Concat(atTheEnd)]);
    }

    private static List<string> Pick(IEnumerable<string> from, int count, Random random) => [.. from.OrderBy(_ => random.Next()).Take(count)];

    private static T One<T>(IReadOnlyList<T> from, Random random) => from[random.Next(from.Count)];
}
