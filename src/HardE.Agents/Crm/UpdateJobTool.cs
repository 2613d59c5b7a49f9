using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>Changes fields of a job, after a yes; shows before and after of each.</summary>
internal sealed class UpdateJobTool(ICrm crm, JobFields fields, CrmWriting writing) : Tool<UpdateJobTool.Input>
{
    public sealed record Changes(
        string? Description = null, string? Name = null, IReadOnlyList<string>? Trades = null,
        [property: Description("Rep: id, e-mail or name; 'unassigned' for nobody.")] string? Rep = null,
        bool? Insurance = null, SiteInput? SiteAddress = null);

    public sealed record Input(
        string JobId, Changes Changes,
        [property: Description("Version in which the job was seen.")] string? ExpectedVersion = null,
        [property: Description("false = show what would happen.")] bool Confirm = false);

    public override string Name => "update_job";
    public override string Description => "Change description, name, trades, rep, insurance or site address of a job.";
    public override ToolEffect Effect => ToolEffect.Write;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmWrite];
    public override bool Idempotent => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (writing.Refusal is { } refusal)
        {
            return refusal;
        }

        var read = await crm.GetJobAsync(turn.Tenant, CrmId.Of(CrmKind.Job, input.JobId), ct);
        if (!read.Ok)
        {
            return CrmAnswer.Refused(read.Error!);
        }

        var planned = await PlanAsync(input.Changes, read.Value.Value, turn, ct);
        if (!planned.Ok)
        {
            return CrmAnswer.Refused(planned.Error!);
        }

        var customer = await crm.GetCustomerAsync(turn.Tenant, read.Value.Value.CustomerId, ct);
        var name = $"{(customer.Ok ? customer.Value.Value.DisplayName + "'s " : "")}job {read.Value.Value.Number}";
        return CrmWriting.ForReal(input.Confirm, turn)
            ? await ChangeAsync(input, planned.Value, name, turn, ct)
            : Preview(input, planned.Value, name, read.Value);
    }

    private static ToolResult Preview(Input input, JobChange change, string name, Versioned<Job> job) =>
        input.ExpectedVersion is { } expected && job.Version is { } version && expected != version
            ? ToolResult.Failed($"Somebody else changed {name} in the meantime.", "Look at it again, then tell me what to change.")
            : change.Fields.Count == 0
                ? ToolResult.Done($"{name} is like that already; nothing to change.", new { job_id = input.JobId })
                : ToolResult.Preview(
                    $"I would change {name}: {string.Join("; ", change.Fields.Select(f => $"{f.Label.ToLowerInvariant()} from {Words.Quote(f.Before)} to {Words.Quote(f.After)}"))}.",
                    new { job_id = input.JobId, changes = change.Fields },
                    new FactsPart("Job change", change.Facts));

    private async Task<ToolResult> ChangeAsync(Input input, JobChange change, string name, TurnContext turn, CancellationToken ct)
    {
        var write = CrmWriting.Context(Name, input with { Confirm = false }, turn);
        var saved = await crm.UpdateJobAsync(turn.Tenant, CrmId.Of(CrmKind.Job, input.JobId), change.Patch, input.ExpectedVersion, write, ct);
        if (!saved.Ok)
        {
            return CrmAnswer.Refused(saved.Error!);
        }

        var what = Words.And(change.Fields.Select(f => f.Label.ToLowerInvariant()));
        var plan = new UndoPlan("update", input.JobId, $"{name} has its old {what} again") { Patch = change.Reverse, Version = saved.Value.Version };
        var receipt = await writing.ReceiptAsync(turn, write, $"Changed {name}", change.Facts, plan, ct);
        return ToolResult.Done(
            $"Done: {name} has a new {what}: {string.Join("; ", change.Fields.Select(f => f.After))}.",
            new { job_id = input.JobId, number = saved.Value.Value.Number, changes = change.Fields },
            receipt);
    }

    private async Task<CrmResult<JobChange>> PlanAsync(Changes changes, Job job, TurnContext turn, CancellationToken ct)
    {
        var plan = new JobChange(job);
        if (changes.Trades is { Count: > 0 } said)
        {
            var trades = await fields.TradesAsync(turn.Tenant, said, ct);
            if (!trades.Ok)
            {
                return trades.Error!;
            }

            plan.SetTrades(trades.Value);
        }

        if (changes.Rep is { Length: > 0 } rep)
        {
            var reps = await fields.RepAsync(turn.Tenant, rep, ct);
            var users = await crm.ListUsersAsync(turn.Tenant, ct);
            if ((reps.Error ?? users.Error) is { } wrong)
            {
                return wrong;
            }

            plan.SetReps(reps.Value, users.Value);
        }

        plan.SetDescription(changes.Description);
        plan.SetName(changes.Name);
        plan.SetInsurance(changes.Insurance);
        plan.SetSite(JobFields.Address(changes.SiteAddress), turn.Request.SharedRoom);
        return plan;
    }
}
