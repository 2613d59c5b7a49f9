using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Agents.Knowledge;

/// <summary>Reads a Markdown document: front matter, summary, labelled sections, list items and table rows.</summary>
internal static partial class DocumentParser
{
    /// <summary>Longer documents are not knowledge pages; they are left out and named in the log.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null when the bytes are too many, not UTF-8, or empty.</summary>
    public static KnowledgeDocument? Parse(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > MaxBytes || Decode(bytes) is not { } text)
        {
            return null;
        }

        var (labels, body) = FrontMatter(text.ReplaceLineEndings("\n").TrimStart('\uFEFF'));
        var name = path[..^Path.GetExtension(path).Length];
        var paragraphs = Blank().Split(body.Trim()).Where(p => p.Trim().Length > 0).ToList();
        if (paragraphs.Count == 0)
        {
            return null;
        }

        var title = labels.GetValueOrDefault("title") ?? name[(name.LastIndexOf('/') + 1)..].Replace('-', ' ');
        return new KnowledgeDocument(
            labels.GetValueOrDefault("id") ?? name, name, name.Split('/')[0], title, Plain(paragraphs[0]), body)
        {
            Trade = labels.GetValueOrDefault("trade") ?? "any",
            Updated = DateOnly.TryParseExact(labels.GetValueOrDefault("updated"), "yyyy-MM-dd", out var day) ? day : null,
            Sections = SectionReader.Read(paragraphs),
            Labels = labels,
        };
    }

    /// <summary>Text as a person reads it: no bold, no link targets, no table bars.</summary>
    public static string Plain(string markdown) =>
        Spaces().Replace(Marks().Replace(Links().Replace(markdown, "$1"), ""), " ").Trim();

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static (Dictionary<string, string> Labels, string Body) FrontMatter(string text)
    {
        var labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!text.StartsWith("---\n", StringComparison.Ordinal) || text.IndexOf("\n---", 4, StringComparison.Ordinal) is not (> 0 and var end))
        {
            return (labels, text);
        }

        foreach (var line in text[4..end].Split('\n'))
        {
            if (line.Split(':', 2) is [var key, var value] && key.Trim() is { Length: > 0 } named)
            {
                labels[named] = Value(value.Trim());
            }
        }

        var rest = text.IndexOf('\n', end + 1);
        return (labels, rest < 0 ? "" : text[(rest + 1)..]);
    }

    private static string Value(string written) => written switch
    {
        ['[', .. var list, ']'] => string.Join('|', list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        ['"', .. var quoted, '"'] => quoted.Replace("\\\"", "\"", StringComparison.Ordinal),
        _ => written.ToString(CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|^#+\s*|`", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
