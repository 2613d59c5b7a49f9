using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.CallAnalysis;

/// <summary>Techniques that no single line shows: silence, monologue, a story that was let run, features as an answer, no isolating.</summary>
internal static partial class CallShape
{
    private const int MonologueWords = 80;
    private const int AboutUs = 6;
    private const int StoryWords = 30;
    private const int Features = 4;
    private const int PauseSeconds = 5;

    public static IEnumerable<CallSign> Of(Transcript call, IReadOnlyList<CallSign> objections)
    {
        var said = call.Said;
        if (call.Asides.FirstOrDefault(a => Seconds(a.Text) >= PauseSeconds) is { Text: { } pause } aside)
        {
            yield return new CallSign("silence", aside.Line, pause);
        }

        if (said.FirstOrDefault(u => u.ByRep && Transcript.Words(u.Text) >= MonologueWords && Ours().Count(u.Text) >= AboutUs) is { } talk)
        {
            yield return new CallSign("monologue", talk.Line, talk.Text);
        }

        for (var i = 0; i + 1 < said.Count; i++)
        {
            if (said[i].ByRep && !said[i + 1].ByRep && AsksForStory().IsMatch(said[i].Text) && Transcript.Words(said[i + 1].Text) >= StoryWords)
            {
                yield return new CallSign("let-them-tell-the-story", said[i].Line, said[i].Text);
                break;
            }
        }

        foreach (var sign in AfterObjection(call, objections))
        {
            yield return sign;
        }
    }

    /// <summary>What came after the first objection: a list of features, or nothing that finds the reason.</summary>
    private static IEnumerable<CallSign> AfterObjection(Transcript call, IReadOnlyList<CallSign> objections)
    {
        if (objections.Count == 0)
        {
            yield break;
        }

        var first = objections.Min(o => o.Line);
        var after = call.Said.Where(u => u.ByRep && u.Line > first).ToList();
        if (after.FirstOrDefault(u => FeatureWord().Count(u.Text) >= Features && !u.Text.Contains('?', StringComparison.Ordinal)) is { } list)
        {
            yield return new CallSign("feature-list", list.Line, list.Text);
        }

        var tried = after.Any(u => FindsReason().IsMatch(u.Text) || TechniqueSigns.ByRep.Any(t => t.Said.IsMatch(u.Text)));
        if (CallEnd.Of(call) is { Outcome: "lost" } && !tried)
        {
            yield return objections.First(o => o.Line == first) with { Code = "no-isolation" };
        }
    }

    private static int Seconds(string aside)
    {
        var found = Pause().Match(aside);
        return !found.Success ? 0
            : int.TryParse(found.Groups["n"].Value, CultureInfo.InvariantCulture, out var number) ? number
            : Array.IndexOf(Numbers, found.Groups["n"].Value.ToLowerInvariant()) + 1;
    }

    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "twenty"];

    [GeneratedRegex(@"^(?:long )?(?:pause|silence)\b.{0,12}?\b(?<n>\d+|[a-z]+) seconds?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pause();

    [GeneratedRegex(@"\b(?:we|we're|we've|our|us)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ours();

    [GeneratedRegex(@"\bwhat happened\b|tell me (?:the story|what happened|about (?:it|that|him|them))|how did that go", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForStory();

    [GeneratedRegex(@"\b(?:seamless|hangers?|aluminum|sealed|outlets?|coil|gauge|screws?|nails|vents?|layers?|barrier|underlayment|starter|warranty|argon|low-?e|foam|vinyl|insulat\w+|coating|frames?|glass)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FeatureWord();

    [GeneratedRegex(@"\banything (?:else|about)\b|(?:is|was) it (?:only|just|the) |what (?:makes|would|made)|compared with|if (?:that|it) (?:was|were)|which (?:part|of)|when (?:could|would|can|will) (?:he|she|they)|what is there to", RegexOptions.IgnoreCase)]
    private static partial Regex FindsReason();
}
