using HardE.Agents.Services;

namespace HardE.Jobs.Mail;

/// <summary>What became of a mail, for the people who look into the mailbox; the database is the truth.</summary>
public enum MailMark { Done, Refused }

/// <summary>A mailbox that orders arrive in and mails leave from.</summary>
public interface IMailbox
{
    /// <summary>Its own address, lower case.</summary>
    string Address { get; }

    /// <summary>False when mail only lands in a folder of this machine: nobody outside gets it.</summary>
    bool LeavesTheMachine { get; }

    /// <summary>Names of mails that bear no mark yet, oldest first.</summary>
    /// <exception cref="ServiceException">The mailbox cannot be reached.</exception>
    Task<IReadOnlyList<string>> ListNewAsync(int most, CancellationToken ct);

    /// <summary>Fetches one mail; null when it is gone.</summary>
    /// <exception cref="BadMailException">It cannot be read as mail.</exception>
    /// <exception cref="ServiceException">The mailbox cannot be reached.</exception>
    Task<IncomingMail?> GetAsync(string name, CancellationToken ct);

    /// <summary>Marks a mail; one that is gone or marked is no error.</summary>
    Task MarkAsync(string name, MailMark mark, CancellationToken ct);

    /// <summary>Sends a mail once: the same <see cref="OutgoingMail.Id"/> again changes nothing.</summary>
    /// <exception cref="ServiceException">It was not sent, or (<see cref="ServiceException.MaybeDone"/>) perhaps was.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken ct);
}
