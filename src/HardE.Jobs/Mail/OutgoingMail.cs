namespace HardE.Jobs.Mail;

/// <summary>A mail of ours. The same <paramref name="Id"/> is the same mail: it is sent once.</summary>
/// <param name="Id">Message-ID without brackets: <c>harde-run-step@our.domain</c>.</param>
/// <param name="To">One address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The whole message in plain words.</param>
public sealed record OutgoingMail(string Id, string To, string Subject, string Text)
{
    public string? ToName { get; init; }

    /// <summary>The same message for programs that show HTML.</summary>
    public string? Html { get; init; }

    /// <summary>Message-ID that this answers, with brackets.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>True for an answer to a mail (<c>auto-replied</c>), false for a mail of our own (<c>auto-generated</c>).</summary>
    public bool IsReply { get; init; }

    /// <summary>Our run, so that we know our own mail when it comes back.</summary>
    public string? Run { get; init; }

    /// <summary>Where one click ends these mails (RFC 8058); null for mail to staff.</summary>
    public Uri? Unsubscribe { get; init; }
}
