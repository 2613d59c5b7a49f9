using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>Moves a job to another stage, after a yes: a move may e-mail the customer.</summary>
internal sealed class MoveJobStageTool(ICrm crm, CrmWriting writing) : Tool<MoveJobStageTool.Input>
{
    public sealed record Input(
        string JobId,
        [property: Description("Name or position of the stage, 'next' or 'back'.")] string ToStage,
        [property: Description("Stage in which the job was seen.")] string? ExpectedStage = null,
        [property: Description("false = show what would happen.")] bool Confirm = false);

    public override string Name => "move_job_stage";
    public override string Description => "Move a job to another pipeline stage.";
    public override ToolEffect Effect => ToolEffect.Write;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmWrite];
    public override bool Idempotent => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (writing.Refusal is { } refusal)
        {
            return refusal;
        }

        var id = CrmId.Of(CrmKind.Job, input.JobId);
        var read = await crm.GetJobAsync(turn.Tenant, id, ct);
        var pipeline = await crm.GetPipelineAsync(turn.Tenant, ct);
        if (!read.Ok || !pipeline.Ok)
        {
            return CrmAnswer.Refused(read.Error ?? pipeline.Error!);
        }

        IReadOnlyList<StageRef> stages = [.. pipeline.Value.Stages.Select(s => s.Stage)];
        var job = read.Value.Value;
        var seen = input.ExpectedStage is { Length: > 0 } expected ? StageNames.Find(stages, expected, null) ?? job.Stage : job.Stage;
        var target = StageNames.Find(stages, input.ToStage, seen);
        if (target is null || target.Locked)
        {
            return UnknownStage(input.ToStage, target, job, stages);
        }

        var customer = await crm.GetCustomerAsync(turn.Tenant, job.CustomerId, ct);
        var name = $"{(customer.Ok ? customer.Value.Value.DisplayName + "'s " : "")}job {job.Number} ({Words.TradeList(job.TradeNames)})";
        return CrmWriting.ForReal(input.Confirm, turn)
            ? await MoveAsync(input, turn, name, seen, target, ct)
            : Preview(input, name, job, seen, target);
    }

    private static ToolResult Preview(Input input, string name, Job job, StageRef seen, StageRef target)
    {
        if (seen.Id.Value != job.Stage.Id.Value)
        {
            return ToolResult.Failed($"{name} is in {job.Stage.Name} by now, not in {seen.Name}.", "Tell me again where it should go.");
        }

        if (target.Id.Value == job.Stage.Id.Value)
        {
            return ToolResult.Done($"{name} is already in {target.Name}; nothing to change.", new { job_id = input.JobId, stage = target.Name });
        }

        var effects = Words.Effects(target);
        return ToolResult.Preview(
            $"I would move {name} from {seen.Name} to {target.Name}.{(effects is null ? "" : " " + effects)}",
            new { job_id = input.JobId, from = seen.Name, to = target.Name, effects },
            new FactsPart("Stage move", [new Fact("Before", seen.Name), new Fact("After", target.Name), .. effects is null ? [] : new[] { new Fact("Careful", effects) }]));
    }

    private async Task<ToolResult> MoveAsync(Input input, TurnContext turn, string name, StageRef seen, StageRef target, CancellationToken ct)
    {
        var write = CrmWriting.Context(Name, input with { Confirm = false }, turn);
        var moved = await crm.MoveJobAsync(turn.Tenant, CrmId.Of(CrmKind.Job, input.JobId), target.Id, seen.Id, write, ct);
        if (!moved.Ok)
        {
            return CrmAnswer.Refused(moved.Error!);
        }

        var effects = Words.Effects(target);
        var plan = new UndoPlan("stage", input.JobId, $"{name} is back in {seen.Name}") { BackTo = seen.Id.Value, From = target.Id.Value };
        var receipt = await writing.ReceiptAsync(
            turn, write, $"Moved {name} to {target.Name}", [new Fact("Before", seen.Name), new Fact("After", target.Name)], plan, ct);
        return ToolResult.Done(
            $"Done: {name} moved from {seen.Name} to {target.Name}.{(effects is null ? "" : " " + effects)}",
            new { job_id = input.JobId, from = seen.Name, to = target.Name, effects, stage = target.Name },
            receipt);
    }

    private static ToolResult UnknownStage(string said, StageRef? target, Job job, IReadOnlyList<StageRef> stages) => ToolResult.NeedsInput(
        $"{(target is null ? StageNames.IsRelative(said) ? $"There is no stage {(StageNames.Canonical(said) == "next" ? "after" : "before")} {job.Stage.Name}" : $"There is no stage \"{said}\"" : $"{target.Name} is locked")}. "
        + $"Job {job.Number} is in {job.Stage.Name}. The stages are {Words.And(stages.Select(s => s.Name))}. Which one?") with
    {
        Data = TurnJson.Element(new { job_id = job.Number, stage = job.Stage.Name, stages = stages.Select(s => s.Name) }),
        Parts = [new ButtonsPart([.. stages.Where(s => !s.Locked && s.Id.Value != job.Stage.Id.Value).Select(s => new ReplyButton(s.Name, $"say:to {s.Name}"))])],
    };
}
