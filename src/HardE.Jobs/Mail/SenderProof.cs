using Microsoft.Extensions.Options;

namespace HardE.Jobs.Mail;

/// <summary>Whether a mail is from whom it says.</summary>
public enum Proof
{
    /// <summary>Our receiving server vouches for the domain of From.</summary>
    Proven,

    /// <summary>It vouches for something else, or says that it is forged.</summary>
    Failed,

    /// <summary>No field of our receiving server.</summary>
    NoResult,

    /// <summary>The check itself broke down; the field will not change, so this is a refusal in the end.</summary>
    Temporary,
}

/// <summary>
/// Reads what our own receiving server found out about a sender. The From line is no proof; <c>spf</c> alone is none
/// either, it speaks of another address (google-and-storage 6).
/// </summary>
public sealed class SenderProof(IOptions<MailOptions> options)
{
    private readonly MailOptions mail = options.Value;

    private bool TrustsFolder => mail.Provider == MailProvider.Folder && mail.Folder.TrustUnsigned;

    /// <param name="from">The one address of the From field.</param>
    public Proof Check(IncomingMail message, string from)
    {
        var fields = message.All("Authentication-Results").ToList();
        if (fields.Count == 0)
        {
            return TrustsFolder ? Proof.Proven : Proof.NoResult;
        }

        return Trusted(fields) is { } results ? Judge(results.Results, AddressList.DomainOf(from)) : Proof.NoResult;
    }

    /// <summary>Only the topmost field of our own server counts: senders can write any of the others.</summary>
    private AuthenticationResults? Trusted(List<string> fields)
    {
        var all = fields.Select(AuthenticationResults.Parse).ToList();
        if (mail.AuthservId.Length > 0)
        {
            return all.FirstOrDefault(r => mail.AuthservId.Equals(r.Server, StringComparison.OrdinalIgnoreCase));
        }

        // Whoever may put a mail without any field into the folder gains nothing by one: there it can only speak against the mail.
        return all[0].Server is null || TrustsFolder ? all[0] : null;
    }

    private Proof Judge(IReadOnlyList<AuthenticationResult> results, string domain)
    {
        var dmarc = results.FirstOrDefault(r => r.Method == "dmarc");
        if (dmarc is not null && dmarc.Result != "none")
        {
            return dmarc.Result == "temperror" ? Proof.Temporary
                : dmarc.Result == "pass" && Aligned(dmarc.Properties.GetValueOrDefault("header.from"), domain) ? Proof.Proven
                : Proof.Failed;
        }

        var keys = results.Where(r => r.Method == "dkim").ToList();
        return keys.Any(r => r.Result == "pass" && Aligned(SignedBy(r), domain)) ? Proof.Proven
            : keys.Any(r => r.Result == "temperror") ? Proof.Temporary
            : Proof.Failed;
    }

    private static string? SignedBy(AuthenticationResult dkim) =>
        dkim.Properties.GetValueOrDefault("header.d")
        ?? (dkim.Properties.GetValueOrDefault("header.i") is { } identity ? AddressList.DomainOf(identity) : null);

    private bool Aligned(string? proven, string domain)
    {
        if (proven is null)
        {
            return false;
        }

        var name = AddressList.DomainOf(proven).TrimEnd('.');
        return name == domain || (mail.OrganisationalAlignment
            && (domain.EndsWith("." + name, StringComparison.Ordinal) || name.EndsWith("." + domain, StringComparison.Ordinal)));
    }
}
