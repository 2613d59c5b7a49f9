using System.Text;

namespace HardE.Jobs.Mail;

/// <summary>The file is no mail that we can read; the reason says what is wrong, without contents.</summary>
public sealed class BadMailException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Takes an RFC 5322 file with MIME parts (RFC 2045, 2046) apart. Attachments are ignored.</summary>
public static class MimeReader
{
    /// <summary>Larger files are refused unread.</summary>
    public const int LargestMail = 25 * 1024 * 1024;
    private const int LargestText = 64 * 1024;
    private const int DeepestPart = 12;
    private const int MostParts = 250;

    /// <exception cref="BadMailException">No headers, broken encoding, or nested beyond reason.</exception>
    public static IncomingMail Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > LargestMail)
        {
            throw new BadMailException("larger than 25 MiB");
        }

        var (headers, body) = HeaderBlock.Read(file);
        if (!headers.Any(h => h.Name.Equals("From", StringComparison.OrdinalIgnoreCase)))
        {
            throw new BadMailException("no From field");
        }

        var found = new Found();
        try
        {
            Walk(headers, body, found, depth: 0);
        }
        catch (FormatException problem)
        {
            throw new BadMailException(problem.Message, problem);
        }

        var text = found.Plain ?? (found.Html is { } html ? HtmlMail.ToText(html) : "");
        return new IncomingMail(headers, text.Length > LargestText ? text[..LargestText] : text);
    }

    private static void Walk(IReadOnlyList<MailHeader> headers, ReadOnlySpan<byte> body, Found found, int depth)
    {
        if (depth > DeepestPart || ++found.Parts > MostParts)
        {
            throw new FormatException("too many parts");
        }

        var type = ContentField.Parse(Value(headers, "Content-Type") ?? "text/plain");
        if (type.Name.StartsWith("multipart/", StringComparison.Ordinal))
        {
            var boundary = type["boundary"] is { Length: > 0 and <= 200 } given ? given : throw new FormatException("multipart without boundary");
            foreach (var (start, length) in Parts(body, boundary))
            {
                var part = HeaderBlock.Read(body.Slice(start, length), mayBeEmpty: true);
                Walk(part.Headers, part.Body, found, depth + 1);
            }

            return;
        }

        var disposition = ContentField.Parse(Value(headers, "Content-Disposition") ?? "inline");
        var attached = disposition.Name == "attachment" || disposition["filename"] is not null || type["name"] is not null;
        if (attached || !(type.Name is "text/plain" or "text/html"))
        {
            return;
        }

        var text = Charsets.Find(type["charset"]).GetString(TransferEncoding.Decode(body, Value(headers, "Content-Transfer-Encoding")));
        if (type.Name == "text/plain")
        {
            found.Plain ??= text;
        }
        else
        {
            found.Html ??= text;
        }
    }

    private static string? Value(IReadOnlyList<MailHeader> headers, string name) =>
        headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The pieces between the boundary lines; a missing last boundary is forgiven, as receivers do.</summary>
    private static List<(int Start, int Length)> Parts(ReadOnlySpan<byte> body, string boundary)
    {
        var mark = Encoding.Latin1.GetBytes("--" + boundary);
        var parts = new List<(int, int)>();
        var (start, position) = (-1, 0);
        while (position < body.Length)
        {
            var end = body[position..].IndexOf((byte)'\n');
            var next = end < 0 ? body.Length : position + end + 1;
            var line = body[position..next].TrimEnd("\r\n \t"u8);
            if (line.StartsWith(mark) && (line.Length == mark.Length || line[mark.Length..].SequenceEqual("--"u8)))
            {
                if (start >= 0)
                {
                    parts.Add((start, Math.Max(0, position - start)));
                }

                start = line.Length == mark.Length ? next : -1;
            }

            position = next;
        }

        if (start >= 0)
        {
            parts.Add((start, body.Length - start));
        }

        return parts.Count > 0 ? parts : throw new FormatException("multipart without parts");
    }

    private sealed class Found
    {
        public int Parts { get; set; }
        public string? Plain { get; set; }
        public string? Html { get; set; }
    }
}
