using System.Globalization;
using System.Text;

namespace HardE.Jobs.Mail;

/// <summary>Undoes the transfer encodings of RFC 2045 section 6.</summary>
internal static class TransferEncoding
{
    /// <exception cref="FormatException">The encoding is unknown, or base64 that is none.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) => (encoding ?? "7bit").Trim().ToLowerInvariant() switch
    {
        "7bit" or "8bit" or "binary" or "" => body.ToArray(),
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body),
        var other => throw new FormatException($"transfer encoding '{other}'"),
    };

    private static byte[] Base64(ReadOnlySpan<byte> body)
    {
        var letters = new StringBuilder(body.Length);
        foreach (var b in body)
        {
            if (b is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'/')
            {
                letters.Append((char)b); // line ends, padding and noise are stepped over (RFC 2045 6.8)
            }
        }

        letters.Append('=', (4 - (letters.Length % 4)) % 4);
        return Convert.FromBase64String(letters.ToString());
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var result = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                result.Add(body[i]);
            }
            else if (i + 2 < body.Length && body[i + 1] == '\r' && body[i + 2] == '\n')
            {
                i += 2; // soft line break
            }
            else if (i + 1 < body.Length && body[i + 1] == '\n')
            {
                i++;
            }
            else if (i + 2 < body.Length && byte.TryParse(
                Encoding.ASCII.GetString(body.Slice(i + 1, 2)), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                result.Add(value);
                i += 2;
            }
            else
            {
                result.Add(body[i]);
            }
        }

        return [.. result];
    }
}
