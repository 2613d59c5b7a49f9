using System.Globalization;
using System.Text;
using HardE.Agents.Voice;

namespace HardE.Jobs.Video;

/// <summary>Words on the screen for a while, in seconds.</summary>
internal sealed record Caption(string Text, double Start, double End);

/// <summary>Cuts what is said into captions of two lines, with times from the real sound.</summary>
internal static class Captions
{
    private const int TwoLines = 92;
    private const double Bridged = 0.5;

    /// <summary>A caption stays until the next one when the pause between is short, so that nothing flickers.</summary>
    public static IReadOnlyList<Caption> From(IReadOnlyList<NarratedSection> sections)
    {
        var found = sections.SelectMany(s => s.Sentences).SelectMany(Pieces).ToList();
        for (var i = 0; i < found.Count; i++)
        {
            var until = i + 1 < found.Count && found[i + 1].Start - found[i].End < Bridged ? found[i + 1].Start : found[i].End + 0.2;
            found[i] = found[i] with { End = until };
        }

        return found;
    }

    /// <summary>Writes WebVTT: <see href="https://www.w3.org/TR/webvtt1/"/>.</summary>
    public static string ToWebVtt(IEnumerable<Caption> captions)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (var caption in captions)
        {
            var words = caption.Text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"\n{Time(caption.Start)} --> {Time(caption.End)}\n{words}\n");
        }

        return text.ToString();
    }

    /// <summary>A long sentence is shown piece by piece, each for its share of the letters.</summary>
    private static IEnumerable<Caption> Pieces(NarratedSentence sentence)
    {
        var count = (int)Math.Ceiling((double)sentence.Text.Length / TwoLines);
        var even = Math.Min(TwoLines, (sentence.Text.Length / Math.Max(1, count)) + 16);
        string[] pieces = [.. Sentences.Cut(sentence.Text, even)];
        var perLetter = (sentence.End - sentence.Start) / Math.Max(1, pieces.Sum(p => p.Length));
        var start = sentence.Start;
        foreach (var piece in pieces)
        {
            var end = start + (piece.Length * perLetter);
            yield return new Caption(piece, start, end);
            start = end;
        }
    }

    private static string Time(double seconds) => TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
