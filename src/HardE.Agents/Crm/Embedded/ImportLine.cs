using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Embedded;

/// <summary>Checks one line of an import and makes a customer of it.</summary>
internal static partial class ImportLine
{
    public static ImportRow Read(int line, IReadOnlyDictionary<string, string> fields, IReadOnlyList<CrmUser> users)
    {
        var problems = new List<string>();
        var company = Get("company_name");
        var name = company.Length > 0 ? company : $"{Get("first_name")} {Get("last_name")}".Trim();
        if (company.Length == 0 && (Get("first_name").Length == 0 || Get("last_name").Length == 0))
        {
            problems.Add("first_name and last_name are needed (or company_name)");
        }

        var phone = CustomerIndex.National(Get("phone"));
        if (!Nanp().IsMatch(phone))
        {
            problems.Add($"phone \"{Get("phone")}\" is not a ten-digit number");
        }

        var email = Get("email");
        if (email.Length > 0 && !Mail().IsMatch(email))
        {
            problems.Add($"email \"{email}\" is not an address");
        }

        var address = Address(problems, Get);
        var rep = Rep(problems, Get("rep"), users);
        var job = Job(problems, Get("trades"), Get("job_description"), rep);
        var label = Enum.TryParse<PhoneLabel>(Get("phone_label"), ignoreCase: true, out var known) ? known : PhoneLabel.Cell;
        var customer = problems.Count > 0 ? null : new NewCustomer(
            company.Length > 0, new Person(Get("first_name"), Get("last_name")), company.Length > 0 ? company : null,
            [new Phone("+1" + phone, null, label, Primary: true)], email.Length > 0 ? email : null, [], address, null,
            Get("lead_source").Length > 0 ? new LeadSource(LeadSourceKind.Listed, null, null, Get("lead_source")) : null,
            rep, [], Get("note").Length > 0 ? Get("note") : null, false, false);
        return new ImportRow(line, name, customer, customer is null ? null : job, null, problems);

        string Get(string column) => fields.TryGetValue(column, out var value) ? value : "";
    }

    private static PostalAddress? Address(List<string> problems, Func<string, string> get)
    {
        if (get("street").Length == 0 && get("city").Length == 0)
        {
            return null;
        }

        var state = UsStates.Code(get("state"));
        if (state is null)
        {
            problems.Add($"state \"{get("state")}\" is not a US state");
        }

        if (!Zip().IsMatch(get("zip")))
        {
            problems.Add($"zip \"{get("zip")}\" is not a ZIP code");
        }

        return new PostalAddress(get("street"), null, get("city"), state ?? "", get("zip"));
    }

    private static CrmId? Rep(List<string> problems, string said, IReadOnlyList<CrmUser> users)
    {
        if (said.Length == 0)
        {
            return null;
        }

        var match = Staff.Find(users, said);
        if (match.Problem is { } problem)
        {
            problems.Add($"rep: {problem}");
        }

        return match.One?.Id;
    }

    private static NewJob? Job(List<string> problems, string trades, string description, CrmId? rep)
    {
        if (trades.Length == 0 && description.Length == 0)
        {
            return null;
        }

        var named = trades.Length > 0 ? Trades.In(trades) : Trades.In(description);
        if (named.Count == 0)
        {
            problems.Add($"trades \"{trades}\" names no trade; trades are {string.Join(", ", Trades.All)}");
        }

        return new NewJob(
            default, [.. named.Select(t => EmbeddedCatalog.Id(CrmKind.Trade, t))], description.Length > 0 ? description : trades, null,
            rep is { } one ? [one] : [], false, null);
    }

    [GeneratedRegex(@"^[2-9]\d{2}[2-9]\d{6}$")]
    private static partial Regex Nanp();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$")]
    private static partial Regex Mail();

    [GeneratedRegex(@"^\d{5}(-\d{4})?$")]
    private static partial Regex Zip();
}
