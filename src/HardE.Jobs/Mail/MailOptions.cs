using System.ComponentModel.DataAnnotations;

namespace HardE.Jobs.Mail;

public enum MailProvider { Folder, Gmail, Graph }

/// <summary>The mailbox that orders arrive in and mails leave from. Section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    public MailProvider Provider { get; init; } = MailProvider.Folder;

    /// <summary>Our own address: the mailbox's.</summary>
    [Required, RegularExpression(@"^[^@\s]+@[^@\s]+$")] public string Address { get; init; } = "harde@example.com";

    /// <summary>Company whose mailbox this is.</summary>
    [Required] public string Tenant { get; init; } = "main";

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The name our receiving server writes into Authentication-Results (Gmail: <c>mx.google.com</c>). Empty: the first
    /// such field counts, and only when it names no server (Exchange Online).
    /// </summary>
    public string AuthservId { get; init; } = "";

    /// <summary>A pass of the parent domain counts as well (<c>mail.example.com</c> for <c>example.com</c>).</summary>
    public bool OrganisationalAlignment { get; init; }

    /// <summary>Orders of one sender in an hour; more are refused and shown.</summary>
    [Range(1, 1000)] public int OrdersPerHour { get; init; } = 10;

    /// <summary>Mail older than this makes no job.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "14.00:00:00")] public TimeSpan OldestOrder { get; init; } = TimeSpan.FromHours(24);

    [Required] public FolderMailOptions Folder { get; init; } = new();
}

/// <summary>The embedded mailbox: a folder of RFC 5322 files.</summary>
public sealed class FolderMailOptions
{
    /// <summary>Empty: <c>mail</c> in the data folder.</summary>
    public string Path { get; init; } = "";

    /// <summary>
    /// A mail without any Authentication-Results field counts as put there by the machine's owner. Refused in production.
    /// </summary>
    public bool TrustUnsigned { get; init; } = true;
}
