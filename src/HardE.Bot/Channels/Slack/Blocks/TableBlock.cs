using System.Globalization;

namespace HardE.Bot.Channels.Slack.Blocks;

/// <summary>Rows under headings: at most 100 rows, 20 columns and 10,000 characters; one in a message.</summary>
internal sealed record TableBlock : Block
{
    private const int MostRows = 100;
    /// <summary>Wider tables are drawn in plain characters.</summary>
    public const int MostColumns = 20;
    private const int MostCharacters = 9_500;
    private const int MostInCell = 300;

    private TableBlock(IReadOnlyList<IReadOnlyList<RawText>> rows, IReadOnlyList<ColumnSetting> columns) =>
        (Rows, ColumnSettings) = (rows, columns);

    public IReadOnlyList<IReadOnlyList<RawText>> Rows { get; }
    public IReadOnlyList<ColumnSetting> ColumnSettings { get; }

    public override string ToText() =>
        string.Join('\n', Rows.Select(row => string.Join(" | ", row.Select(cell => Mrkdwn.Escape(cell.Text)))));

    /// <summary>Draws a table as few blocks as Slack allows; the headings are repeated in each.</summary>
    public static IReadOnlyList<TableBlock> Of(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var headings = Row(columns, columns.Count);
        var settings = headings.Select((_, column) => new ColumnSetting(IsNumeric(rows, column) ? "right" : "left")).ToArray();
        var tables = new List<TableBlock>();
        var page = new List<IReadOnlyList<RawText>> { headings };
        var size = SizeOf(headings);
        foreach (var row in rows.Select(r => Row(r, columns.Count)))
        {
            if (page.Count == MostRows || size + SizeOf(row) > MostCharacters)
            {
                tables.Add(new TableBlock([.. page], settings));
                page = [headings];
                size = SizeOf(headings);
            }

            page.Add(row);
            size += SizeOf(row);
        }

        tables.Add(new TableBlock(page, settings));
        return tables;
    }

    private static RawText[] Row(IReadOnlyList<string> cells, int columns) =>
        [.. Enumerable.Range(0, Math.Clamp(columns, 1, MostColumns)).Select(c => new RawText(c < cells.Count ? cells[c] : "", MostInCell))];

    private static int SizeOf(IReadOnlyList<RawText> row) => row.Sum(cell => cell.Text.Length);

    private static bool IsNumeric(IReadOnlyList<IReadOnlyList<string>> rows, int column) =>
        rows.Count > 0 && rows.All(row => column >= row.Count || row[column].Length == 0
            || decimal.TryParse(row[column].Trim('$', '%', ' '), NumberStyles.Number, CultureInfo.InvariantCulture, out _));
}

/// <summary>A table's cell: literal text.</summary>
internal sealed record RawText
{
    public RawText(string text, int most) => Text = BlockText.Some(BlockText.Cut(BlockText.Quiet(text.ReplaceLineEndings(" ")), most));

    public string Type { get; } = "raw_text";
    public string Text { get; }
}

/// <summary>How a column is drawn.</summary>
internal sealed record ColumnSetting(string Align)
{
    public bool IsWrapped { get; } = true;
}
