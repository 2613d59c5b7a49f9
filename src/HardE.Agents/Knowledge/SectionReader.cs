using System.Text.RegularExpressions;

namespace HardE.Agents.Knowledge;

/// <summary>Cuts paragraphs into sections: a bold label or heading opens one, list items and table rows belong to it.</summary>
internal static partial class SectionReader
{
    private const int TurnsTogether = 4;

    public static IReadOnlyList<KnowledgeSection> Read(IReadOnlyList<string> paragraphs)
    {
        var sections = new List<KnowledgeSection>();
        var heading = "";
        foreach (var paragraph in paragraphs)
        {
            var lines = paragraph.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
            if (lines[0].StartsWith('|'))
            {
                sections.AddRange(Rows(lines));
            }
            else if (lines.All(l => Turn().IsMatch(l)))
            {
                sections.AddRange(lines.Chunk(TurnsTogether).Select(c => new KnowledgeSection("", [.. c.Select(DocumentParser.Plain)])));
            }
            else
            {
                heading = AddParagraph(sections, lines, heading);
            }
        }

        return sections;
    }

    /// <summary>Adds a paragraph's sections; returns the heading that is open after it.</summary>
    private static string AddParagraph(List<KnowledgeSection> sections, List<string> lines, string heading)
    {
        if (lines is [var only] && HeadingLine().Match(only) is { Success: true } alone)
        {
            return DocumentParser.Plain(alone.Value).TrimEnd('.', ':');
        }

        var label = heading;
        var sentences = new List<string>();
        var list = false;
        foreach (var line in lines)
        {
            var item = Item().Match(line);
            var text = item.Success ? line[item.Length..] : line;
            if (Label().Match(text) is { Success: true } bold)
            {
                Close();
                label = DocumentParser.Plain($"{Digits().Match(item.Value).Value} {bold.Groups[1].Value}").TrimEnd('.', ':', ',');
                heading = "";
                text = text[bold.Length..];
            }

            list |= item.Success;
            sentences.AddRange(item.Success ? [DocumentParser.Plain(text)] : Split(DocumentParser.Plain(text)));
        }

        Close();
        return heading;

        void Close()
        {
            var told = sentences.Where(s => s.Length > 0).ToArray();
            if (told.Length > 0)
            {
                sections.Add(new KnowledgeSection(label, told, list));
            }

            sentences.Clear();
            list = false;
        }
    }

    /// <summary>A table row is a section: its first cell the label, the rest with their column names.</summary>
    private static IEnumerable<KnowledgeSection> Rows(List<string> lines)
    {
        var head = Cells(lines[0]);
        foreach (var line in lines.Skip(1).Where(l => !Rule().IsMatch(l)))
        {
            var cells = Cells(line);
            var told = cells.Skip(1).Select((c, i) => i + 1 < head.Length ? $"{head[i + 1]}: {c}" : c);
            yield return new KnowledgeSection(cells.Length > 0 ? $"{head[0]} {cells[0]}" : "", [.. told], IsList: true);
        }
    }

    private static string[] Cells(string line) =>
        [.. line.Trim('|').Split('|').Select(c => DocumentParser.Plain(c))];

    public static IReadOnlyList<string> Split(string text) =>
        [.. SentenceEnd().Split(text).Select(s => s.Trim()).Where(s => s.Length > 0)];

    [GeneratedRegex(@"^(#{1,6}\s+.+|\*\*[^*]+\*\*:?)$")]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"^(?:[-*]\s+|\d{1,2}[.)]?\s+(?=\S))")]
    private static partial Regex Item();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\*\*((?:\d+\s+)?[^*]{2,60})\*\*[.:,]?\s*")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(REP|HOMEOWNER|CUSTOMER|AGENT)\b[^:]{0,20}:|^\(")]
    private static partial Regex Turn();

    [GeneratedRegex(@"^[|\s:-]+$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<=[.?!][""”']?)\s+(?=[""“'\p{Lu}\d(])")]
    private static partial Regex SentenceEnd();
}
