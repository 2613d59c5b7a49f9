using System.Data.Common;
using Dapper;

namespace HardE.Agents.Crm.Embedded;

/// <summary>Finds jobs by number, customer, stage, rep, trade and date.</summary>
internal static class JobSearch
{
    private const double SureName = 0.7;

    /// <returns>Last changed first; empty when a named stage, rep or trade does not exist.</returns>
    public static async Task<IReadOnlyList<JobSummary>> FindAsync(DbConnection db, string tenant, JobQuery query)
    {
        var values = new DynamicParameters(new { tenant });
        var conditions = new List<string> { "1 = 1" };
        if (query.Number is { Length: > 0 } number)
        {
            conditions.Add("(lower(job.number) = @number OR job.id = @jobId)");
            values.AddDynamicParams(new { number = number.Trim().TrimStart('#').ToLowerInvariant(), jobId = number.Trim() });
        }

        if (query.CustomerId is { } customer)
        {
            conditions.Add("job.customer_id = @customerId");
            values.Add("customerId", customer.Value);
        }

        if (query.UpdatedSince is { } since)
        {
            conditions.Add("job.updated_at >= @since");
            values.Add("since", since.ToUnixTimeMilliseconds());
        }

        if (query.NotUpdatedSince is { } before)
        {
            conditions.Add("job.updated_at < @before");
            values.Add("before", before.ToUnixTimeMilliseconds());
        }

        if (!query.IncludeClosed && query.Number is null && query.Stage is null)
        {
            conditions.Add("job.is_open = 1");
        }

        await AddReferenceAsync(db, tenant, query.Reference, conditions, values);
        await AddStageAsync(db, tenant, query.Stage, conditions, values);
        await AddRepAsync(db, tenant, query.Rep, conditions, values);
        AddTrade(query.Trade, conditions, values);
        return await JobRows.SummariesAsync(db, tenant, string.Join(" AND ", conditions), values);
    }

    private static async Task AddReferenceAsync(DbConnection db, string tenant, string? reference, List<string> conditions, DynamicParameters values)
    {
        if (reference is { Length: > 0 })
        {
            var found = await CustomerSearch.FindAsync(db, tenant, reference);
            conditions.Add($"job.customer_id IN ({SqlList.Add(values, "c", [.. found.Where(f => f.Score >= SureName).Select(f => f.Id)])})");
        }
    }

    private static async Task AddStageAsync(DbConnection db, string tenant, string? name, List<string> conditions, DynamicParameters values)
    {
        if (name is { Length: > 0 })
        {
            var stages = await EmbeddedCatalog.StagesAsync(db, tenant);
            var ids = stages.Where(s => Folding.Fold(s.Name) == Folding.Fold(name) || s.Id.Value == name).Select(s => s.Id.Value).ToList();
            conditions.Add($"job.stage_id IN ({SqlList.Add(values, "s", ids)})");
        }
    }

    private static async Task AddRepAsync(DbConnection db, string tenant, string? rep, List<string> conditions, DynamicParameters values)
    {
        if (rep is { Length: > 0 })
        {
            var users = await EmbeddedCatalog.UsersAsync(db, tenant);
            var said = Folding.Words(rep);
            var ids = users.Where(u => u.Id.Value == rep || string.Equals(u.Email, rep, StringComparison.OrdinalIgnoreCase) || said.All(Folding.Words(u.Name).Contains))
                .Select(u => u.Id.Value).ToList();
            conditions.Add(ids.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", ids.Select((_, i) => $"job.reps LIKE @rep{i}"))})");
            for (var i = 0; i < ids.Count; i++)
            {
                values.Add($"rep{i}", $"%,{ids[i]},%");
            }
        }
    }

    private static void AddTrade(string? trade, List<string> conditions, DynamicParameters values)
    {
        if (trade is { Length: > 0 })
        {
            conditions.Add("job.trades LIKE @trade");
            values.Add("trade", $"%,{Trades.Meant(trade) ?? trade},%");
        }
    }
}
