using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>
/// A number of the North American Numbering Plan: ten digits, area code and exchange not starting with 0 or 1, no N11
/// exchange, middle digit of the area code below 9. Source: docs/wire/crm.md.
/// </summary>
internal readonly partial record struct PhoneNumber(string Digits)
{
    public string E164 => "+1" + Digits;

    /// <summary>As people write it: <c>(201) 555-0123</c>.</summary>
    public string Display => $"({Digits[..3]}) {Digits[3..6]}-{Digits[6..]}";

    /// <summary>True for 555-0100 to 555-0199, which belong to nobody.</summary>
    public bool IsFictional => Digits.AsSpan(3, 5) is "55501";

    /// <summary>Keeps the digits of what was written; null when they are no valid number.</summary>
    public static PhoneNumber? From(string written)
    {
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (digits.Length == 11 && digits[0] == '1')
        {
            digits = digits[1..];
        }

        return Valid.IsMatch(digits) ? new PhoneNumber(digits) : null;
    }

    /// <summary>Reads what <see cref="E164"/> wrote, for people.</summary>
    public static string Show(string e164) => From(e164) is { } number ? number.Display : e164;

    [GeneratedRegex(@"^[2-9][0-8]\d(?![2-9]11)[2-9]\d{6}$")]
    private static partial Regex Valid { get; }
}
