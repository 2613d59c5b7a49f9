using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.CallAnalysis.Recorded;

/// <summary>A piece of a recording as the transcription has it.</summary>
/// <param name="Speaker">As the file names the voice; empty where it names none.</param>
/// <param name="From">Seconds from the start; null without times.</param>
public sealed record RawLine(string Speaker, string Text, double? From = null, double? To = null);

/// <summary>A transcript file as it came: WebVTT, SubRip, or lines of <c>Name: words</c>.</summary>
public static partial class RawCall
{
    /// <summary>Reads a file's text; neighbouring pieces of one voice become one.</summary>
    /// <exception cref="FormatException">No voice is named in it, or nobody speaks; the message says what is missing.</exception>
    public static IReadOnlyList<RawLine> Read(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF');
        var pieces = Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".vtt" or ".srt" => Cues(lines),
            _ => Lines(lines),
        };
        var said = pieces.Where(p => p.Text.Length > 0).ToList();
        return said.Count == 0 ? throw new FormatException("nobody speaks in it; a transcript has lines such as \"Anna: Good evening\".")
            : said.TrueForAll(p => p.Speaker.Length == 0) ? throw new FormatException("it names no speakers. Export the transcript with speaker names, or put \"Name:\" before each line.")
            : Joined(said);
    }

    /// <summary>Cues of WebVTT and SubRip: a line of times, then the words; <c>&lt;v Name&gt;</c> or <c>Name:</c> names the voice.</summary>
    private static IEnumerable<RawLine> Cues(string text)
    {
        foreach (var block in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Split('\n');
            var at = Array.FindIndex(lines, l => Times().IsMatch(l));
            if (at < 0)
            {
                continue; // head, note, style
            }

            var times = Times().Match(lines[at]);
            foreach (var spoken in Voices(string.Join(' ', lines[(at + 1)..]).Trim()))
            {
                yield return spoken with { From = Seconds(times.Groups["from"].Value), To = Seconds(times.Groups["to"].Value) };
            }
        }
    }

    private static IEnumerable<RawLine> Voices(string words)
    {
        var voices = Voice().Matches(words);
        return voices.Count == 0
            ? [Named(Tag().Replace(words, ""))]
            : voices.Select(v => new RawLine(v.Groups["who"].Value.Trim(), Tag().Replace(v.Groups["said"].Value, "").Trim()));
    }

    private static IEnumerable<RawLine> Lines(string text)
    {
        RawLine? open = null;
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var next = Named(Stamp().Replace(line, ""));
            if (next.Speaker.Length == 0 && open is not null)
            {
                open = open with { Text = $"{open.Text} {next.Text}" }; // a wrapped line
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = next;
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static RawLine Named(string words) => Speaker().Match(words) is { Success: true } named
        ? new RawLine(named.Groups["who"].Value.Trim(), named.Groups["said"].Value.Trim()) : new RawLine("", words.Trim());

    private static List<RawLine> Joined(List<RawLine> said)
    {
        var joined = new List<RawLine>();
        foreach (var next in said)
        {
            var same = joined.Count > 0 && (next.Speaker.Length == 0 || next.Speaker == joined[^1].Speaker);
            if (same)
            {
                joined[^1] = joined[^1] with { Text = $"{joined[^1].Text} {next.Text}", To = next.To };
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }

    private static double Seconds(string time)
    {
        var parts = time.Replace(',', '.').Split(':').Select(p => double.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        return parts.Aggregate(0.0, (sum, part) => (sum * 60) + part);
    }

    [GeneratedRegex(@"(?<from>(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?<to>(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})")]
    private static partial Regex Times();

    [GeneratedRegex(@"<v(?:\.[^ >]*)?\s+(?<who>[^>]+)>(?<said>.*?)(?=<v[ .]|</v>|$)")]
    private static partial Regex Voice();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?<who>[\p{L}][\p{L}\p{N} .'&/-]{0,40}?)(?:\s*[\[(][\d:., ]+[\])])?\s*:\s+(?<said>.+)$")]
    private static partial Regex Speaker();

    [GeneratedRegex(@"^[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s*[-–]?\s*")]
    private static partial Regex Stamp();
}
