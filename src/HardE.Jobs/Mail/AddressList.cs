using System.Globalization;
using System.Text;

namespace HardE.Jobs.Mail;

/// <summary>Reads the addresses of a From, To or Sender field (RFC 5322 3.4): quoted names, comments and groups are stepped over.</summary>
public static class AddressList
{
    /// <returns>Addresses in lower case, domains in ASCII (IDN); what is no address is left out.</returns>
    public static IReadOnlyList<string> Parse(string field) =>
        [.. Split(WithoutComments(field)).Select(Address).OfType<string>()];

    /// <summary>Takes out what stands in parentheses outside quotes; they nest, and <c>\</c> escapes.</summary>
    public static string WithoutComments(string text)
    {
        var result = new StringBuilder(text.Length);
        var (depth, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && (quoted || depth > 0))
            {
                if (depth == 0)
                {
                    result.Append(c).Append(i + 1 < text.Length ? text[i + 1] : ' ');
                }

                i++;
                continue;
            }

            quoted ^= c == '"' && depth == 0;
            depth += quoted ? 0 : c == '(' ? 1 : 0;
            if (depth == 0)
            {
                result.Append(c);
            }

            depth -= !quoted && c == ')' && depth > 0 ? 1 : 0;
        }

        return result.ToString();
    }

    /// <summary>The part after the @, in lower case.</summary>
    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        var (quoted, angle) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && quoted)
            {
                i++;
                continue;
            }

            quoted ^= c == '"';
            angle = !quoted && (c == '<' || (angle && c != '>'));
            if (!quoted && !angle && c is ',' or ';' or ':')
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static string? Address(string one)
    {
        var unquoted = WithoutQuotes(one);
        var open = unquoted.LastIndexOf('<');
        var close = open < 0 ? -1 : unquoted.IndexOf('>', open);
        var text = (close > open && open >= 0 ? unquoted[(open + 1)..close] : unquoted).Trim();
        var at = text.LastIndexOf('@');
        if (at < 1 || at == text.Length - 1 || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>'))
        {
            return null;
        }

        try
        {
            return $"{text[..at].ToLowerInvariant()}@{new IdnMapping().GetAscii(text[(at + 1)..].ToLowerInvariant())}";
        }
        catch (ArgumentException)
        {
            return null; // no domain name
        }
    }

    /// <summary>A quoted display name goes; a quoted local part (before an @) stays.</summary>
    private static string WithoutQuotes(string one)
    {
        if (!one.Contains('"', StringComparison.Ordinal) || !one.Contains('<', StringComparison.Ordinal))
        {
            return one;
        }

        var result = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] == '\\' && quoted)
            {
                i++;
            }
            else if (one[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted)
            {
                result.Append(one[i]);
            }
        }

        return result.ToString();
    }
}
