using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace HardE.Bot.Commands;

/// <summary>Markdown in a terminal: bold, italic, code, lists, quotes; everything else as its text.</summary>
internal static class MarkdownView
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseSoftlineBreakAsHardlineBreak().DisableHtml().Build();

    public static IRenderable Of(string markdown) => new Rows(
        Markdown.Parse(markdown, Pipeline).SelectMany(block => Lines(block, "")).Select(line => new Markup(line)));

    private static IEnumerable<string> Lines(Block block, string indent)
    {
        switch (block)
        {
            case HeadingBlock heading:
                yield return $"{indent}[bold underline]{Inlines(heading.Inline)}[/]";
                break;
            case ListBlock list:
                var number = 1;
                foreach (var item in list.OfType<ListItemBlock>())
                {
                    var mark = list.IsOrdered ? $"{number++}. " : "• ";
                    var first = true;
                    foreach (var line in item.SelectMany(b => Lines(b, "")))
                    {
                        yield return $"{indent}{(first ? mark : "  ")}{line}";
                        first = false;
                    }
                }

                yield return "";
                break;
            case CodeBlock code:
                yield return $"[grey]{Markup.Escape(code.Lines.ToString())}[/]";
                break;
            case QuoteBlock quote:
                foreach (var line in quote.SelectMany(b => Lines(b, "")))
                {
                    yield return line.Length == 0 ? "" : $"{indent}[grey]│[/] {line}";
                }

                break;
            case LeafBlock leaf:
                yield return indent + Inlines(leaf.Inline);
                yield return "";
                break;
        }
    }

    private static string Inlines(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            text.Append(inline switch
            {
                EmphasisInline { DelimiterCount: >= 2 } bold => $"[bold]{Inlines(bold)}[/]",
                EmphasisInline italic => $"[italic]{Inlines(italic)}[/]",
                CodeInline code => $"[cyan]{Markup.Escape(code.Content)}[/]",
                LinkInline link => $"{Inlines(link)} ({Markup.Escape(link.Url ?? "")})",
                LineBreakInline => "\n",
                LiteralInline literal => Markup.Escape(literal.Content.ToString()),
                ContainerInline other => Inlines(other),
                _ => Markup.Escape(inline.ToString() ?? ""),
            });
        }

        return text.ToString();
    }
}
