using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HardE.Jobs.Mail;

/// <summary>A header field as it arrived, unfolded, not decoded.</summary>
public sealed record MailHeader(string Name, string Value);

/// <summary>A mail somebody sent us, taken apart. All of it is data, never an order by itself.</summary>
/// <param name="Headers">In the order of the file, topmost first.</param>
/// <param name="Text">The words: the plain part, or the HTML part as text with its quotations marked by <c>&gt;</c>.</param>
public sealed record IncomingMail(IReadOnlyList<MailHeader> Headers, string Text)
{
    /// <summary>Decoded subject; empty when there is none.</summary>
    public string Subject => EncodedWord.Decode(First("Subject") ?? "");

    /// <summary>Addresses of the From field, lower case; display names are ignored (RFC 5322 3.6.2).</summary>
    public IReadOnlyList<string> From => [.. All("From").SelectMany(AddressList.Parse)];

    public IReadOnlyList<string> To => [.. All("To").Concat(All("Cc")).SelectMany(AddressList.Parse)];

    /// <summary>With its angle brackets; null when the sender gave none.</summary>
    public string? MessageId => First("Message-ID")?.Trim() is { Length: > 2 } id ? id : null;

    /// <summary>Ids of the mails this one answers, nearest first.</summary>
    public IReadOnlyList<string> Answers => [.. Ids("In-Reply-To"), .. Ids("References").Reverse()];

    /// <summary>When it was sent, as the sender says; null when it says nothing that can be read.</summary>
    public DateTimeOffset? Date => DateTimeOffset.TryParse(
        AddressList.WithoutComments(First("Date") ?? ""), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>Lower-case media type of the whole mail: <c>multipart/report</c>.</summary>
    public string ContentType => (First("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The topmost field of this name; null when there is none.</summary>
    public string? First(string name) => All(name).FirstOrDefault();

    public IEnumerable<string> All(string name) =>
        Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    public bool Has(string name) => All(name).Any();

    /// <summary>
    /// The mail's name in our tables: of its Message-ID, or of sender, date, subject and words when it has none
    /// (google-and-storage 7: the id is the sender's choice, so the contents are compared as well).
    /// </summary>
    public string Key(string mailbox) => MessageId is { } id
        ? Hash("id", mailbox.ToLowerInvariant(), id.ToLowerInvariant())
        : Hash("words", mailbox.ToLowerInvariant(), First("Date") ?? "", string.Join(',', From), Subject, Text);

    /// <summary>Hash of what was said: another body under a known id is not the same mail.</summary>
    public string ContentHash => Hash(string.Join(',', From), Subject, Text);

    /// <summary>A mail from its parts, as the reader makes it: HTML bodies become text.</summary>
    public static IncomingMail Of(IReadOnlyList<MailHeader> headers, string body)
    {
        var mail = new IncomingMail(headers, body);
        return mail.ContentType == "text/html" ? mail with { Text = HtmlMail.ToText(body) } : mail;
    }

    private IEnumerable<string> Ids(string name) => All(name)
        .SelectMany(v => v.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(id => id.StartsWith('<'));

    private static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
