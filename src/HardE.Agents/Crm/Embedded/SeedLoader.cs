using System.Data.Common;
using Dapper;
using HardE.Agents.Services;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Crm.Embedded;

/// <summary>Fills the embedded CRM of one company with given records, ids and numbers kept.</summary>
public sealed class SeedLoader(EmbeddedCrm crm, Database database, IOptions<CompanyOptions> company, TimeProvider clock)
{
    /// <param name="sample">True for records that are nobody's: they make the world a sample world.</param>
    /// <exception cref="FormatException">A record names a stage, a trade or a date that does not exist; nothing is loaded.</exception>
    public Task LoadAsync(string tenant, CrmSeed seed, bool sample, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            foreach (var user in seed.Users ?? [])
            {
                await db.ExecuteAsync(
                    """
                    INSERT INTO crm_user (tenant, id, name, email, role, active, sample)
                    VALUES (@tenant, @Id, @Name, @email, @Role, @active, @isSample)
                    """,
                    new { tenant, user.Id, user.Name, email = user.Email?.ToLowerInvariant(), user.Role, active = user.Active ? 1 : 0, isSample = sample ? 1 : 0 });
            }

            await AddStagesAsync(db, tenant, seed.Stages ?? []);
            foreach (var customer in seed.Customers ?? [])
            {
                await crm.Customers.AddAsync(db, tenant, customer.Id, Customer(customer), sample);
                await AddNotesAsync(db, tenant, seed, EmbeddedCatalog.Id(CrmKind.Customer, customer.Id), customer.Notes);
            }

            var stages = await EmbeddedCatalog.StagesAsync(db, tenant);
            foreach (var job in seed.Jobs ?? [])
            {
                var updated = job.Updated is null ? clock.GetUtcNow() : Time(job.Updated);
                await EmbeddedJobs.AddAsync(db, tenant, job.Id, Job(job, stages), updated);
                await AddNotesAsync(db, tenant, seed, EmbeddedCatalog.Id(CrmKind.Job, job.Id), job.Notes);
            }
        },
        ct);

    /// <summary>Stages that all have standard names only change what those do; others replace the whole list.</summary>
    private static async Task AddStagesAsync(DbConnection db, string tenant, IReadOnlyList<SeedStage> stages)
    {
        if (stages.Count == 0)
        {
            return;
        }

        var standard = EmbeddedCatalog.StandardStages.Select(s => new SeedStage(s.Name)).ToList();
        var list = stages.All(s => standard.Exists(t => t.Name == s.Name))
            ? [.. standard.Select(t => stages.FirstOrDefault(s => s.Name == t.Name) ?? t)]
            : stages;
        for (var i = 0; i < list.Count; i++)
        {
            var effects = (list[i].EmailsCustomer ? StageEffects.EmailsCustomer : 0) | (list[i].CreatesTasks ? StageEffects.CreatesTasks : 0)
                | (list[i].PushesUsers ? StageEffects.PushesUsers : 0);
            await db.ExecuteAsync(
                """
                INSERT INTO crm_stage (tenant, id, name, position, locked, effects)
                VALUES (@tenant, @id, @name, @position, @locked, @effects)
                """,
                new
                {
                    tenant,
                    id = EmbeddedCatalog.StageId(list[i].Name).Value,
                    name = list[i].Name,
                    position = i + 1,
                    locked = list[i].Locked ? 1 : 0,
                    effects = (long)effects,
                });
        }
    }

    private async Task AddNotesAsync(DbConnection db, string tenant, CrmSeed seed, CrmId target, IReadOnlyList<SeedNote>? notes)
    {
        foreach (var note in notes ?? [])
        {
            var at = Time(note.At);
            var by = seed.Users?.FirstOrDefault(u => u.Id == note.By)?.Name ?? note.By;
            CrmId[] mentions = [.. (note.Mentions ?? []).Select(m => EmbeddedCatalog.Id(CrmKind.User, m))];
            await EmbeddedNotes.InsertAsync(
                db, tenant, new Note(EmbeddedCatalog.Id(CrmKind.Note, "n" + Ids.New(clock.GetUtcNow())), target, note.Text, mentions, by, at));
        }
    }

    private static Customer Customer(SeedCustomer c) => new(
        c.CompanyName is { Length: > 0 },
        new Person(c.FirstName ?? "", c.LastName ?? ""),
        c.CompanyName,
        [.. (c.Phones ?? []).Select((p, i) => new Phone(p.Number, p.Ext, p.Label, i == 0))],
        c.Email,
        [],
        c.Street is null && c.City is null ? null : new PostalAddress(c.Street ?? "", null, c.City ?? "", c.State ?? "", c.Zip ?? ""),
        null,
        c.LeadSource is null ? null : new LeadSource(LeadSourceKind.Listed, null, null, c.LeadSource),
        c.Rep is null ? null : EmbeddedCatalog.Id(CrmKind.User, c.Rep),
        [.. (c.Contacts ?? []).Select(p => new Person(p.FirstName, p.LastName, p.Relation))],
        c.Note is { Length: > 0 } ? c.Note : null,
        CallRequired: false,
        AppointmentRequired: false,
        []);

    private Job Job(SeedJob j, IReadOnlyList<StageRef> stages)
    {
        var stage = j.Stage is null ? stages[0]
            : stages.FirstOrDefault(s => Folding.Fold(s.Name) == Folding.Fold(j.Stage)) ?? throw new FormatException($"Job {j.Number}: no stage is called '{j.Stage}'.");
        CrmId[] trades = [.. (j.Trades ?? ["other"]).Select(t => EmbeddedCatalog.Id(CrmKind.Trade, Trades.Named(t) ?? throw new FormatException($"Job {j.Number}: no trade is called '{t}'.")))];
        return new Job(
            EmbeddedCatalog.Id(CrmKind.Customer, j.CustomerId), j.Number, j.Name, j.Description ?? "", trades, [], stage, null,
            j.Rep is null ? [] : [EmbeddedCatalog.Id(CrmKind.User, j.Rep)], null, j.Insurance,
            j.Total is null ? null : new JobMoney(j.Total, j.Received ?? 0, j.Total - (j.Received ?? 0)),
            j.SignedOn is null ? null : DateOnly.FromDateTime(Time(j.SignedOn).Date), null, Archived: false)
        {
            TradeNames = [.. trades.Select(t => t.Value)],
            Appointment = j.Appointment is null ? null : Time(j.Appointment),
        };
    }

    private DateTimeOffset Time(string text) => SeedDate.Parse(text, clock.GetUtcNow(), company.Value.Zone);
}
