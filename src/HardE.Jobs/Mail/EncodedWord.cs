using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Jobs.Mail;

/// <summary>Text outside ASCII in header fields (RFC 2047).</summary>
internal static partial class EncodedWord
{
    private const int LongestWord = 75;

    /// <summary>Decodes what is encoded and leaves the rest; an unknown or broken word stays as it is.</summary>
    public static string Decode(string text) =>
        Word().Replace(Between().Replace(text, "$1"), m => DecodeOne(m) ?? m.Value);

    /// <summary>ASCII stays; other text becomes words of at most 75 characters, cut between characters.</summary>
    public static string Encode(string text)
    {
        if (text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var room = (LongestWord - "=?utf-8?B??=".Length) / 4 * 3;
        var words = new List<string>();
        var bytes = new List<byte>(room);
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes.Count + rune.Utf8SequenceLength > room)
            {
                words.Add(Convert.ToBase64String([.. bytes]));
                bytes.Clear();
            }

            bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        words.Add(Convert.ToBase64String([.. bytes]));
        return string.Join("\r\n ", words.Select(w => $"=?utf-8?B?{w}?="));
    }

    private static string? DecodeOne(Match word)
    {
        var charset = Charsets.Find(word.Groups["charset"].Value.Split('*')[0]);
        var content = word.Groups["text"].Value;
        if (word.Groups["way"].Value is "B" or "b")
        {
            try
            {
                return charset.GetString(Convert.FromBase64String(content));
            }
            catch (FormatException)
            {
                return null;
            }
        }

        var bytes = new List<byte>(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '=' && i + 2 < content.Length + 0
                && byte.TryParse(content.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add(content[i] == '_' ? (byte)' ' : (byte)content[i]);
            }
        }

        return charset.GetString([.. bytes]);
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s]+)\?(?<way>[BbQq])\?(?<text>[^?\s]*)\?=")]
    private static partial Regex Word();

    /// <summary>White space between two encoded words belongs to neither.</summary>
    [GeneratedRegex(@"(=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)\s+(?==\?[^?\s]+\?[BbQq]\?)")]
    private static partial Regex Between();
}
