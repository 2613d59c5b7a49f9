using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// Markdown to Slack's mrkdwn. Everything foreign is escaped first, so no text can ping anyone; the only live marks
/// are the ones written here, and links go to http, https and mail only.
/// </summary>
internal static class Mrkdwn
{
    private const char Gap = '\u200b';
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .DisableHtml().Build();

    /// <summary>Makes any text harmless and literal.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    public static string FromMarkdown(string markdown)
    {
        try
        {
            var text = new StringBuilder(markdown.Length + 64);
            WriteAll(Markdown.Parse(markdown, Pipeline), text, "");
            return text.ToString().Trim('\n');
        }
        catch (ArgumentException)
        {
            return Escape(markdown); // nested deeper than Markdig follows
        }
    }

    /// <summary>A link that Slack draws; null for an address that is not for people to open.</summary>
    public static string? Link(string? address, string? label)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var target) || target.Scheme is not ("http" or "https" or "mailto"))
        {
            return null;
        }

        var url = target.AbsoluteUri.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("|", "%7C", StringComparison.Ordinal);
        var shown = label?.ReplaceLineEndings(" ").Replace('|', '¦').Trim();
        return string.IsNullOrEmpty(shown) ? $"<{url}>" : $"<{url}|{Escape(shown)}>";
    }

    private static void WriteAll(ContainerBlock blocks, StringBuilder text, string indent)
    {
        foreach (var block in blocks)
        {
            Write(block, text, indent);
        }
    }

    private static void Write(Block block, StringBuilder text, string indent)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Paragraph(text, indent, $"*{Plain(heading.Inline)}*");
                break;
            case ListBlock list:
                WriteList(list, text, indent);
                break;
            case QuoteBlock quote:
                WriteQuote(quote, text, indent);
                break;
            case Table table:
                Paragraph(text, "", Fence(PlainTable.Draw([.. table.OfType<TableRow>().Select(Cells)])));
                break;
            case CodeBlock code:
                Paragraph(text, "", Fence(code.Lines.ToString()));
                break;
            case ThematicBreakBlock:
                Paragraph(text, indent, "———");
                break;
            case LeafBlock leaf:
                Paragraph(text, indent, Inlines(leaf.Inline));
                break;
            case ContainerBlock container:
                WriteAll(container, text, indent);
                break;
        }
    }

    private static void WriteList(ListBlock list, StringBuilder text, string indent)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "• ";
            var inside = new StringBuilder();
            WriteAll(item, inside, "");
            var lines = inside.ToString().Trim('\n').Split('\n').Where(l => l.Length > 0).ToArray();
            text.Append(indent).Append(mark).AppendJoin('\n' + indent + "    ", lines).Append('\n');
        }

        text.Append('\n');
    }

    private static void WriteQuote(QuoteBlock quote, StringBuilder text, string indent)
    {
        var inside = new StringBuilder();
        WriteAll(quote, inside, "");
        foreach (var line in inside.ToString().Trim('\n').Split('\n'))
        {
            text.Append(indent).Append("> ").Append(line).Append('\n');
        }

        text.Append('\n');
    }

    private static void Paragraph(StringBuilder text, string indent, string content) =>
        text.Append(indent).Append(content).Append("\n\n");

    private static string Fence(string code) =>
        $"```\n{Escape(code).Replace("```", $"`{Gap}``", StringComparison.Ordinal).TrimEnd()}\n```";

    private static string[] Cells(TableRow row) =>
        [.. row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => Plain(leaf.Inline, escape: false))))];

    private static string Inlines(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            Write(inline, text);
        }

        return text.ToString();
    }

    private static void Write(Inline inline, StringBuilder text)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(Escape(literal.Content.ToString()));
                break;
            case HtmlEntityInline entity:
                text.Append(Escape(entity.Transcoded.ToString()));
                break;
            case CodeInline code:
                text.Append('`').Append(Escape(code.Content.Replace('`', '\''))).Append('`');
                break;
            case AutolinkInline auto:
                text.Append(Link(auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url, auto.Url) ?? Escape(auto.Url));
                break;
            case LinkInline link:
                var label = Plain(link, escape: false);
                text.Append(Link(link.Url, label) ?? Escape(label));
                break;
            case EmphasisInline emphasis:
                WriteEmphasis(emphasis, text);
                break;
            case LineBreakInline:
                text.Append('\n');
                break;
            case ContainerInline container:
                text.Append(Inlines(container));
                break;
        }
    }

    /// <summary>Slack sees a mark only at the edge of a word; inside one a zero-width space makes the edge.</summary>
    private static void WriteEmphasis(EmphasisInline emphasis, StringBuilder text)
    {
        var inner = Inlines(emphasis);
        var mark = emphasis.DelimiterChar == '~' ? '~' : emphasis.DelimiterCount >= 2 ? '*' : '_';
        if (text.Length > 0 && char.IsLetterOrDigit(text[^1]))
        {
            text.Append(Gap);
        }

        text.Append(mark).Append(inner).Append(mark);
        if (emphasis.NextSibling is LiteralInline { Content: { IsEmpty: false } after } && char.IsLetterOrDigit(after.CurrentChar))
        {
            text.Append(Gap);
        }
    }

    private static string Plain(ContainerInline? inlines, bool escape = true)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                CodeInline code => code.Content,
                AutolinkInline auto => auto.Url,
                LineBreakInline => " ",
                _ => "",
            });
        }

        return escape ? Escape(text.ToString()) : text.ToString();
    }
}
