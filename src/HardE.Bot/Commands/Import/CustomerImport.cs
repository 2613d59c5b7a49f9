using System.Globalization;
using System.Security.Cryptography;
using HardE.Agents.Crm;
using HardE.Agents.Services;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Commands.Import;

/// <summary>Takes customers into the CRM. Each line is tried without effect first; a line is written at most once.</summary>
internal static class CustomerImport
{
    private sealed record Import(ICrm Crm, string FileHash, IReadOnlyList<CustomerLine> New);

    public static async Task<ImportPlan> PlanAsync(IServiceProvider services, string path, CancellationToken ct)
    {
        if (services.GetRequiredService<IOptions<CrmOptions>>().Value.ReadOnly)
        {
            return ImportPlan.Refused("Crm:ReadOnly is on: the CRM takes no writes.");
        }

        var company = services.GetRequiredService<IOptions<CompanyOptions>>().Value;
        var bytes = await File.ReadAllBytesAsync(path, ct);
        using var text = new StreamReader(new MemoryStream(bytes));
        var (customers, problems) = CustomerFile.Read(text, company.DefaultAreaCode);
        if (customers.Count == 0 && problems.Count == 0)
        {
            return ImportPlan.Refused($"{Path.GetFileName(path)} holds no customer.");
        }

        var crm = services.GetRequiredService<ICrm>();
        var import = new Import(crm, Convert.ToHexStringLower(SHA256.HashData(bytes)), problems.Count > 0 ? customers : await NewOnesAsync(crm, customers, ct));
        var known = customers.Count - import.New.Count;
        return new ImportPlan($"{Path.GetFileName(path)}: {Number(customers.Count)} customers, {Number(import.New.Count)} of them new.", stop => WriteAsync(import, stop))
        {
            Columns = ["Line", "Name", "Phone", "E-mail", "City"],
            Rows = [.. customers.Take(ImportPlan.FirstRows).Select(Row)],
            Remarks =
            [
                .. known > 0 ? [$"{Number(known)} have a phone number that the CRM knows; they are left out."] : Array.Empty<string>(),
                .. company.Demo ? ["The sample customers are still in the CRM; ./harde init takes them out."] : Array.Empty<string>(),
            ],
            Problems = problems.Count > 0 ? problems : await TryAsync(import, ct),
        };
    }

    private static async Task<IReadOnlyList<CustomerLine>> NewOnesAsync(ICrm crm, IReadOnlyList<CustomerLine> customers, CancellationToken ct)
    {
        var fresh = new List<CustomerLine>();
        foreach (var line in customers)
        {
            var phone = line.Customer.Phones[0].E164;
            var hits = await crm.SearchCustomersAsync(Tenants.Default, new CustomerQuery(phone[2..]), new CrmPaging(1, 20), ct);
            if (!hits.Ok || !hits.Value.Items.Any(c => c.Phone == phone))
            {
                fresh.Add(line);
            }
        }

        return fresh;
    }

    /// <summary>What the CRM would refuse.</summary>
    private static async Task<IReadOnlyList<string>> TryAsync(Import import, CancellationToken ct)
    {
        var problems = new List<string>();
        foreach (var line in import.New)
        {
            var tried = await import.Crm.CreateCustomerAsync(Tenants.Default, line.Customer, null, Context(import, line, dryRun: true), ct);
            if (tried.Error is { } error)
            {
                problems.Add($"line {line.Line}: {error.UserMessage}");
            }
        }

        return problems;
    }

    /// <exception cref="ServiceException">The CRM stopped half-way; the same import goes on where it stopped.</exception>
    private static async Task<string> WriteAsync(Import import, CancellationToken ct)
    {
        var done = 0;
        foreach (var line in import.New)
        {
            var created = await import.Crm.CreateCustomerAsync(Tenants.Default, line.Customer, null, Context(import, line, dryRun: false), ct);
            if (created.Error is { } error)
            {
                throw new ServiceException(
                    "crm", Failure.BadReply, $"line {line.Line} was refused: {error.UserMessage} {Number(done)} customers before it are in; repeat the import to go on.");
            }

            done++;
        }

        return $"{Number(done)} new customers are in the CRM.";
    }

    private static WriteContext Context(Import import, CustomerLine line, bool dryRun) =>
        new($"import:{import.FileHash}:{Number(line.Line)}", "cli", "./harde import", "import customers", dryRun);

    private static string[] Row(CustomerLine line) =>
    [
        Number(line.Line), CustomerFile.NameOf(line.Customer), line.Customer.Phones.Count > 0 ? line.Customer.Phones[0].E164 : "",
        line.Customer.Email ?? "", line.Customer.Address?.City ?? "",
    ];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
