using System.Text;

namespace HardE.Bot.Channels.Slack;

/// <summary>A table in plain characters, for places where Slack draws none.</summary>
internal static class PlainTable
{
    private const int WidestColumn = 40;

    /// <param name="rows">The heading row first.</param>
    public static string Draw(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
        {
            return "";
        }

        var cells = rows.Select(row => row.Select(Cell).ToArray()).ToArray();
        var widths = Enumerable.Range(0, cells.Max(row => row.Length))
            .Select(column => cells.Max(row => column < row.Length ? row[column].Length : 0)).ToArray();
        var text = new StringBuilder();
        for (var row = 0; row < cells.Length; row++)
        {
            text.Append(string.Join("  ", cells[row].Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
            if (row == 0)
            {
                text.AppendJoin("  ", widths.Select(width => new string('-', width))).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Cell(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length > WidestColumn ? line[..(WidestColumn - 1)] + "…" : line;
    }
}
