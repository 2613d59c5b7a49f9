using System.Text;
using System.Text.RegularExpressions;

namespace HardE.Jobs.Mail;

/// <summary>The words of a mail, parted: what the sender wrote, and what is quoted or forwarded.</summary>
/// <param name="Own">Without quotations and signature.</param>
/// <param name="Quoted">Words of others.</param>
/// <param name="Forwarded">True when the mail passes another one on.</param>
internal sealed partial record MailWords(string Own, string Quoted, bool Forwarded)
{
    /// <summary>Parts a body. Once a quotation's head is met, all that follows is quoted.</summary>
    public static MailWords Part(string subject, string body)
    {
        var (own, quoted) = (new StringBuilder(), new StringBuilder());
        var (inQuote, forwarded) = (false, ForwardSubject().IsMatch(subject));
        var lines = Tidy(body).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (ForwardHead().IsMatch(line))
            {
                (inQuote, forwarded) = (true, true);
            }

            inQuote = inQuote || QuoteHead().IsMatch(line) || IsOutlookHead(lines, i) || IsSplitHead(lines, i);
            if (inQuote || line.StartsWith('>'))
            {
                quoted.Append(line.TrimStart('>', ' ')).Append('\n');
            }
            else if (SignatureHead().IsMatch(line))
            {
                inQuote = lines.Skip(i).Any(l => ForwardHead().IsMatch(l.Trim()) || QuoteHead().IsMatch(l.Trim())) && Skip(lines, ref i);
                if (!inQuote)
                {
                    break;
                }
            }
            else
            {
                own.Append(line).Append('\n');
            }
        }

        return new MailWords(own.ToString().Trim(), quoted.ToString().Trim(), forwarded);
    }

    /// <summary>One spelling for quotes, dashes and spaces; invisible characters go.</summary>
    public static string Tidy(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC))
        {
            result.Append(c switch
            {
                '\u2018' or '\u2019' or '\u02bc' or '`' => '\'',
                '\u201c' or '\u201d' or '\u00ab' or '\u00bb' => '"',
                '\u2013' or '\u2014' or '\u2012' or '\u2212' => '\u2013',
                '\u2010' or '\u2011' => '-',
                '\n' => '\n',
                _ when char.IsWhiteSpace(c) => ' ',
                _ when char.IsControl(c) || c is '\u200b' or '\u200c' or '\u200d' or '\ufeff' or '\u00ad' or (>= '\u202a' and <= '\u202e') => '\0',
                _ => c,
            });
        }

        return result.Replace("\0", "").ToString();
    }

    /// <summary>Moves to the line before the quotation that follows a signature.</summary>
    private static bool Skip(string[] lines, ref int i)
    {
        while (!ForwardHead().IsMatch(lines[i].Trim()) && !QuoteHead().IsMatch(lines[i].Trim()))
        {
            i++;
        }

        return true;
    }

    /// <summary>Outlook: "From:" with "Sent:" or "Date:" close below, without any mark.</summary>
    private static bool IsOutlookHead(string[] lines, int i) =>
        OutlookFrom().IsMatch(lines[i].Trim()) && lines.Skip(i + 1).Take(3).Any(l => OutlookSent().IsMatch(l.Trim()));

    /// <summary>"On ... wrote:" broken over two lines.</summary>
    private static bool IsSplitHead(string[] lines, int i) =>
        i + 1 < lines.Length && lines[i].TrimStart().StartsWith("On ", StringComparison.Ordinal)
        && QuoteHead().IsMatch($"{lines[i].Trim()} {lines[i + 1].Trim()}");

    [GeneratedRegex(@"^\s*(fwd?|wg|tr)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex ForwardSubject();

    [GeneratedRegex(@"^[-\u2013_ ]*(forwarded message|begin forwarded message|original message \(forwarded\))[-\u2013_: ]*$", RegexOptions.IgnoreCase)]
    private static partial Regex ForwardHead();

    [GeneratedRegex(@"^>?\s*(on\b.{4,200}\bwrote|am\b.{4,200}\bschrieb|[-\u2013_ ]{2,}\s*original message\s*[-\u2013_ ]*)\s*:?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex QuoteHead();

    [GeneratedRegex(@"^\*?from\*?:\s*\S", RegexOptions.IgnoreCase)]
    private static partial Regex OutlookFrom();

    [GeneratedRegex(@"^\*?(sent|date|to|subject)\*?:\s*\S", RegexOptions.IgnoreCase)]
    private static partial Regex OutlookSent();

    [GeneratedRegex(@"^(--|\u2013|__+|-- ?|sent from my .{2,40}|get outlook for .{2,20})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex SignatureHead();
}
