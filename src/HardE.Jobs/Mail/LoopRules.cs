namespace HardE.Jobs.Mail;

/// <summary>Mail that programs send is never acted on and never answered (RFC 3834).</summary>
public static class LoopRules
{
    private static readonly string[] RobotNames =
        ["mailer-daemon", "postmaster", "no-reply", "noreply", "do-not-reply", "donotreply", "bounce", "bounces"];

    /// <returns>Why the mail is automatic; null for a mail of a person.</returns>
    public static string? Automatic(IncomingMail mail, string ownAddress)
    {
        if (mail.First("Auto-Submitted") is { } auto && !auto.Split(';')[0].Trim().Equals("no", StringComparison.OrdinalIgnoreCase))
        {
            return "auto_submitted";
        }

        if (mail.First("Precedence")?.Trim().ToLowerInvariant() is "bulk" or "list" or "junk" or "auto_reply")
        {
            return "bulk";
        }

        return mail.Headers.Any(h => h.Name.StartsWith("List-", StringComparison.OrdinalIgnoreCase)) ? "mailing_list"
            : mail.First("Return-Path")?.Trim() == "<>" ? "bounce"
            : mail.Has("X-Autoreply") || mail.Has("X-Autorespond") ? "auto_reply"
            : Suppresses(mail.First("X-Auto-Response-Suppress")) ? "auto_reply"
            : mail.ContentType == "multipart/report" ? "bounce"
            : mail.Has("X-HardE-Job") ? "own_mail"
            : mail.From.Any(a => IsRobot(a, ownAddress)) ? "robot"
            : null;
    }

    private static bool Suppresses(string? value) =>
        value is not null && !value.Trim().Equals("none", StringComparison.OrdinalIgnoreCase);

    private static bool IsRobot(string address, string ownAddress) =>
        address.Equals(ownAddress, StringComparison.OrdinalIgnoreCase)
        || RobotNames.Contains(address.Split('@')[0].Split('+')[0], StringComparer.OrdinalIgnoreCase);
}
