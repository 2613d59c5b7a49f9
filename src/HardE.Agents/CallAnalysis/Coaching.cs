using System.Text.RegularExpressions;

namespace HardE.Agents.CallAnalysis;

/// <summary>What a director would say about a call, each point tied to a line of it. The same call gives the same points.</summary>
internal static partial class Coaching
{
    private const int FewQuestions = 4;
    private const int MostExamples = 3;

    public static IReadOnlyList<string> Points(Transcript call)
    {
        var points = new List<string>();
        var price = FirstPrice(call);
        var asked = call.Said.Count(u => u.ByRep && u.Text.Contains('?', StringComparison.Ordinal) && (price is null || u.Line < price.Line));
        points.Add(asked < FewQuestions
            ? $"Only {asked} question{(asked == 1 ? "" : "s")} to the homeowner {(price is null ? "in the whole call" : $"before the price (line {price.Line})")}; fewer than four is a warning."
            : $"{asked} questions {(price is null ? "in the call" : $"before the price (line {price.Line})")}: good.");
        Add(call, Pressure(), points, "This pushes, and the homeowner hears it");
        Add(call, Drop(), points, "The price moved instead of the scope");
        Add(call, Belittle(), points, "Never comment on a relative or another bidder");
        if (!call.Said.Any(u => u.ByRep && Isolated().IsMatch(u.Text)) && call.Objections.Count > 0)
        {
            points.Add($"{call.Objections[0].Code} was never isolated: “Suppose that were settled. Is there anything else?” is missing.");
        }

        if (call.Outcome is "lost" or "follow_up" && !call.Techniques.Any(t => t.Code == "dated-next-step"))
        {
            points.Add("It ended without a dated next step.");
        }

        if (call.Asides.FirstOrDefault(a => a.Text.StartsWith("Pause", StringComparison.OrdinalIgnoreCase)) is { Text: not null } pause)
        {
            points.Add($"The silence at line {pause.Line} did its work.");
        }

        return points;
    }

    /// <summary>Where the rep first names money.</summary>
    internal static Utterance? FirstPrice(Transcript call) => call.Said.FirstOrDefault(u => u.ByRep && Price().IsMatch(u.Text));

    /// <summary>Where the rep first pushes or belittles.</summary>
    internal static Utterance? FirstPressure(Transcript call) =>
        call.Said.FirstOrDefault(u => u.ByRep && (Pressure().IsMatch(u.Text) || Belittle().IsMatch(u.Text)));

    private static void Add(Transcript call, Regex sign, List<string> points, string why)
    {
        foreach (var said in call.Said.Where(u => u.ByRep && sign.IsMatch(u.Text)).Take(MostExamples))
        {
            points.Add($"{why} (line {said.Line}): “{Short(said.Text)}”");
        }
    }

    internal static string Short(string text) => text.Length <= 140 ? text : text[..140].TrimEnd() + "…";

    [GeneratedRegex(@"\b(hundred|thousand)\b|\$\d|\b\w+teen (two|five|nine)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Price();

    [GeneratedRegex(@"what is there to think about|if you decide tonight|only tonight|i really need a yes|then it goes back|the promotion is for", RegexOptions.IgnoreCase)]
    private static partial Regex Pressure();

    [GeneratedRegex(@"(tonight|today) i can do|i can maybe get to|knock off", RegexOptions.IgnoreCase)]
    private static partial Regex Drop();

    [GeneratedRegex(@"they all say that|you won't find anybody|you get what you pay for", RegexOptions.IgnoreCase)]
    private static partial Regex Belittle();

    [GeneratedRegex(@"anything else|is there anything (about|in the way)|is it only the|if (that|it) (was|were)|put .{3,40} to one side|something i didn't list", RegexOptions.IgnoreCase)]
    private static partial Regex Isolated();
}
