using System.Security.Cryptography;
using System.Text;
using Dapper;
using HardE.Agents.Crm.Embedded;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>How one write is taken back.</summary>
/// <param name="Kind"><c>note</c>, <c>job</c>, <c>customer</c>, <c>stage</c> or <c>update</c>.</param>
/// <param name="Id">The note, job or customer.</param>
/// <param name="What">What is taken back, for the receipt.</param>
internal sealed record UndoPlan(string Kind, string Id, string What)
{
    public string? BackTo { get; init; }
    public string? From { get; init; }
    public JobPatch? Patch { get; init; }
    public string? Version { get; init; }

    /// <summary>Notes that the write made beside its record.</summary>
    public int Notes { get; init; }
}

/// <summary>Takes writes back within 15 minutes, for the person who made them.</summary>
public sealed class CrmUndo(ICrm crm, Database database)
{
    public const string Prefix = "undo:";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Remembers how to take a write back.</summary>
    /// <returns>The token of its Undo button; null where this CRM cannot take it back.</returns>
    internal async Task<string?> OfferAsync(TurnContext turn, string writeKey, UndoPlan plan, CancellationToken ct)
    {
        if (plan.Kind is "note" or "job" or "customer" && crm is not EmbeddedCrm)
        {
            return null;
        }

        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("undo\n" + writeKey)))[..32];
        await database.WriteAsync(
            db => db.ExecuteAsync(
                """
                INSERT INTO crm_undo (tenant, id, user_id, kind, payload, state, created_at)
                VALUES (@Tenant, @id, @UserId, @Kind, @payload, 'open', @now) ON CONFLICT (tenant, id) DO NOTHING
                """,
                new { turn.Tenant, id, turn.Speaker.UserId, plan.Kind, payload = TurnJson.Write(plan), now = turn.Now.ToUnixTimeMilliseconds() }),
            ct);
        return Prefix + id;
    }

    /// <summary>Takes the write back, or says why not. Pressing twice does it once.</summary>
    public async Task<ToolResult> UndoAsync(string tenant, string token, Speaker speaker, DateTimeOffset now, CancellationToken ct)
    {
        var id = token.StartsWith(Prefix, StringComparison.Ordinal) ? token[Prefix.Length..] : token;
        var row = await database.ReadAsync(
            db => db.QuerySingleOrDefaultAsync<Row>(
                "SELECT user_id, payload, state, created_at FROM crm_undo WHERE tenant = @tenant AND id = @id", new { tenant, id }),
            ct);
        if (row is null || Refusal(row, speaker, now) is { })
        {
            return ToolResult.Failed(row is null ? "I do not know that change any more." : Refusal(row, speaker, now)!);
        }

        var plan = TurnJson.Read<UndoPlan>(row.Payload);
        var error = await RunAsync(tenant, plan, new WriteContext(token, speaker.PersonId ?? speaker.UserId, speaker.Name, "undo"), ct);
        if (error is not null)
        {
            return ToolResult.Failed($"I could not take that back: {error}");
        }

        await database.WriteAsync(
            db => db.ExecuteAsync("UPDATE crm_undo SET state = 'done' WHERE tenant = @tenant AND id = @id", new { tenant, id }), ct);
        return ToolResult.Done(
            $"Taken back: {plan.What}.", new { undone = plan.Kind, id = plan.Id }, new ReceiptPart("Taken back", [new Fact("Change", plan.What), new Fact("By", speaker.Name)]));
    }

    /// <summary>The newest write of this person that can still be taken back; null when there is none.</summary>
    public Task<string?> NewestAsync(string tenant, Speaker speaker, DateTimeOffset now, CancellationToken ct) => database.ReadAsync(
        async db => await db.QueryFirstOrDefaultAsync<string?>(
            """
            SELECT id FROM crm_undo WHERE tenant = @tenant AND user_id = @UserId AND state = 'open' AND created_at >= @since
            ORDER BY created_at DESC
            """,
            new { tenant, speaker.UserId, since = (now - Window).ToUnixTimeMilliseconds() }) is { } id ? Prefix + id : null,
        ct);

    private static string? Refusal(Row row, Speaker speaker, DateTimeOffset now) =>
        row.UserId != speaker.UserId ? "Only the person who made that change can take it back."
        : row.State == "done" ? "That was taken back already."
        : now - DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt) > Window ? "That was more than 15 minutes ago; please change it back by hand."
        : null;

    /// <returns>Why it could not be done; null when it is done.</returns>
    private async Task<string?> RunAsync(string tenant, UndoPlan plan, WriteContext write, CancellationToken ct)
    {
        var job = CrmId.Of(CrmKind.Job, plan.Id);
        switch (plan.Kind)
        {
            case "note" when crm is EmbeddedCrm embedded:
                await embedded.RemoveNoteAsync(tenant, plan.Id, ct);
                return null;
            case "job" when crm is EmbeddedCrm embedded:
                return await embedded.RemoveUntouchedJobAsync(tenant, plan.Id, ct) == 1 ? null : "somebody has worked on the job since.";
            case "customer" when crm is EmbeddedCrm embedded:
                return await embedded.RemoveUntouchedCustomerAsync(tenant, plan.Id, plan.Notes, ct) == 1 ? null : "somebody has worked on the customer since.";
            case "stage":
                var back = CrmId.Of(CrmKind.Stage, plan.BackTo ?? "");
                var moved = await crm.MoveJobAsync(tenant, job, back, CrmId.Of(CrmKind.Stage, plan.From ?? ""), write, ct);
                return moved.Error?.UserMessage;
            case "update":
                var changed = await crm.UpdateJobAsync(tenant, job, plan.Patch!, plan.Version, write, ct);
                return changed.Error?.UserMessage;
            default:
                return "this CRM cannot do that.";
        }
    }

    private sealed class Row
    {
        public string UserId { get; init; } = "";
        public string Payload { get; init; } = "";
        public string State { get; init; } = "";
        public long CreatedAt { get; init; }
    }
}
