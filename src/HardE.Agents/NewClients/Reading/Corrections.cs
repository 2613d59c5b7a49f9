using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Words by which people take something back.</summary>
internal static partial class Corrections
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>True when the writer takes back what stood before this text.</summary>
    public static bool IsRetraction(string between) => Retraction.IsMatch(between);

    /// <summary>True when a message changes something that was said before.</summary>
    public static bool IsCorrection(string text) => Correction.IsMatch(text);

    [GeneratedRegex(@"\b(?:wait|sorry|scratch|actually|correction|i mean|i meant|no,|no wait|oops|my bad|rather|strike that|make that|not that)\b|\.\.\.\s*no\b|\bno\b\s*[,.]?\s*(?:it'?s|its|sorry|just|the)\b|[?]\s*no\b|\bnope\b", Options)]
    private static partial Regex Retraction { get; }

    [GeneratedRegex(@"\b(?:change[sd]?|correct(?:ion|ed)?|wrong|sorry|instead|make (?:that|it|the)|should be|should read|should have|meant|i mean|scratch|update|fix|typo|oops|actually|replace the|not that|new (?:number|phone|address|e-?mail)|backwards|mixed up|misspel\w*|mistyped|spelled|spelt|after all|no longer|rather than|swap|edit)\b|^\s*(?:no|nope|wait|hold on)\b|\bnot\s+\w+[.!]?\s*$|,\s*not\s|\buse\s+(?=[\d(\w.]*[\d@])|\bit'?s\s+(?:really|actually)\b", Options)]
    private static partial Regex Correction { get; }
}
