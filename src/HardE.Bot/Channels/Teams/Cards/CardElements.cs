using System.Text.Json.Serialization;

namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>A piece of a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
internal abstract record CardElement
{
    public bool? Separator { get; init; }
    public CardSpacing? Spacing { get; init; }

    /// <summary>Shown by clients that do not know this kind of element.</summary>
    public CardElement? Fallback { get; init; }

    /// <summary>This element and all inside it.</summary>
    public IEnumerable<CardElement> WithChildren() => Children().SelectMany(c => c.WithChildren()).Prepend(this);

    protected virtual IEnumerable<CardElement> Children() => [];
}

internal enum CardSpacing { None, Small, Default, Medium, Large }

internal enum CardColor { Default, Accent, Good, Warning, Attention }

internal enum CardTextSize { Small, Default, Medium, Large }

internal enum CardWeight { Lighter, Default, Bolder }

internal enum CardContainerStyle { Default, Emphasis, Good, Attention, Warning, Accent }

/// <summary>Text with bold, italic, lists and links; it always wraps.</summary>
internal sealed record TextBlock : CardElement
{
    public TextBlock(string text) => Text = CardRules.Said(text, "text");

    public string Text { get; }
    public bool Wrap { get; } = true;
    public CardTextSize? Size { get; init; }
    public CardWeight? Weight { get; init; }
    public CardColor? Color { get; init; }
    public bool? IsSubtle { get; init; }

    /// <summary><c>heading</c> for titles: screen readers can jump to them.</summary>
    public string? Style { get; init; }

    public static TextBlock Heading(string text) => new(text) { Style = "heading", Weight = CardWeight.Bolder, Size = CardTextSize.Medium };

    public static TextBlock Small(string text) => new(text) { Size = CardTextSize.Small, IsSubtle = true, Spacing = CardSpacing.Small };
}

/// <summary>Labels and values in two columns.</summary>
internal sealed record FactSet : CardElement
{
    public FactSet(IReadOnlyList<CardFact> facts) => Facts = CardRules.Some(facts, "facts");

    public IReadOnlyList<CardFact> Facts { get; }
}

internal sealed record CardFact
{
    public CardFact(string title, string value)
    {
        Title = CardRules.Said(title, "label");
        Value = CardRules.Said(value, "value");
    }

    public string Title { get; }
    public string Value { get; }
}

/// <summary>Elements that belong together.</summary>
internal sealed record Container : CardElement
{
    public Container(IReadOnlyList<CardElement> items) => Items = CardRules.Some(items, "group");

    public IReadOnlyList<CardElement> Items { get; }
    public CardContainerStyle? Style { get; init; }

    protected override IEnumerable<CardElement> Children() => Items;
}

/// <summary>Elements side by side.</summary>
internal sealed record ColumnSet : CardElement
{
    public ColumnSet(IReadOnlyList<Column> columns) => Columns = CardRules.Some(columns, "columns");

    public IReadOnlyList<Column> Columns { get; }

    protected override IEnumerable<CardElement> Children() => Columns.SelectMany(c => c.Items);
}

/// <summary>One of several columns; its width is <c>auto</c>, <c>stretch</c>, or a weight such as <c>2</c>.</summary>
internal sealed record Column
{
    public Column(string width, IReadOnlyList<CardElement> items)
    {
        Width = CardRules.Said(width, "column width");
        Items = CardRules.Some(items, "column");
    }

    public string Type { get; } = "Column";
    public string Width { get; }
    public IReadOnlyList<CardElement> Items { get; }
}

/// <summary>Rows of cells; the first row is the heading.</summary>
internal sealed record Table : CardElement
{
    /// <param name="weights">One a column: how wide it is beside the others.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than the table has columns.</exception>
    public Table(IReadOnlyList<int> weights, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Columns = [.. CardRules.Some(weights, "columns").Select(w => new TableColumn(w))];
        Rows = [.. CardRules.Some(rows, "rows").Select((cells, i) => cells.Count == weights.Count
            ? new TableRow([.. cells.Select(c => TableCell.Of(c, heading: i == 0))])
            : throw new ArgumentException("A row of a table has another number of cells.", nameof(rows)))];
    }

    public IReadOnlyList<TableColumn> Columns { get; }
    public bool FirstRowAsHeaders { get; } = true;
    public bool ShowGridLines { get; init; }
    public IReadOnlyList<TableRow> Rows { get; }

    protected override IEnumerable<CardElement> Children() => Rows.SelectMany(r => r.Cells).SelectMany(c => c.Items);
}

internal sealed record TableColumn
{
    public TableColumn(int width) => Width = width > 0 ? width : throw new ArgumentOutOfRangeException(nameof(width));

    public int Width { get; }
}

internal sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public string Type { get; } = "TableRow";
}

internal sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    public string Type { get; } = "TableCell";

    public static TableCell Of(string text, bool heading) =>
        new([new TextBlock(CardText.OrDash(text)) { Weight = heading ? CardWeight.Bolder : null }]);
}

/// <summary>A row of buttons.</summary>
internal sealed record ActionSet : CardElement
{
    public ActionSet(IReadOnlyList<CardAction> actions) => Actions = CardRules.AtMost(CardRules.Some(actions, "buttons"), CardRules.MostButtons, "button row");

    public IReadOnlyList<CardAction> Actions { get; }
}
