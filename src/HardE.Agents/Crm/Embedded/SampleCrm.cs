using Dapper;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Crm.Embedded;

/// <summary>The sample world: people who do not exist, so that a newcomer can try everything.</summary>
public sealed class SampleCrm(
    EmbeddedCrm crm, SeedLoader loader, Database database, IOptions<CrmOptions> options, IOptions<CompanyOptions> company)
{
    /// <summary>Loads the samples once: only while demo is on and the CRM holds no customer.</summary>
    /// <returns>True when they were loaded now.</returns>
    /// <exception cref="FileNotFoundException">The folder of samples has no <c>crm.json</c>.</exception>
    public async Task<bool> LoadIfEmptyAsync(string tenant, CancellationToken ct)
    {
        if (!company.Value.Demo || !await crm.IsEmptyAsync(tenant, ct))
        {
            return false;
        }

        var file = Path.GetFullPath(Path.Combine(options.Value.Samples is { Length: > 0 } given ? given : SampleFolders.Find("crm"), "crm.json"));
        var seed = TurnJson.Read<CrmSeed>(await File.ReadAllTextAsync(file, ct));
        await loader.LoadAsync(tenant, seed, sample: true, ct);
        return true;
    }

    /// <summary>Takes the sample customers, their jobs and notes, and the sample users out; everything else stays.</summary>
    /// <returns>How many customers went.</returns>
    public Task<int> RemoveAsync(string tenant, CancellationToken ct) => database.WriteAsync(
        async db =>
        {
            const string samples = "(SELECT id FROM crm_customer WHERE tenant = @tenant AND sample = 1)";
            const string jobs = $"(SELECT id FROM crm_job WHERE tenant = @tenant AND customer_id IN {samples})";
            await db.ExecuteAsync($"DELETE FROM crm_note WHERE tenant = @tenant AND target_kind = 'job' AND target_id IN {jobs}", new { tenant });
            await db.ExecuteAsync($"DELETE FROM crm_note WHERE tenant = @tenant AND target_kind = 'customer' AND target_id IN {samples}", new { tenant });
            await db.ExecuteAsync($"DELETE FROM crm_link WHERE tenant = @tenant AND job_id IN {jobs}", new { tenant });
            await db.ExecuteAsync($"DELETE FROM crm_task WHERE tenant = @tenant AND job_id IN {jobs}", new { tenant });
            await db.ExecuteAsync($"DELETE FROM crm_job WHERE tenant = @tenant AND customer_id IN {samples}", new { tenant });
            await db.ExecuteAsync($"DELETE FROM crm_word WHERE tenant = @tenant AND customer_id IN {samples}", new { tenant });
            await db.ExecuteAsync("DELETE FROM crm_user WHERE tenant = @tenant AND sample = 1", new { tenant });
            return await db.ExecuteAsync("DELETE FROM crm_customer WHERE tenant = @tenant AND sample = 1", new { tenant });
        },
        ct);
}
