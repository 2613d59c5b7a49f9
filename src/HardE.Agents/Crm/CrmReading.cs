using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Crm;

/// <summary>Reads records into the shapes that tools answer with, masked where others may read along.</summary>
public sealed class CrmReading(ICrm crm, IOptions<CompanyOptions> company)
{
    private const int NotesShown = 3;

    public TimeZoneInfo Zone => company.Value.Zone;

    public static CustomerRow Row(CustomerSummary c) => new(
        c.Id.Value, c.Name, Words.Phone(c.Phone, masked: true), c.City, c.JobCount, c.NewestStage, c.Score);

    public static JobRow Row(JobSummary j, string? city = null) => new(
        j.Id.Value, j.Number, j.CustomerId.Value, j.CustomerName, city, j.Trades, j.Stage, j.Rep, j.Description, j.UpdatedAt, j.Open);

    public async Task<CrmResult<CustomerData>> CustomerAsync(TurnContext turn, CrmId id, CancellationToken ct)
    {
        var read = await crm.GetCustomerAsync(turn.Tenant, id, ct);
        if (!read.Ok)
        {
            return read.Error!;
        }

        var (c, masked) = (read.Value.Value, turn.Request.SharedRoom);
        var users = await crm.ListUsersAsync(turn.Tenant, ct);
        return new CustomerData(
            read.Value.Id.Value,
            c.DisplayName,
            c.IsCommercial ? c.Name.FullName : null,
            [.. c.Phones.OrderByDescending(p => p.Primary).Select(p => new PhoneRow(Words.Phone(p.E164, masked), p.Label.ToString().ToLowerInvariant(), p.Extension))],
            c.Email is null ? null : Words.Email(c.Email, masked),
            c.Address is null ? null : Words.Address(c.Address, masked),
            c.Address?.City,
            c.RepId is { } rep && users.Ok ? users.Value.FirstOrDefault(u => u.Id.Value == rep.Value)?.Name : null,
            c.Source?.Note,
            [.. c.Contacts.Select(p => p.Role is null ? p.FullName : $"{p.FullName} ({p.Role})")],
            c.Note,
            read.Value.Version,
            [.. c.Jobs.Select(j => Row(j, c.Address?.City))],
            await NotesAsync(turn.Tenant, read.Value.Id, ct));
    }

    public async Task<CrmResult<JobData>> JobAsync(TurnContext turn, CrmId id, CancellationToken ct)
    {
        var read = await crm.GetJobAsync(turn.Tenant, id, ct);
        if (!read.Ok)
        {
            return read.Error!;
        }

        var job = read.Value.Value;
        var customer = await crm.GetCustomerAsync(turn.Tenant, job.CustomerId, ct);
        var users = await crm.ListUsersAsync(turn.Tenant, ct);
        var reps = job.Reps.Select(r => users.Ok ? users.Value.FirstOrDefault(u => u.Id.Value == r.Value)?.Name ?? r.Value : r.Value).ToList();
        var row = new JobRow(
            read.Value.Id.Value, job.Number, job.CustomerId.Value, customer.Ok ? customer.Value.Value.DisplayName : "",
            customer.Ok ? customer.Value.Value.Address?.City : null, job.TradeNames, job.Stage.Name, reps.Count == 0 ? null : Words.And(reps),
            job.Description, read.Value.UpdatedAt, job.Stage.Name is not ("Closed" or "Lost") && !job.Archived);
        return new JobData(
            row, job.Name, job.Insurance, job.SiteAddress is null ? null : Words.Address(job.SiteAddress, turn.Request.SharedRoom),
            job.Appointment, job.Money, job.SignedOn, read.Value.Version, job.Stage.Id.Value, await NotesAsync(turn.Tenant, read.Value.Id, ct));
    }

    private async Task<IReadOnlyList<NoteRow>> NotesAsync(string tenant, CrmId target, CancellationToken ct)
    {
        var notes = await crm.ListNotesAsync(tenant, target, new CrmPaging(1, NotesShown), ct);
        return notes.Ok ? [.. notes.Value.Items.Select(n => new NoteRow(n.At, n.By, n.Text))] : [];
    }
}
