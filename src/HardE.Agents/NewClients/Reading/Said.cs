using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>
/// One message while it is read: cleaned text, the way back to the user's own words, and which words are used up.
/// </summary>
internal sealed partial class Said
{
    /// <summary>Stands in <see cref="Rest"/> for a character that was read as something.</summary>
    public const char Used = '\u2588';

    private const int Longest = 20_000;
    private readonly List<int> origin = [];
    private readonly char[] rest;
    private readonly char[] told;
    private string? restText;

    public Said(string message, string text) : this(message, text, [new TextPiece(0, Math.Min(text.Length, Longest))])
    {
    }

    /// <summary>Reads parts of a message as if they were all of it: one row of a table, one lead of several.</summary>
    public Said(string message, string original, IReadOnlyList<TextPiece> pieces)
    {
        Message = message;
        Original = original;
        var clean = new StringBuilder();
        foreach (var piece in pieces)
        {
            clean.Append(piece.Label);
            origin.AddRange(Enumerable.Repeat(piece.Start, piece.Label.Length));
            Clean(original.AsSpan(piece.Start, piece.Length).ToString(), piece.Start, clean);
        }

        Text = clean.ToString();
        rest = Text.ToCharArray();
        told = Text.ToCharArray();
        Cases = CaseOf(Text);
    }

    /// <summary>Id of the turn.</summary>
    public string Message { get; }

    public string Original { get; }

    /// <summary>The message without markup, invisible characters and curly punctuation.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/> with the words already read blotted out; offsets are the same.</summary>
    public string Rest => restText ??= new string(rest);

    /// <summary><see cref="Text"/> without who and where, but with all that was said of the job.</summary>
    public string Told => new(told);

    /// <summary>How the writer uses capitals.</summary>
    public LetterCase Cases { get; }

    /// <summary>How the words not yet read use capitals, everyday words left aside: names are told by this.</summary>
    public LetterCase NameCases
    {
        get
        {
            var names = WordStart.Matches(Rest).Select(m => m.Value).Where(w => w.Length > 1 && !CommonWords.Has(w)).ToList();
            var capitals = names.Count(w => char.IsUpper(w[0]));
            return names.Count > 0 && names.TrueForAll(TidyCase.IsUpper) ? LetterCase.Upper : capitals > 0 ? LetterCase.Mixed : LetterCase.Lower;
        }
    }

    /// <summary>Blots words out: who and where they name is known.</summary>
    public void Take(int start, int length)
    {
        Blot(rest, start, length);
        Blot(told, start, length);
        restText = null;
    }

    /// <summary>Blots words out of <see cref="Rest"/> only: they also tell something of the job.</summary>
    public void Note(Capture span)
    {
        Blot(rest, span.Index, span.Length);
        restText = null;
    }

    public void Take(Capture span) => Take(span.Index, span.Length);

    public bool IsFree(int start, int length) => Rest.AsSpan(start, length).IndexOf(Used) < 0;

    /// <summary>The words at a place of <see cref="Text"/>, as the user wrote them.</summary>
    public WordSpan Span(int start, int length)
    {
        if (length <= 0 || origin.Count == 0)
        {
            return new WordSpan(Message, 0, Original);
        }

        var first = origin[Math.Min(start, origin.Count - 1)];
        var last = origin[Math.Min(start + length, origin.Count) - 1];
        return last < first ? new WordSpan(Message, first, Text.Substring(start, length)) : new WordSpan(Message, first, Original[first..(last + 1)]);
    }

    /// <summary>What stands before a place, back to the start of its line, at most <paramref name="most"/> characters.</summary>
    public string Before(int start, int most)
    {
        var line = Text.LastIndexOf('\n', Math.Max(0, start - 1));
        var from = Math.Max(start - most, start == 0 ? 0 : line + 1);
        return Text[Math.Min(from, start)..start];
    }

    /// <summary>What stands after a place, to the end of its line, at most <paramref name="most"/> characters.</summary>
    public string After(int end, int most)
    {
        var line = Text.IndexOf('\n', Math.Min(end, Text.Length));
        return Text[Math.Min(end, Text.Length)..Math.Min(end + most, line < 0 ? Text.Length : line)];
    }

    private static void Blot(char[] text, int start, int length)
    {
        for (var i = start; i < Math.Min(start + length, text.Length); i++)
        {
            text[i] = text[i] == '\n' ? '\n' : Used;
        }
    }

    private static LetterCase CaseOf(string text)
    {
        var words = WordStart.Matches(text).Select(m => m.Value).Where(w => w.Length > 1).ToList();
        var upper = words.Count(TidyCase.IsUpper);
        var lower = words.Count(w => char.IsLower(w[0]));
        return words.Count == 0 || lower == words.Count ? LetterCase.Lower
            : upper >= words.Count * 0.8 ? LetterCase.Upper
            : LetterCase.Mixed;
    }

    private void Clean(string text, int offset, StringBuilder clean)
    {
        var tags = Tag.Matches(text).ToDictionary(m => m.Index);
        for (var i = 0; i < text.Length; i++)
        {
            if (tags.TryGetValue(i, out var tag))
            {
                clean.Append(tag.Groups["line"].Success ? '\n' : ' ');
                origin.Add(offset + i);
                i += tag.Length - 1;
            }
            else if (Plain(text[i]) is { } plain)
            {
                clean.Append(plain == '_' && Neighbours(text, i, '_') ? ' ' : plain);
                origin.Add(offset + i);
            }
        }
    }

    /// <summary>Blanks of a paper form: two or more in a row.</summary>
    private static bool Neighbours(string text, int at, char c) =>
        (at > 0 && text[at - 1] == c) || (at + 1 < text.Length && text[at + 1] == c);

    /// <summary>The plain form of a character; null for one that nobody sees.</summary>
    private static char? Plain(char c) => c switch
    {
        '\n' or '\t' => c,
        '\u2028' or '\u2029' => '\n',
        '\u2018' or '\u2019' or '\u201B' or '`' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        '*' => ' ',
        _ when char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format => null,
        _ when char.IsWhiteSpace(c) => ' ',
        _ => c,
    };

    [GeneratedRegex(@"[\p{L}][\p{L}'\-]*")]
    private static partial Regex WordStart { get; }

    [GeneratedRegex(@"</?(?<line>br|p|div|tr|li|ul|ol|table|h[1-6])\b[^<>]{0,200}>|</?(?:a|b|i|u|em|td|th|span|strong|font|html|body|tbody|img)\b[^<>]{0,300}>|<(?:mailto|tel):[^<>|]{1,200}\||&nbsp;", RegexOptions.IgnoreCase)]
    private static partial Regex Tag { get; }
}

/// <summary>A part of a message, with words of ours before it that name it.</summary>
internal sealed record TextPiece(int Start, int Length, string Label = "");

/// <summary>How a message uses capitals: as usual, or none, or nothing else.</summary>
internal enum LetterCase { Mixed, Lower, Upper }
