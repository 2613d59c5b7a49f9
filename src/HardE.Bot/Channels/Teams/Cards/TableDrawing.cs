using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>
/// Draws rows: a table while it fits the width of a phone, else one short paragraph a row. Long tables become several
/// elements, so that cards can be cut between them.
/// </summary>
internal static class TableDrawing
{
    private const int MostColumns = 4;
    private const int LongestCell = 160;
    private const int RowsInOneElement = 10;
    private const int MostRows = 200;

    public static IEnumerable<CardElement> Draw(TablePart table)
    {
        if (table.Title.Length > 0)
        {
            yield return TextBlock.Heading(CardText.OrDash(CardText.Plain(table.Title, 200))) with { Separator = true };
        }

        var columns = table.Columns.Select(Cell).ToArray();
        var rows = table.Rows.Take(MostRows)
            .Select(r => Enumerable.Range(0, columns.Length).Select(i => i < r.Count ? Cell(r[i]) : "").ToArray()).ToList();
        if (columns.Length == 0 || rows.Count == 0)
        {
            yield return TextBlock.Small("No rows.");
            yield break;
        }

        foreach (var element in rows.Chunk(RowsInOneElement).SelectMany(few => CardSize.Fit(few, some => Rows(columns, some))))
        {
            yield return element;
        }

        if (table.Rows.Count > MostRows)
        {
            yield return TextBlock.Small($"{table.Rows.Count - MostRows:N0} more rows are not shown.");
        }
    }

    private static CardElement Rows(string[] columns, IReadOnlyList<string[]> rows) =>
        columns.Length <= MostColumns ? Grid(columns, rows) : Lines(columns, rows);

    private static Container Lines(string[] columns, IReadOnlyList<string[]> rows) => new([.. rows.Select(r => Line(columns, r))]);

    private static Table Grid(string[] columns, IReadOnlyList<string[]> rows) => new(Weights(columns, rows), [columns, .. rows])
    {
        Fallback = Lines(columns, rows),
    };

    /// <summary>The first cell in bold, the others as "label value".</summary>
    private static TextBlock Line(string[] columns, string[] row)
    {
        var rest = columns.Skip(1).Zip(row.Skip(1)).Where(c => c.Second.Length > 0).Select(c => $"{c.First} {c.Second}".Trim());
        var head = CardText.OrDash(row[0]);
        return new TextBlock(string.Join("  \n", new[] { $"**{head}**", string.Join(" · ", rest) }.Where(l => l.Length > 0)));
    }

    /// <summary>Wide columns for long words, within limits: 1 to 4.</summary>
    private static int[] Weights(string[] columns, IReadOnlyList<string[]> rows) =>
        [.. columns.Select((c, i) => Math.Clamp(rows.Select(r => r[i].Length).Append(c.Length).Max() / 8, 1, 4))];

    private static string Cell(string text) => CardText.Plain(text.ReplaceLineEndings(" "), LongestCell);
}
