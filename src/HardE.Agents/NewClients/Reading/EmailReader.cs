using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Finds e-mail addresses, spelled-out ones too, and the words that say there is none.</summary>
internal static partial class EmailReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly string[] KnownDomains =
    [
        "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com", "comcast.net", "verizon.net", "msn.com", "example.com",
    ];

    /// <summary>Real providers whose names are close to one of those.</summary>
    private static readonly string[] LookAlikes = ["mail.com", "ymail.com", "gmx.com", "me.com", "mac.com", "live.com"];

    public static IReadOnlyList<Finding> Read(Said said)
    {
        var found = new List<Finding>();
        foreach (Match match in Written.Matches(said.Rest))
        {
            var ours = NotTheirs.IsMatch(said.Before(match.Index, 60));
            said.Take(match);
            if (!ours && Normalise(match.Value) is { } email && !found.Exists(f => f.Text == email))
            {
                var finding = Finding.Of(Slots.Email, email, said.Span(match.Index, match.Length));
                found.Add(NearMiss(email) is { } better ? finding.Doubtful($"I read the e-mail {email}. Is it {better}?") : finding);
            }
        }

        foreach (Match match in SpokenAddress.Matches(said.Rest))
        {
            said.Take(match);
            if (Normalise(Spell(match)) is { } email)
            {
                found.Add(Finding.Of(Slots.Email, email, said.Span(match.Index, match.Length)).Doubtful($"Is the e-mail {email}?"));
            }
        }

        if (found.Count == 0 && None.Match(said.Rest) is { Success: true } none)
        {
            said.Take(none);
            found.Add(Finding.Declined(Slots.Email, said.Span(none.Index, none.Length)));
        }
        else if (found.Count == 0 && Broken.Match(said.Rest) is { Success: true } broken)
        {
            said.Take(broken);
            found.Add(Finding.Invalid(Slots.Email, said.Span(broken.Index, broken.Length), $"\"{broken.Value}\" is no complete e-mail address."));
        }

        return found;
    }

    /// <summary>Trimmed, domain in lower case; null when it is no address (RFC 5321 lengths, one @, no double dots).</summary>
    public static string? Normalise(string written)
    {
        var text = written.Trim().Trim('<', '>', '"', '\'', '(', ')').TrimEnd('.', ',', ';', ':');
        text = text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text[7..] : text;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > 64 || text.Length > 254 || text.Contains("..", StringComparison.Ordinal) || !Shape.IsMatch(text))
        {
            return null;
        }

        return text[..at] + "@" + text[(at + 1)..].ToLowerInvariant();
    }

    /// <summary>The well-known domain this one is a slip of; null when it is none.</summary>
    public static string? NearMiss(string email)
    {
        var domain = email[(email.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return KnownDomains.Contains(domain) || LookAlikes.Contains(domain)
            ? null
            : KnownDomains.FirstOrDefault(known => EditDistance.Between(domain, known, 2) <= (known.Length > 8 ? 2 : 1)) is { } better
                ? email[..(email.IndexOf('@', StringComparison.Ordinal) + 1)] + better
                : null;
    }

    private static string Spell(Match match)
    {
        static string Join(string words) => DotWord.Replace(words, ".").Replace(" ", "", StringComparison.Ordinal);
        var local = UnderscoreWord.Replace(DashWord.Replace(match.Groups["local"].Value, "-"), "_");
        return Join(local) + "@" + Join(match.Groups["domain"].Value);
    }

    [GeneratedRegex(@"(?:mailto:)?[\w.!#$%&'+~\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+", Options)]
    private static partial Regex Written { get; }

    [GeneratedRegex(@"^[^\s@]+@[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?)*\.[a-z]{2,}$", Options)]
    private static partial Regex Shape { get; }

    [GeneratedRegex(@"(?<local>[\w]+(?:[ ]?(?:\bdot\b|\bunderscore\b|\bdash\b|\.|_|-)[ ]?[\w]+){0,4})\s?(?:\bat\b|\(at\)|\[at\]|@)\s?(?<domain>[\w\-]+(?:\s?(?:\bdot\b|\(dot\)|\[dot\]|\.)\s?[a-z\-]+){0,2}\s?(?:\bdot\b|\(dot\)|\[dot\]|\.)\s?(?:com|net|org|edu|gov|us|biz|info|example|io|co)\b)", Options)]
    private static partial Regex SpokenAddress { get; }

    [GeneratedRegex(@"\s?(?:\bdot\b|\(dot\)|\[dot\])\s?", Options)]
    private static partial Regex DotWord { get; }

    [GeneratedRegex(@"\s?\bunderscore\b\s?", Options)]
    private static partial Regex UnderscoreWord { get; }

    [GeneratedRegex(@"\s?\bdash\b\s?", Options)]
    private static partial Regex DashWord { get; }

    [GeneratedRegex(@"\b(?:(?:has|have|got|there'?s|with|gave|says)\s+)?no\s+(?:e-?mail|computer|internet|e-?mail address)(?:\s+address)?\b(?!\s*(?:yet|so far|from|came|reply|today|till|until))(?:\s+(?:given|provided|either|at all))?(?:,?\s*refused)?|\b(?:does\s?n'?o?t|do\s?n'?o?t|did\s?n'?o?t|wo\s?n'?t|will not|has\s?n'?t|never|refuse[sd]?(?: to)?)\s+(?:really\s+|want to\s+|wish to\s+|have\s+|like to\s+)*(?:do|use|have|has|got|give|share|own|check|leave|hand out|any)?\s*(?:out\s+)?(?:an?\s+|any\s+|his\s+|her\s+|their\s+|the\s+|us\s+)*e-?mails?\b(?!\s*(?:yet|so far))|\be-?mail\s*(?:address)?\s*[:=\-]?\s*(?:is\s+)?(?:none|no\b(?!t)|n/a|na\b|declined|refused|does\s?n'?t have)|\bwithout (?:an? )?e-?mail\b|\b(?:is\s?n'?t|not|never)\s+(?:really\s+)?(?:on|into|an?)\s+e-?mail\b(?!\s+(?:from|i|we|that|list))|\bno hay correo\b|\bsin correo\b", Options)]
    private static partial Regex None { get; }

    [GeneratedRegex(@"\b[\w.+\-]{2,64}@[\w\-]{0,60}(?=[\s,;]|$)", Options)]
    private static partial Regex Broken { get; }

    [GeneratedRegex(@"(?:^|\n)\s*(?:to|cc|bcc|reply-to)\s*:[^\n]*$|\bour (?:office |company )?e-?mail\b[^.!?]*$|\badjuster\b[^.!?]*$|\b(?:export|every customer|all (?:the |our )?(?:customers|contacts|leads)|customer list|database|records)\b[^.!?]*$", Options)]
    private static partial Regex NotTheirs { get; }
}
