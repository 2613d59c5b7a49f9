using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Reads a table that was pasted with its heading: each row becomes "heading: value" lines over the same words.</summary>
internal static partial class CsvLead
{
    /// <returns>One list of pieces a row; empty when the text holds no table of leads.</returns>
    public static IReadOnlyList<IReadOnlyList<TextPiece>> Rows(string text)
    {
        var lines = Line.Matches(text).ToList();
        var headAt = lines.FindIndex(l => Heads(l.Value) is { Count: >= 3 } heads && heads.Count(h => Known.IsMatch(h)) >= 3 && heads.Count(h => Known.IsMatch(h)) * 2 > heads.Count);
        if (headAt < 0)
        {
            return [];
        }

        var separator = lines[headAt].Value.Contains('\t', StringComparison.Ordinal) ? '\t' : lines[headAt].Value.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var names = Heads(lines[headAt].Value);
        var rows = new List<IReadOnlyList<TextPiece>>();
        foreach (var line in lines.Skip(headAt + 1))
        {
            var cells = Cells(line, separator);
            if (cells.Count >= names.Count - 2 && cells.Count >= 3)
            {
                rows.Add([.. cells.Zip(names).Select(c => new TextPiece(c.First.Start, c.First.Length, $"\n{Rename(c.Second)}: "))]);
            }
        }

        return rows;
    }

    private static List<string> Heads(string line) =>
        [.. line.Split((char[])[',', '\t', ';']).Select(h => h.Trim(' ', '"', '\r').Replace('_', ' '))];

    private static List<(int Start, int Length)> Cells(Match line, char separator)
    {
        var cells = new List<(int, int)>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line.Value[i] == '"')
            {
                quoted = !quoted;
            }
            else if (i == line.Length || (line.Value[i] == separator && !quoted))
            {
                cells.Add((line.Index + start, i - start));
                start = i + 1;
            }
        }

        return cells;
    }

    private static string Rename(string head) => head.ToUpperInvariant() switch
    {
        "FIRST" or "FNAME" or "FIRSTNAME" => "first name",
        "LAST" or "LNAME" or "LASTNAME" => "last name",
        "ADDRESS1" or "ADDRESS 1" or "ADDR" => "street",
        "JOB" or "TRADE" or "TRADES" or "WORK" or "TYPE" => "project",
        "TEL" or "MOBILE NUMBER" => "phone",
        "SOURCE" => "lead source",
        "REP" => "rep",
        _ => head,
    };

    [GeneratedRegex(@"[^\n]+")]
    private static partial Regex Line { get; }

    [GeneratedRegex(@"^(?:first|last|first ?name|last ?name|fname|lname|name|full name|customer|phone|cell|mobile|tel|email|e-mail|address\d?|street|city|town|state|st|zip|zip ?code|postal code|service|job|trade|trades|work|project|source|lead source|notes?|comments?|company|rep|type|description|unit|apt)$", RegexOptions.IgnoreCase)]
    private static partial Regex Known { get; }
}
