using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>Finds jobs: one in full, several as rows, a stage with the pipeline's counts.</summary>
internal sealed class FindJobsTool(ICrm crm, CrmReading reading, JobLookup lookup) : Tool<FindJobsTool.Input>
{
    private const int MostRows = 10;

    public sealed record Input(
        string? JobNumber = null, string? CustomerId = null,
        [property: Description("Customer as the user named them, when there is no id.")] string? Reference = null,
        string? Stage = null, [property: Description("Rep: id, e-mail or name.")] string? Rep = null, string? Trade = null,
        [property: Description("ISO date or time.")] DateTimeOffset? UpdatedSince = null,
        [property: Description("At most 10.")] int? Limit = null,
        [property: Description("ISO date or time: only jobs nobody has changed since, longest ago first.")] DateTimeOffset? NotUpdatedSince = null);

    public override string Name => "find_jobs";
    public override string Description => "Find jobs by number, customer, stage, rep or trade; a stage alone shows the pipeline.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmRead];
    public override bool UntrustedOutput => true;
    public override TimeSpan Timeout => TimeSpan.FromSeconds(15);

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var query = new JobQuery(
            input.JobNumber, input.CustomerId is { Length: > 0 } id ? CrmId.Of(CrmKind.Customer, id) : null, input.Reference, input.Stage,
            input.Rep, input.Trade, input.UpdatedSince, NotUpdatedSince: input.NotUpdatedSince);
        return query.Number is { Length: > 0 } || (query.CustomerId is null && string.IsNullOrWhiteSpace(query.Reference))
            ? await ListAsync(input, query, turn, ct)
            : await OfCustomerAsync(input, query, turn, ct);
    }

    private async Task<ToolResult> OfCustomerAsync(Input input, JobQuery query, TurnContext turn, CancellationToken ct)
    {
        var found = await lookup.FindAsync(turn.Tenant, query, ct);
        if (!found.Ok)
        {
            return CrmAnswer.Refused(found.Error!);
        }

        var match = found.Value;
        if (match.One is { } one)
        {
            return await OneAsync(turn, one.Id, ct);
        }

        if (match.Jobs.Count > 0)
        {
            var cities = match.Customers.Hits.ToDictionary(c => c.Id.Value, c => c.City);
            return Rows([.. match.Jobs.Select(j => CrmReading.Row(j, cities.GetValueOrDefault(j.CustomerId.Value)))], input, null);
        }

        return match.Customers.Hits.Count == 0 && query.CustomerId is null
            ? CrmAnswer.WhichCustomer(input.Reference!, match.Customers)
            : ToolResult.NotFound($"{match.Customers.One?.Name ?? "This customer"} has no {(input.Trade is null ? "" : $"{Words.TradeList([Trades.Meant(input.Trade) ?? input.Trade])} ")}job{(input.Stage is null ? "" : $" in {input.Stage}")}.", "I can open one: say what work it is.");
    }

    private async Task<ToolResult> ListAsync(Input input, JobQuery query, TurnContext turn, CancellationToken ct)
    {
        var page = await crm.FindJobsAsync(turn.Tenant, query, new CrmPaging(1, 100), ct);
        if (!page.Ok)
        {
            return CrmAnswer.Refused(page.Error!);
        }

        if (query.Number is { Length: > 0 })
        {
            return page.Value.Items is [var one]
                ? await OneAsync(turn, one.Id, ct)
                : ToolResult.NotFound($"There is no job {query.Number}.", "A customer's name finds their jobs.");
        }

        var plain = query is { Rep: null, Trade: null, UpdatedSince: null, NotUpdatedSince: null };
        var pipeline = plain ? await crm.GetPipelineAsync(turn.Tenant, ct) : default;
        StageCount[]? counts = plain && pipeline.Ok ? [.. pipeline.Value.Stages.Select(s => new StageCount(s.Stage.Name, s.Jobs))] : null;
        if (query.Stage is { } stage && counts is not null && !counts.Any(c => Folding.Fold(c.Stage) == Folding.Fold(stage)))
        {
            return ToolResult.NotFound($"There is no stage \"{stage}\". The stages are {Words.And(counts.Select(c => c.Stage))}.");
        }

        var rows = page.Value.Items.Select(j => CrmReading.Row(j));
        return Rows([.. input.NotUpdatedSince is null ? rows : rows.OrderBy(r => r.Updated)], input, counts);
    }

    private ToolResult Rows(IReadOnlyList<JobRow> rows, Input input, IReadOnlyList<StageCount>? pipeline)
    {
        var shown = rows.Take(Math.Clamp(input.Limit ?? MostRows, 1, MostRows)).ToList();
        var data = new JobsData(null, shown, rows.Count > shown.Count, pipeline);
        var parts = new List<ReplyPart>();
        if (shown.Count > 0)
        {
            parts.Add(CrmAnswer.Table("Jobs", shown, reading.Zone));
        }

        if (pipeline is not null && input.Stage is null)
        {
            parts.Add(new TablePart("Pipeline", ["Stage", "Jobs"], [.. pipeline.Select(p => (IReadOnlyList<string>)[p.Stage, $"{p.Jobs}"])]));
        }

        return ToolResult.Done(CrmAnswer.Sentence(rows.Count, shown, pipeline, input.Stage), data, [.. parts]);
    }

    private async Task<ToolResult> OneAsync(TurnContext turn, CrmId id, CancellationToken ct)
    {
        var read = await reading.JobAsync(turn, id, ct);
        if (!read.Ok)
        {
            return CrmAnswer.Refused(read.Error!);
        }

        CrmFocus.Set(turn, read.Value.Job);
        var data = new JobsData(read.Value, [read.Value.Job], false);
        return ToolResult.Done($"{CrmAnswer.Line(read.Value.Job, withCustomer: true)}. {CrmAnswer.Sentence(read.Value.Job.Description)}".Trim(), data, CrmAnswer.Facts(read.Value, reading.Zone));
    }
}
