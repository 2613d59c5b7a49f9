using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Embedded;

/// <summary>Does each write at most once: its key, its request and its result are stored in the same transaction.</summary>
internal sealed class WriteOnce(Database database, TimeProvider clock)
{
    /// <param name="request">What is asked for; the same key with another request is refused.</param>
    /// <param name="work">Checks first, then writes; an error must leave the database as it was.</param>
    public async Task<CrmResult<T>> RunAsync<T>(
        string tenant, WriteContext write, object request, Func<DbConnection, Task<CrmResult<T>>> work, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TurnJson.Write(request))));
        try
        {
            return await database.WriteAsync(
                async db =>
                {
                    var result = await FirstOrStoredAsync(db, tenant, write.IdempotencyKey, request.GetType().Name, hash, work);
                    return write.DryRun ? throw new DryRun<T>(result) : result;
                },
                ct);
        }
        catch (DryRun<T> rolledBack)
        {
            return rolledBack.Result;
        }
    }

    private async Task<CrmResult<T>> FirstOrStoredAsync<T>(
        DbConnection db, string tenant, string key, string kind, string hash, Func<DbConnection, Task<CrmResult<T>>> work)
    {
        var first = await db.ExecuteAsync(
            """
            INSERT INTO crm_write (tenant, write_key, kind, request_hash, written_at) VALUES (@tenant, @key, @kind, @hash, @now)
            ON CONFLICT (tenant, write_key) DO NOTHING
            """,
            new { tenant, key, kind, hash, now = clock.GetUtcNow().ToUnixTimeMilliseconds() });
        if (first == 0)
        {
            var (seen, stored) = await db.QuerySingleAsync<(string, string)>(
                "SELECT request_hash, result FROM crm_write WHERE tenant = @tenant AND write_key = @key", new { tenant, key });
            return seen == hash
                ? TurnJson.Read<T>(stored)
                : CrmResult<T>.Fail(CrmErrorKind.Conflict, "This step was already done with other values; please ask again.");
        }

        var result = await work(db);
        var sql = result.Ok
            ? "UPDATE crm_write SET result = @result WHERE tenant = @tenant AND write_key = @key"
            : "DELETE FROM crm_write WHERE tenant = @tenant AND write_key = @key";
        await db.ExecuteAsync(sql, new { tenant, key, result = result.Ok ? TurnJson.Write(result.Value) : null });
        return result;
    }

    /// <summary>Rolls a trial run back and carries its result out.</summary>
#pragma warning disable CA1032, CA1064 // thrown and caught in this class only
    private sealed class DryRun<T>(CrmResult<T> result) : Exception
    {
        public CrmResult<T> Result { get; } = result;
    }
#pragma warning restore CA1032, CA1064
}
