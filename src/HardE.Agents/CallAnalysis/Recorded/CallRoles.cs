using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Agents.CallAnalysis.Recorded;

/// <summary>One voice of a recording, for the person who says whose it is.</summary>
/// <param name="Share">Part of all words, 0 to 1.</param>
public sealed record CallVoice(string Speaker, int Turns, double Share, string FirstWords);

/// <summary>Which voice is the rep's: guessed by code, confirmed by a person.</summary>
public static partial class CallRoles
{
    private const double PauseSeconds = 5;

    public static IReadOnlyList<CallVoice> Voices(IReadOnlyList<RawLine> said)
    {
        var all = Math.Max(1, said.Sum(l => Transcript.Words(l.Text)));
        return
        [
            .. said.GroupBy(l => l.Speaker, StringComparer.OrdinalIgnoreCase)
                .Select(g => new CallVoice(g.Key, g.Count(), (double)g.Sum(l => Transcript.Words(l.Text)) / all, Short(g.First().Text)))
                .OrderByDescending(v => v.Share),
        ];
    }

    /// <summary>The voice that speaks most like a rep; a proposal, never used without a person's word.</summary>
    public static string Guess(IReadOnlyList<RawLine> said) => said.GroupBy(l => l.Speaker, StringComparer.OrdinalIgnoreCase)
        .MaxBy(g => g.Sum(l => RepWords().Count(l.Text) + (TechniqueSigns.ByRep.Any(t => t.Said.IsMatch(l.Text)) ? 2 : 0) - ObjectionSigns.All.Count(o => o.Said.IsMatch(l.Text))))!.Key;

    /// <summary>The talk in the form of the call library: <c>REP:</c> and <c>HOMEOWNER:</c> lines, pauses in brackets.</summary>
    /// <param name="said">As the file has it.</param>
    /// <param name="rep">The voice that a person named as the rep's.</param>
    /// <exception cref="FormatException">Nobody of that name speaks, or nobody else does.</exception>
    public static string Write(IReadOnlyList<RawLine> said, string rep)
    {
        string[] others = [.. said.Select(l => l.Speaker).Distinct(StringComparer.OrdinalIgnoreCase).Where(s => !s.Equals(rep, StringComparison.OrdinalIgnoreCase))];
        if (others.Length == 0 || !said.Any(l => l.Speaker.Equals(rep, StringComparison.OrdinalIgnoreCase)))
        {
            throw new FormatException(others.Length == 0 ? "only one person speaks in it." : $"nobody called '{rep}' speaks in it; the voices are {string.Join(", ", others)}.");
        }

        var talk = new StringBuilder();
        double? end = null;
        foreach (var line in said)
        {
            if (line.From - end is { } silence and >= PauseSeconds)
            {
                talk.Append(CultureInfo.InvariantCulture, $"(Pause, {Math.Round(silence):0} seconds.)\n");
            }

            talk.Append(Role(line.Speaker, rep, others)).Append(": ").Append(Spaces().Replace(line.Text, " ")).Append('\n');
            end = line.To;
        }

        return talk.ToString();
    }

    private static string Role(string speaker, string rep, string[] others)
    {
        var at = Array.FindIndex(others, o => o.Equals(speaker, StringComparison.OrdinalIgnoreCase));
        return speaker.Equals(rep, StringComparison.OrdinalIgnoreCase) ? "REP" : at == 0 ? "HOMEOWNER" : $"HOMEOWNER {(at + 1).ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";

    [GeneratedRegex(@"\b(?:we|our|warranty|crew|estimate|inspect\w*|measure\w*|schedule|install\w*|material|contract|sign|i'll send|let me show)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RepWords();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
