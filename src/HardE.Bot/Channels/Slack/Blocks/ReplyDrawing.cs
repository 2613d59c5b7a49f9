using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Slack.Blocks;

/// <summary>Draws a reply as Slack messages: the same reply that Teams draws as cards.</summary>
internal static class ReplyDrawing
{
    /// <summary>What one text-only message holds.</summary>
    private const int MostText = 3_900;

    /// <param name="reply">What to draw.</param>
    /// <param name="style">How.</param>
    /// <param name="extras">What Slack adds under the last message.</param>
    public static IReadOnlyList<SlackDraft> Draw(TurnReply reply, DrawingStyle style, IReadOnlyList<Block> extras)
    {
        var page = new DraftWriter();
        page.AddText(Mrkdwn.FromMarkdown(reply.Text));
        foreach (var part in reply.Parts)
        {
            Draw(part, style, page);
        }

        page.AddUnder(extras);
        return style == DrawingStyle.Text ? [.. page.Finish().SelectMany(TextOnly)] : page.Finish();
    }

    private static IEnumerable<SlackDraft> TextOnly(SlackDraft draft) =>
        draft.Audio is not null
            ? [draft]
            : Splitter.Split(string.Join("\n\n", draft.Blocks.Select(b => b.ToText())), MostText).Select(t => new SlackDraft(t, []));

    private static void Draw(ReplyPart part, DrawingStyle style, DraftWriter page)
    {
        switch (part)
        {
            case ReceiptPart receipt:
                DrawReceipt(receipt, page);
                break;
            case FactsPart facts:
                page.AddText($"*{Mrkdwn.Escape(facts.Title)}*");
                DrawFacts(facts.Facts, page);
                break;
            case TablePart table:
                DrawTable(table, style, page);
                break;
            case ButtonsPart buttons:
                AddButtons(buttons.Buttons.Select(b => Button.Press(page.NextButton(), b.Label, b.Token, StyleOf(b.Style))), page);
                break;
            case CitationsPart citations:
                DrawCitations(citations.Sources, page);
                break;
            case LinkPart link:
                DrawLink(link.Label, link.Address, page);
                break;
            case ProgressPart progress:
                page.AddText(string.Join('\n', progress.Steps.Select(Line).Prepend($"*{Mrkdwn.Escape(progress.Title)}*")));
                break;
            case AudioPart audio:
                page.Add(audio);
                break;
        }
    }

    private static void DrawReceipt(ReceiptPart receipt, DraftWriter page)
    {
        page.AddText($"✅ *{Mrkdwn.Escape(receipt.Title)}*");
        DrawFacts(receipt.Facts, page);
        var buttons = new List<Button>();
        if (receipt.Link is { } link && Button.Open(page.NextButton(), "Open record", link) is { } open)
        {
            buttons.Add(open);
        }

        if (receipt.UndoToken is { Length: > 0 } undo)
        {
            buttons.Add(Button.Press(page.NextButton(), "Undo", undo, style: null));
        }

        AddButtons(buttons, page);
    }

    private static void DrawFacts(IReadOnlyList<Fact> facts, DraftWriter page)
    {
        foreach (var group in facts.Where(f => !IsLong(f)).Chunk(SectionBlock.MostFields))
        {
            page.Add(new SectionBlock(group.Select(f => (f.Label, f.Value))));
        }

        foreach (var fact in facts.Where(IsLong))
        {
            page.AddText($"*{Mrkdwn.Escape(fact.Label)}*\n{Mrkdwn.Escape(fact.Value)}");
        }
    }

    /// <summary>A long value gets the whole width, so that none of it is cut.</summary>
    private static bool IsLong(Fact fact) => fact.Value.Length > 300 || fact.Label.Length > 100;

    private static void DrawTable(TablePart table, DrawingStyle style, DraftWriter page)
    {
        page.AddText($"*{Mrkdwn.Escape(table.Title)}*");
        if (style == DrawingStyle.Rich && table.Columns.Count is > 0 and <= TableBlock.MostColumns)
        {
            foreach (var block in TableBlock.Of(table.Columns, table.Rows))
            {
                page.Add(block);
            }

            return;
        }

        page.AddText($"```\n{Mrkdwn.Escape(PlainTable.Draw([table.Columns, .. table.Rows]))}\n```");
    }

    private static void DrawCitations(IReadOnlyList<Citation> sources, DraftWriter page)
    {
        var lines = sources.Select((source, at) =>
        {
            var title = Mrkdwn.Link(source.Link?.OriginalString, source.Title) ?? Mrkdwn.Escape(source.Title);
            return string.Create(CultureInfo.InvariantCulture, $"[{at + 1}] {title}: “{Mrkdwn.Escape(source.Quote)}”");
        });
        foreach (var group in lines.Chunk(ContextBlock.Most))
        {
            page.Add(new ContextBlock(group));
        }
    }

    private static void DrawLink(string label, Uri address, DraftWriter page)
    {
        if (Button.Open(page.NextButton(), label, address) is { } open)
        {
            page.Add(new ActionsBlock([open]));
        }
        else
        {
            page.AddText(Mrkdwn.Escape($"{label}: {address.OriginalString}"));
        }
    }

    private static void AddButtons(IEnumerable<Button> buttons, DraftWriter page)
    {
        foreach (var group in buttons.Chunk(ActionsBlock.Most))
        {
            page.Add(new ActionsBlock(group));
        }
    }

    private static string Line(ProgressStep step)
    {
        var mark = step.State switch { "done" => "✅", "running" => "⏳", "failed" => "❌", "skipped" => "➖", _ => "▫️" };
        var detail = string.IsNullOrEmpty(step.Detail) ? "" : $" – {Mrkdwn.Escape(step.Detail)}";
        return $"{mark} {Mrkdwn.Escape(step.Name.Replace('_', ' '))}{detail}";
    }

    private static string? StyleOf(ButtonStyle style) => style switch
    {
        ButtonStyle.Primary => "primary",
        ButtonStyle.Danger => "danger",
        _ => null,
    };
}
