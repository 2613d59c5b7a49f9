using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>
/// Draws one part of a reply. Everything in a part is other people's words (names, notes, catalog rows), so all of it
/// is put on the card as plain text.
/// </summary>
internal static class PartDrawing
{
    private const int LongestTitle = 200;
    private const int LongestValue = 600;
    private const int LongestQuote = 500;
    private const int LongestTranscript = 6_000;
    private const int LongestParagraph = 1_500;
    private const int FactsInOneSet = 12;

    /// <param name="chosen">Token of the button that was pressed, when the card is drawn as used.</param>
    public static IEnumerable<CardElement> Draw(ReplyPart part, string? chosen) => part switch
    {
        ReceiptPart receipt => Receipt(receipt, chosen),
        TablePart table => TableDrawing.Draw(table),
        FactsPart facts => Titled(facts.Title, Facts(facts.Facts)),
        ButtonsPart buttons => Buttons(buttons, chosen),
        CitationsPart citations => Citations(citations),
        AudioPart audio => Audio(audio),
        LinkPart link => Link(link),
        ProgressPart progress => Progress(progress),
        _ => [],
    };

    private static IEnumerable<CardElement> Receipt(ReceiptPart receipt, string? chosen)
    {
        yield return new Container(
            [TextBlock.Heading($"✓ {Text(receipt.Title, LongestTitle)}") with { Color = CardColor.Good }])
        {
            Separator = true,
        };
        foreach (var facts in Facts(receipt.Facts))
        {
            yield return facts;
        }

        List<CardAction> buttons = [];
        if (receipt.Link is { } address && CardRules.IsLink(address))
        {
            buttons.Add(new OpenUrlAction("Open the record", address));
        }

        if (receipt.UndoToken is { Length: > 0 } undo && chosen is null)
        {
            buttons.Add(new ExecuteAction("Undo", new PressData(undo)));
        }

        if (buttons.Count > 0)
        {
            yield return new ActionSet(buttons);
        }

        if (chosen is not null && chosen == receipt.UndoToken)
        {
            yield return TextBlock.Small("You pressed: Undo");
        }
    }

    private static IEnumerable<CardElement> Buttons(ButtonsPart part, string? chosen)
    {
        if (chosen is null)
        {
            return part.Buttons.Where(b => b.Label.Trim().Length > 0).Chunk(CardRules.MostButtons)
                .SelectMany(row => CardSize.Fit(row, few => new ActionSet([.. few.Select(Button)])));
        }

        return part.Buttons.FirstOrDefault(b => b.Token == chosen) is { } pressed
            ? [TextBlock.Small($"You pressed: {Text(pressed.Label, LongestTitle)}")]
            : [];
    }

    private static CardAction Button(ReplyButton button) => new ExecuteAction(CardText.Clip(button.Label, 75), new PressData(button.Token))
    {
        Style = button.Style switch
        {
            ButtonStyle.Primary => "positive",
            ButtonStyle.Danger => "destructive",
            _ => null,
        },
    };

    private static IEnumerable<CardElement> Citations(CitationsPart part)
    {
        if (part.Sources.Count == 0)
        {
            yield break;
        }

        yield return TextBlock.Heading("Sources") with { Separator = true };
        foreach (var (source, number) in part.Sources.Select((s, i) => (s, i + 1)))
        {
            yield return new TextBlock(string.Create(CultureInfo.InvariantCulture, $"[{number}] {Text(source.Title, LongestTitle)}"));
            if (source.Quote.Length > 0)
            {
                yield return TextBlock.Small($"“{Text(source.Quote, LongestQuote)}”");
            }

            if (source.Link is { } address && CardRules.IsLink(address))
            {
                yield return new ActionSet([new OpenUrlAction("Open the source", address)]);
            }
        }
    }

    private static IEnumerable<CardElement> Audio(AudioPart audio)
    {
        var length = TimeSpan.FromSeconds(Math.Max(0, audio.Seconds));
        yield return TextBlock.Heading($"♪ {Text(audio.Name, LongestTitle)}") with { Separator = true };
        yield return TextBlock.Small($"{(int)length.TotalMinutes}:{length.Seconds:00} minutes. The words that are spoken:");
        foreach (var piece in TeamsText.Split(CardText.Clip(audio.Transcript.Trim(), LongestTranscript), LongestParagraph))
        {
            yield return new TextBlock(Text(piece, LongestParagraph)) { Spacing = CardSpacing.Small };
        }
    }

    private static IEnumerable<CardElement> Link(LinkPart link) => CardRules.IsLink(link.Address)
        ? [new ActionSet([new OpenUrlAction(CardText.Clip(CardText.OrDash(link.Label), 75), link.Address)])]
        : [];

    private static IEnumerable<CardElement> Progress(ProgressPart progress) =>
        Titled(progress.Title, progress.Steps.Select(Step));

    private static ColumnSet Step(ProgressStep step)
    {
        var (mark, color, word) = step.State switch
        {
            "done" => ("✓", CardColor.Good, "done"),
            "running" => ("●", CardColor.Accent, "running"),
            "failed" => ("✗", CardColor.Attention, "failed"),
            "skipped" => ("–", CardColor.Default, "skipped"),
            _ => ("○", CardColor.Default, "waiting"),
        };
        var name = new TextBlock(step.Detail is { Length: > 0 } detail
            ? $"{Text(step.Name, LongestTitle)}: {Text(detail, LongestTitle)}"
            : Text(step.Name, LongestTitle));
        return new ColumnSet(
        [
            new Column("auto", [new TextBlock(mark) { Color = color }]),
            new Column("stretch", [name]),
            new Column("auto", [new TextBlock(word) { IsSubtle = true }]),
        ])
        {
            Spacing = CardSpacing.Small,
        };
    }

    private static IEnumerable<CardElement> Titled(string title, IEnumerable<CardElement> elements)
    {
        if (title.Length > 0)
        {
            yield return TextBlock.Heading(Text(title, LongestTitle)) with { Separator = true };
        }

        foreach (var element in elements)
        {
            yield return element;
        }
    }

    private static IEnumerable<CardElement> Facts(IReadOnlyList<Fact> facts) => facts.Chunk(FactsInOneSet)
        .SelectMany(few => CardSize.Fit(few, some => new FactSet([.. some.Select(Labelled)])));

    private static CardFact Labelled(Fact fact) => new(Text(fact.Label, LongestTitle), Text(fact.Value, LongestValue));

    private static string Text(string text, int most) => CardText.OrDash(CardText.Plain(text, most));
}
