using System.Net;
using System.Net.Sockets;
using HardE.Agents.Crm;
using HardE.Agents.Services;
using HardE.Jobs.Mail;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Primer;

/// <summary>Whether a homeowner may be mailed, and where. Looked up just before each mail; what it refuses goes to the director only.</summary>
internal sealed class ClientMailPolicy(ICrm crm, Suppressions suppressions, IMailbox mailbox, IOptions<CompanyOptions> company)
{
    private static readonly string[] DeadStages = ["lost", "cancelled", "canceled", "dead", "closed", "do not contact"];

    /// <returns>The address, or why there is none as a sentence.</returns>
    public async Task<(string? Address, string? Why)> AskAsync(PrimerRun run, CancellationToken ct)
    {
        var customer = run.Work.Customer ?? throw new StepOrderException("notify", nameof(run.Work.Customer));
        var record = await crm.GetCustomerAsync(run.Tenant, customer.Id, ct);
        if (!record.Ok)
        {
            return (null, "The customer's record is gone from the CRM.");
        }

        var job = customer.Job is { } id ? await crm.GetJobAsync(run.Tenant, id, ct) : default(CrmResult<Versioned<Job>>?);
        var address = Address(record.Value.Value, run.Order.Recipient, out var why);
        return why is not null ? (null, why)
            : job is { Ok: true } found && IsDead(found.Value.Value) ? (null, $"The job is in stage {found.Value.Value.Stage.Name}.")
            : company.Value.PostalAddress.Length == 0 ? (null, "The company's postal address is not set, and mail to customers must carry it (./harde init).")
            : await suppressions.HasAsync(run.Tenant, address!, ct) ? (null, "The homeowner asked for no more mail.")
            : mailbox.LeavesTheMachine && IsPrivate(run.Work.Delivered!.Page) ? (null, "The link only works inside this network; set Host:PublicUrl.")
            : (address, null);
    }

    /// <summary>Only addresses of the record count; one that the asker names must be among them.</summary>
    private static string? Address(Customer customer, string? wanted, out string? why)
    {
        string[] known = [.. new[] { customer.Email }.Concat(customer.OtherEmails).OfType<string>().Where(e => e.Contains('@', StringComparison.Ordinal))];
        var address = wanted is null ? known.FirstOrDefault()
            : known.FirstOrDefault(k => k.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        why = address is not null ? null
            : known.Length == 0 ? "The customer's record has no e-mail address."
            : "You named an address that is not in the customer's record. Add it there, and order again; I mail only what the record holds.";
        return address;
    }

    private static bool IsDead(Job job) =>
        job.Archived || DeadStages.Any(s => job.Stage.Name.Contains(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>Addresses that nobody outside can open (RFC 1918, 3927, 4193, 6761).</summary>
    internal static bool IsPrivate(Uri link)
    {
        var host = link.IdnHost.Trim('[', ']');
        if (!IPAddress.TryParse(host, out var ip))
        {
            return !host.Contains('.', StringComparison.Ordinal)
                || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".lan", StringComparison.OrdinalIgnoreCase);
        }

        ip = ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;
        var bytes = ip.GetAddressBytes();
        return IPAddress.IsLoopback(ip) || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any) || ip.IsIPv6LinkLocal || ip.IsIPv6UniqueLocal
            || (ip.AddressFamily == AddressFamily.InterNetwork && (bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31)
                || (bytes[0] == 192 && bytes[1] == 168) || (bytes[0] == 169 && bytes[1] == 254) || (bytes[0] == 100 && bytes[1] is >= 64 and <= 127)));
    }
}

/// <summary>A step was asked to work before the one it builds on: a bug of ours.</summary>
internal sealed class StepOrderException(string step, string missing) : Exception($"{step} needs {missing}.");
