using System.Net.Mail;
using System.Text.RegularExpressions;
using CsvHelper;
using HardE.Agents.Crm;

namespace HardE.Bot.Commands.Import;

/// <summary>A customer and the line that names it.</summary>
internal sealed record CustomerLine(long Line, NewCustomer Customer);

/// <summary>Reads customers from CSV; every problem is named with its line.</summary>
internal static partial class CustomerFile
{
    private static readonly string[] Columns =
        ["first_name", "last_name", "company", "phone", "phone_2", "email", "street", "city", "state", "zip", "lead_source", "note"];

    /// <param name="text">The file.</param>
    /// <param name="areaCode">For numbers of seven digits; empty when there is none.</param>
    public static (IReadOnlyList<CustomerLine> Customers, IReadOnlyList<string> Problems) Read(TextReader text, string areaCode)
    {
        var problems = new List<string>();
        var found = new List<CustomerLine>();
        try
        {
            using var csv = CsvReader.Create(text, CsvReaderOptions.Default with { TrackLineNumbers = true });
            csv.ReadHeader();
            string[] headers = [.. csv.Headers.Select(h => h.Trim().TrimStart('\uFEFF').ToLowerInvariant().Replace(' ', '_'))];
            problems.AddRange(CheckHeaders(headers));
            while (csv.Read())
            {
                string Cell(string column)
                {
                    var index = Array.IndexOf(headers, column);
                    return index < 0 || index >= csv.FieldCount ? "" : csv.GetString(index).Trim();
                }

                found.Add(new CustomerLine(csv.LineNumber, Customer(Cell, areaCode, $"line {csv.LineNumber}", problems)));
            }
        }
        catch (CsvFormatException problem)
        {
            problems.Add($"line {problem.LineNumber}: this is no CSV (is a quotation mark missing?).");
        }

        problems.AddRange(found.Where(f => f.Customer.Phones.Count > 0)
            .GroupBy(f => (f.Customer.Phones[0].E164, NameOf(f.Customer).ToUpperInvariant())).Where(g => g.Count() > 1)
            .SelectMany(g => g.Skip(1).Select(f => $"line {f.Line}: repeats line {g.First().Line} (same name and phone).")));
        return (found, problems);
    }

    /// <summary>The name people know a customer by.</summary>
    public static string NameOf(NewCustomer customer) => customer.IsCommercial ? customer.Company ?? "" : customer.Name.FullName;

    private static IEnumerable<string> CheckHeaders(string[] headers)
    {
        if (!headers.Contains("phone") || !(headers.Contains("last_name") || headers.Contains("company")))
        {
            yield return $"line 1: the first line must name the columns phone and last_name (or company). Known are {string.Join(", ", Columns)}.";
        }

        foreach (var unknown in headers.Except(Columns))
        {
            yield return $"line 1: there is no column '{unknown}'. Known are {string.Join(", ", Columns)}.";
        }
    }

    private static NewCustomer Customer(Func<string, string> cell, string areaCode, string where, List<string> problems)
    {
        var (first, last, company) = (cell("first_name"), cell("last_name"), cell("company"));
        if (company.Length == 0 && (first.Length == 0 || last.Length == 0))
        {
            problems.Add($"{where}: first and last name are needed, or a company.");
        }

        var email = cell("email");
        if (email.Length > 0 && (!MailAddress.TryCreate(email, out var address) || address.Address != email))
        {
            problems.Add($"{where}: '{email}' is no e-mail address.");
        }

        var source = cell("lead_source");
        return new NewCustomer(
            company.Length > 0, new Person(first, last), OrNull(company), Phones(cell, areaCode, where, problems), OrNull(email), [],
            Address(cell, where, problems), null, source.Length == 0 ? null : new LeadSource(LeadSourceKind.Other, null, null, source), null, [],
            OrNull(cell("note")), CallRequired: false, AppointmentRequired: false);
    }

    private static IReadOnlyList<Phone> Phones(Func<string, string> cell, string areaCode, string where, List<string> problems)
    {
        var phones = new List<Phone>();
        foreach (var written in new[] { cell("phone"), cell("phone_2") }.Where((p, i) => p.Length > 0 || i == 0))
        {
            if (E164(written, areaCode) is { } number)
            {
                phones.Add(new Phone(number, null, PhoneLabel.Cell, phones.Count == 0));
            }
            else
            {
                problems.Add($"{where}: '{written}' is no phone number with area code.");
            }
        }

        return phones;
    }

    private static string? E164(string written, string areaCode)
    {
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        digits = digits.Length switch { 7 => areaCode + digits, 11 when digits[0] == '1' => digits[1..], _ => digits };
        return AmericanNumber().IsMatch(digits) ? "+1" + digits : null;
    }

    private static PostalAddress? Address(Func<string, string> cell, string where, List<string> problems)
    {
        var (street, city, state, zip) = (cell("street"), cell("city"), cell("state").ToUpperInvariant(), cell("zip"));
        if (state.Length > 0 && !State().IsMatch(state))
        {
            problems.Add($"{where}: state '{state}' must be two letters, such as NJ.");
        }

        if (zip.Length > 0 && !Zip().IsMatch(zip))
        {
            problems.Add($"{where}: zip '{zip}' must have five digits (a leading 0 may have been lost in a spreadsheet).");
        }

        return street.Length + city.Length + zip.Length == 0 ? null : new PostalAddress(street, null, city, state, zip);
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    /// <summary>Ten digits of the North American Numbering Plan.</summary>
    [GeneratedRegex(@"^[2-9][0-8]\d[2-9]\d{6}$")]
    private static partial Regex AmericanNumber();

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex State();

    [GeneratedRegex(@"^\d{5}(-\d{4})?$")]
    private static partial Regex Zip();
}
