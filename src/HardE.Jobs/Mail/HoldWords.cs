using System.Text.RegularExpressions;

namespace HardE.Jobs.Mail;

/// <summary>Whether the asker wants to see the film before the homeowner gets it.</summary>
internal static partial class HoldWords
{
    public static bool Ask(string ownWords) => Hold().IsMatch(NoHold().Replace(ownWords, " "));

    /// <summary>The same words without the hold phrases: what is left may be a name.</summary>
    public static string Without(string text) => Hold().Replace(NoHold().Replace(text, " "), " ");

    [GeneratedRegex(
        @"\b(?:no\s+need\s+to\s+(?:hold|review|wait)|(?:don'?t|do\s+not)\s+(?:hold|wait)|no\s+(?:hold|review)(?:\s+(?:needed|necessary|required))?|without\s+(?:a\s+)?(?:hold|review)|on\s+hold\s+since|hold\s+off|(?:don'?t|do\s+not)\s+need\s+to\s+(?:see|review|approve|hold)(?:\s+it)?|get\s+hold\s+of|household|hold\s+music)\b",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NoHold();

    [GeneratedRegex(
        @"\bhold(?:\s+(?:it|that|this|the\s+(?:video|email|e-mail|link|send|sending)|for\s+(?:me|review|my)|before|until|back|on\s+to\s+it|onto\s+it))*\b
          |\b(?:do\s+not|don'?t|dont|not|never|no)\s+(?:yet\s+)?(?:send|e-?mail|mail|release|share|forward|deliver|text|sending|emailing)(?:\s+\w+){0,8}
          |\bbefore\s+(?:it|this|that|the\s+video|anything|we|you)\s+(?:goes?|is\s+sent|gets?|send|leaves|release)(?:\s+\w+){0,4}
          |\b(?:let|allow)\s+(?:me|us)\s+(?:see|watch|review|check|approve|preview|look|have\s+a\s+look|take\s+a\s+look)(?:\s+\w+){0,3}
          |\b(?:i|we)(?:'d|\s+would|'ll)?\s*(?:want|like|love|need|prefer|have|will)?\s*(?:to)?\s*(?:see|watch|review|check|approve|preview)\s+(?:it|this|that|the\s+video|the\s+film|the\s+result|one)(?:\s+first|\s+before\b(?:\s+\w+){0,4})?
          |\breview(?:\s+(?:copy|it|first|before|link|only|please))+(?:\s+to\s+me)?(?:\s+first)?
          |\b(?:for|pending|after|until|with)\s+(?:my|our)\s+(?:review|approval|okay|ok|sign-?off|go(?:-?ahead)?|eyes)\b|\bfor\s+(?:review|approval)\b|\b(?:my|our)\s+eyes\s+only\b
          |\b(?:send|show|e-?mail|copy|link)?\s*(?:it|the\s+video|copy|this|a\s+copy|the\s+link)?\s*(?:only\s+)?to\s+(?:me|us)\s+(?:first|only|for\s+review)\b|\b(?:to\s+me|me)\s+first\b|\bonly\s+to\s+me\b|\bshow\s+(?:it\s+to\s+)?me\s+(?:it\s+|the\s+video\s+)?(?:first|before)\b
          |\b(?:check|clear\s+it|run\s+it)\s+(?:with|by|past)\s+(?:me|us)\b|\b(?:wait\s+(?:for|until)\s+(?:my|i|me|our)\b(?:\s+\w+){0,3})
          |\b(?:draft|preview|review|internal|approval)\s+(?:only|first|mode)\b|\breview\s+first\b|\bas\s+a\s+draft\b|\bnot\s+(?:to|for)\s+(?:the\s+)?(?:client|customer|homeowner|her|him|them)\b(?:\s+yet)?|\bkeep\s+it\s+(?:internal|with\s+me|back)\b|\buntil\s+i(?:'ve|\s+have)?\s+(?:say|approve|approved|seen|ok|okay|watched|looked|give|reviewed|confirm)\b(?:\s+\w+){0,2}",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Hold();
}
