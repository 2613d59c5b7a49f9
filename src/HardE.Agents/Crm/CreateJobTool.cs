using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>Opens a job for a customer, after a yes.</summary>
internal sealed class CreateJobTool(ICrm crm, JobFields fields, CrmWriting writing) : Tool<CreateJobTool.Input>
{
    public sealed record Input(
        string CustomerId, IReadOnlyList<string> Trades,
        [property: Description("What work, in the user's words.")] string Description,
        string? Name = null,
        [property: Description("Rep: id, e-mail or name.")] string? Rep = null,
        bool? Insurance = null, SiteInput? SiteAddress = null,
        [property: Description("false = show what would happen.")] bool Confirm = false);

    public override string Name => "create_job";
    public override string Description => "Open a job for an existing customer.";
    public override ToolEffect Effect => ToolEffect.Write;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmWrite];
    public override bool Idempotent => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (writing.Refusal is { } refusal)
        {
            return refusal;
        }

        if (input.Trades.Count == 0 || string.IsNullOrWhiteSpace(input.Description))
        {
            return ToolResult.NeedsInput("What work is the job: which trade, and what is to be done?");
        }

        var customer = await crm.GetCustomerAsync(turn.Tenant, CrmId.Of(CrmKind.Customer, input.CustomerId), ct);
        var trades = await fields.TradesAsync(turn.Tenant, input.Trades, ct);
        var reps = await fields.RepAsync(turn.Tenant, input.Rep, ct);
        if ((customer.Error ?? trades.Error ?? reps.Error) is { } wrong)
        {
            return CrmAnswer.Refused(wrong);
        }

        var job = new NewJob(
            customer.Value.Id, [.. trades.Value.Select(t => t.Id)], input.Description.Trim(), input.Name, [.. reps.Value.Select(r => r.Id)],
            input.Insurance ?? false, JobFields.Address(input.SiteAddress));
        Fact[] facts =
        [
            new("Customer", customer.Value.Value.DisplayName),
            new("Trade", Words.TradeList(trades.Value.Select(t => t.Name))),
            new("Description", job.Description),
            new("Rep", reps.Value.Count == 0 ? "unassigned" : reps.Value[0].Name),
            new("Site", job.SiteAddress is null ? "customer's address" : Words.Address(job.SiteAddress, turn.Request.SharedRoom)),
            new("Insurance", job.Insurance ? "yes" : "no"),
        ];
        return CrmWriting.ForReal(input.Confirm, turn)
            ? await CreateAsync(input, job, facts, turn, ct)
            : await PreviewAsync(customer.Value.Value, job, facts, turn, ct);
    }

    private async Task<ToolResult> PreviewAsync(Customer customer, NewJob job, Fact[] facts, TurnContext turn, CancellationToken ct)
    {
        var pipeline = await crm.GetPipelineAsync(turn.Tenant, ct);
        var stage = pipeline.Ok && pipeline.Value.Stages.Count > 0 ? pipeline.Value.Stages[0].Stage.Name : "the first stage";
        var same = customer.Jobs.FirstOrDefault(j => j.Open && j.Trades.Intersect(job.Trades.Select(t => t.Value)).Any());
        var warning = same is null ? "" : $" There is an open job of that trade already: {Words.JobLine(same)}.";
        return ToolResult.Preview(
            $"I would open a new {facts[1].Value} job for {customer.DisplayName} in {stage}: {CrmAnswer.Sentence(job.Description)} Rep: {facts[3].Value}.{warning}",
            new { customer_id = job.CustomerId.Value, trades = job.Trades.Select(t => t.Value), description = job.Description, stage },
            new FactsPart("New job", [.. facts, new Fact("Stage", stage)]));
    }

    private async Task<ToolResult> CreateAsync(Input input, NewJob job, Fact[] facts, TurnContext turn, CancellationToken ct)
    {
        var write = CrmWriting.Context(Name, input with { Confirm = false }, turn);
        var made = await crm.CreateJobAsync(turn.Tenant, job, write, ct);
        if (!made.Ok)
        {
            return CrmAnswer.Refused(made.Error!);
        }

        var (number, stage) = (made.Value.Value.Number, made.Value.Value.Stage.Name);
        var receipt = await writing.ReceiptAsync(
            turn, write, $"Opened job {number} for {facts[0].Value}", [.. facts, new Fact("Stage", stage)],
            new UndoPlan("job", made.Value.Id.Value, $"job {number} is removed"), ct);
        return ToolResult.Done(
            $"Done: job {number} ({facts[1].Value}) is open for {facts[0].Value} in {stage}. Rep: {facts[3].Value}.",
            new { job_id = made.Value.Id.Value, number, stage },
            receipt);
    }
}
