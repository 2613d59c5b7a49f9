using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Agents.Turns.Numbers;

/// <summary>A model's reply after the rule.</summary>
/// <param name="Dropped">Sentences that were left out.</param>
internal sealed record CheckedReply(string Text, int Dropped);

/// <summary>
/// No number without a parent: each price, percentage and quantity in a model's reply has to stand in a tool's result of the turn, in
/// the conversation, or in the person's own words. A sentence with another one is left out, and the person is told.
/// </summary>
internal static partial class NumberRule
{
    private const string Notice =
        "_I left out {0} with a number I cannot trace to our catalog, the CRM, a calculation or your own words. Ask me to look it up or work it out._";

    public static CheckedReply Check(string reply, TurnContext turn)
    {
        if (!MayHoldNumbers(reply))
        {
            return new CheckedReply(reply, 0);
        }

        var known = KnownNumbers.Of(turn);
        var (kept, dropped) = (new StringBuilder(reply.Length), 0);
        foreach (var line in reply.Split('\n'))
        {
            var sentences = Boundary().Split(line);
            var good = sentences.Where(s => !HoldsOrphan(s, known)).ToList();
            dropped += sentences.Length - good.Count;
            if (good.Count == sentences.Length || good.Any(s => Letters().IsMatch(s)))
            {
                kept.Append(string.Join(' ', good)).Append('\n');
            }
        }

        var text = kept.ToString().Trim();
        if (HoldsOrphan(text, known)) // a number that is only one across lines
        {
            (text, dropped) = ("", dropped + 1);
        }

        return dropped == 0 ? new CheckedReply(reply, 0) : new CheckedReply($"{text}\n\n{Told(dropped)}".Trim(), dropped);
    }

    private static string Told(int dropped) =>
        Notice.Replace("{0}", dropped == 1 ? "a sentence" : "some sentences", StringComparison.Ordinal);

    private static bool HoldsOrphan(string text, IReadOnlyList<StatedNumber> known) =>
        NumberReader.Read(text).Any(n => !n.IsSmallTalk && !known.Any(n.ComesFrom));

    private static bool MayHoldNumbers(string text) => text.Any(char.IsNumber) || InWords().IsMatch(text);

    /// <summary>Between two sentences of a line.</summary>
    [GeneratedRegex(@"(?<=[.!?][""”*_)]{0,3})\s+(?=[""“*_(\[]{0,3}[\p{Lu}\d$-])")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\b(?:half|dozen|hundred|thousand|grand|million|couple|few|\w+teen|\w+ty|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine)\b", RegexOptions.IgnoreCase)]
    private static partial Regex InWords();
}
