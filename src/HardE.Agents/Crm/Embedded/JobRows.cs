using System.Data.Common;
using Dapper;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Embedded;

/// <summary>Reads jobs as they lie in the table.</summary>
internal static class JobRows
{
    /// <param name="where">A condition on <c>job</c> (and <c>customer</c>), with its values in <paramref name="values"/>.</param>
    /// <returns>Last changed first.</returns>
    public static async Task<IReadOnlyList<JobSummary>> SummariesAsync(DbConnection db, string tenant, string where, DynamicParameters values)
    {
        var stages = (await EmbeddedCatalog.StagesAsync(db, tenant)).ToDictionary(s => s.Id.Value);
        var users = (await EmbeddedCatalog.UsersAsync(db, tenant)).ToDictionary(u => u.Id.Value, u => u.Name);
        var rows = await db.QueryAsync<Row>(
            $"""
            SELECT job.id, job.customer_id, customer.name AS customer_name, job.number, job.stage_id, job.body, job.version, job.updated_at
            FROM crm_job job JOIN crm_customer customer ON customer.tenant = job.tenant AND customer.id = job.customer_id
            WHERE job.tenant = @tenant AND {where} ORDER BY job.updated_at DESC, job.number
            """,
            values);
        return [.. rows.Select(r => Summary(r, stages, users))];
    }

    public static async Task<CrmResult<Versioned<Job>>> ReadAsync(DbConnection db, string tenant, string id)
    {
        var row = await db.QuerySingleOrDefaultAsync<Row>(
            """
            SELECT id, customer_id, '' AS customer_name, number, stage_id, body, version, updated_at
            FROM crm_job WHERE tenant = @tenant AND id = @id
            """,
            new { tenant, id });
        if (row is null)
        {
            return CrmResult<Versioned<Job>>.Fail(CrmErrorKind.NotFound, $"There is no job {id}.");
        }

        var stages = await EmbeddedCatalog.StagesAsync(db, tenant);
        var job = TurnJson.Read<Job>(row.Body);
        var stage = stages.FirstOrDefault(s => s.Id.Value == row.StageId) ?? job.Stage;
        return Records.Version(EmbeddedCatalog.Id(CrmKind.Job, id), row.Version, row.UpdatedAt, job with { Stage = stage });
    }

    private static JobSummary Summary(Row row, Dictionary<string, StageRef> stages, Dictionary<string, string> users)
    {
        var job = TurnJson.Read<Job>(row.Body);
        var stage = stages.TryGetValue(row.StageId, out var known) ? known.Name : job.Stage.Name;
        var reps = job.Reps.Select(r => users.GetValueOrDefault(r.Value, r.Value)).ToList();
        return new JobSummary(
            EmbeddedCatalog.Id(CrmKind.Job, row.Id), EmbeddedCatalog.Id(CrmKind.Customer, row.CustomerId), row.CustomerName, row.Number,
            job.TradeNames, stage, reps.Count == 0 ? null : string.Join(", ", reps), job.Description,
            DateTimeOffset.FromUnixTimeMilliseconds(row.UpdatedAt), EmbeddedCatalog.IsOpen(stage) && !job.Archived);
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string CustomerId { get; init; } = "";
        public string CustomerName { get; init; } = "";
        public string Number { get; init; } = "";
        public string StageId { get; init; } = "";
        public string Body { get; init; } = "";
        public long Version { get; init; }
        public long UpdatedAt { get; init; }
    }
}
