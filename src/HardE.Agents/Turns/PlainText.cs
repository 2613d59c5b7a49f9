using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Agents.Turns;

/// <summary>A message as agents read it: no control or invisible characters, no pasted HTML, one spelling of the same letter.</summary>
internal static partial class PlainText
{
    public static string Of(string said)
    {
        var text = WithoutInvisible(said);
        if (AnyTag().IsMatch(text))
        {
            text = Hidden().Replace(text, " ");
            text = LineTag().Replace(text, "\n");
            text = WebUtility.HtmlDecode(AnyTag().Replace(text, " "));
            text = string.Join('\n', Gaps().Replace(text, " ").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        return text.Trim().Normalize(NormalizationForm.FormC);
    }

    private static string WithoutInvisible(string said)
    {
        var text = new StringBuilder(said.Length);
        foreach (var rune in said.EnumerateRunes())
        {
            var kind = Rune.GetUnicodeCategory(rune);
            if (kind is UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D)) // joiners belong to emoji and to Persian
            {
                continue;
            }

            var blank = (kind is UnicodeCategory.Control && rune.Value is not ('\n' or '\t')) || rune.Value is 0xFFFD or 0xA0;
            text.Append(blank ? " " : rune.ToString());
        }

        return text.ToString();
    }

    private const string Names = "a|abbr|article|b|blockquote|body|br|center|code|dd|div|dl|dt|em|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|o:p|ol|p|pre|s|script|section|small|span|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|u|ul";

    /// <summary>Tags by name only: "Ana &lt;ana@example.com&gt;" and "&lt;3 bids" are no HTML.</summary>
    [GeneratedRegex(@"</?(?:" + Names + @")(?:\s[^<>]*)?/?>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"<(script|style|head|title)\b[^<>]*>.*?</\1\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<br\s*/?>|</(?:p|div|tr|li|h[1-6]|blockquote|table)\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex LineTag();

    [GeneratedRegex(@"[ \t]{2,}")]
    private static partial Regex Gaps();
}
