using System.Text.RegularExpressions;

namespace HardE.Jobs.Mail;

/// <summary>Cuts own words into sentences: wrapped lines are joined, list marks dropped, abbreviations kept together.</summary>
internal static partial class MailSentences
{
    public static IReadOnlyList<string> Split(string own)
    {
        var lines = new List<string>();
        foreach (var raw in own.Split('\n'))
        {
            var line = ListMark().Replace(raw.Trim(), "");
            if (lines.Count > 0 && line.Length > 0 && Continues(lines[^1], line) && line == raw.Trim())
            {
                lines[^1] += " " + line;
            }
            else
            {
                lines.Add(line);
            }
        }

        return [.. lines.SelectMany(l => End().Split(l)).Select(s => s.Trim()).Where(s => s.Length > 0)];
    }

    private static bool Continues(string before, string next) =>
        before.Length > 0 && !Label().IsMatch(next) && !Label().IsMatch(before)
        && !".!?:;".Contains(before[^1], StringComparison.Ordinal)
        && (before.Length >= 60 || char.IsLower(next[0]) || OpenEnd().IsMatch(before));

    /// <summary>A full stop ends a sentence unless it stands after a title, an initial or "no.".</summary>
    [GeneratedRegex(@"(?<=[!?])\s+|(?<=(?<!\b(?:mr|mrs|ms|dr|st|jr|sr|no|rev|fr|prof|approx|appt|ave|rd|vs|inc|co|\p{L}))\.)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex End();

    [GeneratedRegex(@"^(?:\d{1,2}[.)]\s+|[-*\u2022]\s+)")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"^[\p{L}#][\p{L} .#/]{0,24}:\s*\S?")]
    private static partial Regex Label();

    [GeneratedRegex(@"(?:\b(?:for|to|the|and|of|a|with|at|on|in|mr|mrs|ms|please)\.?|[,\u2013-])$", RegexOptions.IgnoreCase)]
    private static partial Regex OpenEnd();
}
