using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HardE.Jobs.Mail;

/// <summary>An HTML mail as the text a person sees; what it quotes is marked with <c>&gt;</c>.</summary>
internal static partial class HtmlMail
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
        { "P", "DIV", "BR", "TR", "LI", "UL", "OL", "TABLE", "H1", "H2", "H3", "H4", "H5", "H6", "HR", "BLOCKQUOTE", "PRE", "SECTION" };

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
        { "SCRIPT", "STYLE", "HEAD", "TITLE", "TEMPLATE", "NOSCRIPT", "OBJECT", "IFRAME" };

    public static string ToText(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        var lines = new StringBuilder();
        if (document.Body is { } body)
        {
            Walk(body, lines, quoted: false, depth: 0);
        }

        return ManyLines().Replace(lines.ToString().Replace('\u00a0', ' '), "\n\n").Trim();
    }

    private static void Walk(INode node, StringBuilder lines, bool quoted, int depth)
    {
        if (depth > 200)
        {
            return; // nobody writes mail like this
        }

        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    lines.Append(Spaces().Replace(text.Data, " "));
                    break;
                case IElement element when !Unseen.Contains(element.TagName) && !IsHidden(element):
                    var quote = quoted || IsQuote(element);
                    var block = Blocks.Contains(element.TagName);
                    Break(lines, block, quote);
                    Walk(element, lines, quote, depth + 1);
                    Break(lines, block, quoted);
                    break;
            }
        }
    }

    private static void Break(StringBuilder lines, bool block, bool quoted)
    {
        if (block)
        {
            lines.Append(quoted ? "\n> " : "\n");
        }
    }

    private static bool IsQuote(IElement element) => element.TagName == "BLOCKQUOTE"
        || element.ClassList.Contains("gmail_quote") || element.ClassList.Contains("moz-cite-prefix")
        || element.Id is "divRplyFwdMsg" or "appendonsend";

    /// <summary>Words nobody can see are not words of the mail.</summary>
    private static bool IsHidden(IElement element) => element.HasAttribute("hidden")
        || HiddenStyle().IsMatch(element.GetAttribute("style") ?? "");

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])|mso-hide\s*:\s*all", RegexOptions.IgnoreCase)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n\s*\n\s*")]
    private static partial Regex ManyLines();
}
