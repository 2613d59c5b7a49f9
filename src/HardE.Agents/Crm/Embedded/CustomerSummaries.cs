using System.Data.Common;
using Dapper;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Embedded;

/// <summary>Rows of a customer search, narrowed by town, state, stage and rep.</summary>
internal static class CustomerSummaries
{
    private const int Chunk = 500;

    public static async Task<IReadOnlyList<CustomerSummary>> LoadAsync(
        DbConnection db, string tenant, IReadOnlyList<(string Id, double Score)> scores, CustomerQuery query)
    {
        var found = new List<CustomerSummary>();
        foreach (var part in scores.Chunk(Chunk))
        {
            var values = new DynamicParameters(new { tenant });
            var list = SqlList.Add(values, "id", [.. part.Select(p => p.Id)]);
            var bodies = (await db.QueryAsync<(string Id, string Body)>(
                $"SELECT id, body FROM crm_customer WHERE tenant = @tenant AND id IN ({list})", values)).ToDictionary(r => r.Id, r => r.Body);
            var jobs = (await JobRows.SummariesAsync(db, tenant, $"job.customer_id IN ({list})", values)).ToLookup(j => j.CustomerId.Value);
            found.AddRange(part.Where(p => bodies.ContainsKey(p.Id)).Select(p => Summary(p.Id, TurnJson.Read<Customer>(bodies[p.Id]), [.. jobs[p.Id]], p.Score))
                .Where(s => Fits(s, [.. jobs[s.Id.Value]], query)));
        }

        return found;
    }

    private static CustomerSummary Summary(string id, Customer c, IReadOnlyList<JobSummary> jobs, double score) => new(
        EmbeddedCatalog.Id(CrmKind.Customer, id), c.DisplayName, c.Phones.OrderByDescending(p => p.Primary).FirstOrDefault()?.E164, c.Email,
        c.Address?.City, c.Address?.State, jobs.Count, jobs.MaxBy(j => j.UpdatedAt)?.Stage, score);

    private static bool Fits(CustomerSummary found, IReadOnlyList<JobSummary> jobs, CustomerQuery query) =>
        (query.City is not { Length: > 0 } city || Near(city, found.City))
        && (query.State is not { Length: > 0 } state || UsStates.Code(state) == found.State)
        && (query.Stage is not { Length: > 0 } stage || jobs.Any(j => Folding.Fold(j.Stage) == Folding.Fold(stage)))
        && (query.Rep is not { Length: > 0 } rep || jobs.Any(j => j.Rep is not null && SameName(rep, j.Rep)));

    private static bool Near(string said, string? city) => city is not null
        && Folding.Distance(string.Join(' ', Folding.Words(said)), string.Join(' ', Folding.Words(city)), 1) <= 1;

    private static bool SameName(string said, string name) => Folding.Words(said).All(Folding.Words(name).Contains);
}
