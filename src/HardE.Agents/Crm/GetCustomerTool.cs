using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>Shows one customer: how to reach them, their jobs, the last notes.</summary>
internal sealed class GetCustomerTool(CrmReading reading, CustomerLookup lookup) : Tool<GetCustomerTool.Input>
{
    public sealed record Input(
        string? CustomerId = null,
        [property: Description("Name, phone, e-mail, address or job number, when there is no id.")] string? Reference = null);

    public override string Name => "get_customer";
    public override string Description => "Show one customer: contact details, jobs, last notes.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmRead];
    public override bool UntrustedOutput => true;
    public override TimeSpan Timeout => TimeSpan.FromSeconds(15);

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (input.CustomerId is { Length: > 0 } id)
        {
            return await ShowAsync(turn, CrmId.Of(CrmKind.Customer, id), ct);
        }

        if (input.Reference is not { Length: > 0 } reference)
        {
            return ToolResult.NeedsInput("Which customer? A name, phone number or job number will do.");
        }

        var found = await lookup.FindAsync(turn.Tenant, new CustomerQuery(reference), ct);
        return !found.Ok ? CrmAnswer.Refused(found.Error!)
            : found.Value.One is { } one ? await ShowAsync(turn, one.Id, ct)
            : CrmAnswer.WhichCustomer(reference, found.Value);
    }

    private async Task<ToolResult> ShowAsync(TurnContext turn, CrmId id, CancellationToken ct)
    {
        var read = await reading.CustomerAsync(turn, id, ct);
        if (!read.Ok)
        {
            return CrmAnswer.Refused(read.Error!);
        }

        var c = read.Value;
        CrmFocus.Set(turn, c);
        var jobs = c.Jobs.Count == 0 ? " No jobs yet."
            : c.Jobs.Count == 1 ? $" Job {CrmAnswer.Line(c.Jobs[0])}."
            : $" {Words.Count(c.Jobs.Count, "job")}: {string.Join("; ", c.Jobs.Select(CrmAnswer.Line))}.";
        var summary = $"{c.Name}{(c.City is null ? "" : $", {c.City}")}: {(c.Phones.Count > 0 ? c.Phones[0].Number : "no phone")}{(c.Email is null ? "" : $", {c.Email}")}.{jobs}";
        return ToolResult.Done(summary, c, CrmAnswer.Facts(c, reading.Zone));
    }
}
