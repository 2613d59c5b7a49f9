using System.Globalization;
using System.Text;

namespace HardE.Jobs.Mail;

/// <summary>Writes a mail as RFC 5322 wants it: CRLF, encoded words, base64 bodies. A line break in a header is refused.</summary>
public static class MimeWriter
{
    /// <param name="fromAddress">Our own address.</param>
    /// <param name="fromName">The company, as people know it.</param>
    /// <param name="at">When it is written.</param>
    /// <exception cref="ArgumentException">A header value holds a line break or control character.</exception>
    public static string Write(OutgoingMail mail, string fromName, string fromAddress, DateTimeOffset at)
    {
        var text = new StringBuilder();
        Add(text, "Date", at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Add(text, "From", Mailbox(fromName, fromAddress));
        Add(text, "To", Mailbox(mail.ToName, mail.To));
        Add(text, "Subject", EncodedWord.Encode(Checked(mail.Subject)), encoded: true);
        Add(text, "Message-ID", $"<{mail.Id}>");
        if (mail.InReplyTo is { } answered)
        {
            Add(text, "In-Reply-To", answered);
            Add(text, "References", answered);
        }

        Add(text, "Auto-Submitted", mail.IsReply ? "auto-replied" : "auto-generated");
        Add(text, "X-Auto-Response-Suppress", "All");
        if (mail.Run is { } run)
        {
            Add(text, "X-HardE-Job", run);
        }

        if (mail.Unsubscribe is { } unsubscribe)
        {
            Add(text, "List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
            Add(text, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        Add(text, "MIME-Version", "1.0");
        Body(text, mail);
        return text.ToString();
    }

    private static void Body(StringBuilder text, OutgoingMail mail)
    {
        if (mail.Html is not { } html)
        {
            Part(text, "text/plain", mail.Text);
            return;
        }

        var boundary = $"harde-{mail.Id.Split('@')[0]}";
        boundary = boundary.Length > 68 ? boundary[..68] : boundary;
        Add(text, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        text.Append("\r\n--").Append(boundary).Append("\r\n");
        Part(text, "text/plain", mail.Text);
        text.Append("--").Append(boundary).Append("\r\n");
        Part(text, "text/html", html);
        text.Append("--").Append(boundary).Append("--\r\n");
    }

    private static void Part(StringBuilder text, string type, string content)
    {
        Add(text, "Content-Type", $"{type}; charset=utf-8");
        Add(text, "Content-Transfer-Encoding", "base64");
        text.Append("\r\n");
        var bytes = Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n"));
        foreach (var line in Convert.ToBase64String(bytes).Chunk(76))
        {
            text.Append(line).Append("\r\n");
        }
    }

    private static string Mailbox(string? name, string address)
    {
        if (AddressList.Parse(address) is not [var only] || Checked(address).Length == 0)
        {
            throw new ArgumentException("Not one mail address.", nameof(address));
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            return only;
        }

        var shown = EncodedWord.Encode(Checked(name));
        return shown.StartsWith("=?", StringComparison.Ordinal)
            ? $"{shown} <{only}>"
            : $"\"{shown.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{only}>";
    }

    private static void Add(StringBuilder text, string name, string value, bool encoded = false)
    {
        var plain = encoded ? value : value.Replace("\r\n ", " ", StringComparison.Ordinal);
        _ = Checked(plain.Replace("\r\n ", " ", StringComparison.Ordinal));
        text.Append(name).Append(": ").Append(plain).Append("\r\n");
    }

    private static string Checked(string value) => value.Any(char.IsControl)
        ? throw new ArgumentException("A header value holds a line break or control character.", nameof(value))
        : value;
}
