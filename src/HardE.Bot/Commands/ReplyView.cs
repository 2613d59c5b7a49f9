using System.Globalization;
using HardE.Agents.Turns;
using Spectre.Console;
using Spectre.Console.Rendering;
using TablePart = HardE.Agents.Turns.TablePart;

namespace HardE.Bot.Commands;

/// <summary>A reply as a terminal shows it: markdown, tables, numbered choices.</summary>
internal static class ReplyView
{
    public static IRenderable Of(TurnReply reply)
    {
        var rows = new List<IRenderable> { new Markup($"[bold blue]{Markup.Escape(reply.Agent)}[/]"), MarkdownView.Of(reply.Text) };
        rows.AddRange(reply.Parts.Where(p => p is not CitationsPart || !reply.ListsSources).Select(Of).OfType<IRenderable>());
        rows.AddRange(Choices(reply).Select((b, i) => new Markup($"  [yellow]{i + 1}[/] {Markup.Escape(b.Label)}")));
        return new Rows(rows);
    }

    /// <summary>All choices of a reply, in the order of their numbers.</summary>
    public static IReadOnlyList<ReplyButton> Choices(TurnReply reply) =>
    [
        .. reply.Parts.OfType<ButtonsPart>().SelectMany(b => b.Buttons),
        .. reply.Parts.OfType<ReceiptPart>().Where(r => r.UndoToken is not null).Select(r => new ReplyButton($"Undo: {r.Title}", r.UndoToken!)),
    ];

    private static IRenderable? Of(ReplyPart part) => part switch
    {
        TablePart table => Of(table),
        FactsPart facts => Facts(facts.Title, facts.Facts, Color.Grey),
        ReceiptPart receipt => Facts("✔ " + receipt.Title, receipt.Facts, Color.Green),
        CitationsPart citations => new Rows(citations.Sources.Select((c, i) =>
            new Markup($"[grey][[{i + 1}]] {Markup.Escape(c.Title)} ({Markup.Escape(c.Id)})[/]"))),
        AudioPart audio => new Markup($"[green]♪[/] {Markup.Escape(audio.Name)} ({audio.Seconds.ToString("0", CultureInfo.InvariantCulture)} s)"),
        LinkPart link => new Markup($"{Markup.Escape(link.Label)}: [link]{Markup.Escape(link.Address.ToString())}[/]"),
        ProgressPart progress => new Rows(
            [new Markup($"[bold]{Markup.Escape(progress.Title)}[/]"), .. progress.Steps.Select(Of)]),
        _ => null,
    };

    private static Markup Of(ProgressStep step)
    {
        var sign = step.State switch { "done" => "[green]✔[/]", "running" => "[yellow]▶[/]", "failed" => "[red]✘[/]", "skipped" => "[grey]-[/]", _ => "[grey]·[/]" };
        return new Markup($"  {sign} {Markup.Escape(step.Name)} [grey]{Markup.Escape(step.Detail ?? "")}[/]");
    }

    private static Table Of(TablePart part)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(part.Title));
        table.AddColumns([.. part.Columns.Select(c => new TableColumn(Markup.Escape(c)))]);
        foreach (var row in part.Rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        return table;
    }

    private static Panel Facts(string title, IReadOnlyList<Fact> facts, Color color)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var fact in facts)
        {
            grid.AddRow($"[grey]{Markup.Escape(fact.Label)}[/]", Markup.Escape(fact.Value));
        }

        return new Panel(new Rows(new Markup($"[bold]{Markup.Escape(title)}[/]"), grid)).BorderColor(color).Border(BoxBorder.Rounded);
    }
}
