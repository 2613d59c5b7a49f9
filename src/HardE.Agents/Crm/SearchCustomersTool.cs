using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>Looks customers up in the CRM. No match is an answer, not an error.</summary>
internal sealed class SearchCustomersTool(ICrm crm) : Tool<SearchCustomersTool.Input>
{
    private const int MostRows = 10;

    public sealed record Input(
        [property: Description("Name, phone, e-mail, address or job number, as the user said it.")] string Query,
        string? City = null, string? State = null, string? Stage = null, string? Rep = null,
        [property: Description("At most 10.")] int? Limit = null);

    public override string Name => "search_customers";
    public override string Description => "Find customers by name, phone, e-mail, address or job number, as the user said it.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmRead];
    public override bool UntrustedOutput => true;
    public override TimeSpan Timeout => TimeSpan.FromSeconds(15);

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.Query))
        {
            return ToolResult.NeedsInput("Whom shall I look for? A name, phone number, e-mail, street or job number will do.");
        }

        var query = new CustomerQuery(input.Query, input.City, input.State, input.Stage, input.Rep);
        var page = await crm.SearchCustomersAsync(turn.Tenant, query, new CrmPaging(1, 20), ct);
        if (!page.Ok)
        {
            return CrmAnswer.Refused(page.Error!);
        }

        var match = CustomerLookup.Judge(page.Value.Items);
        var rows = (match.Hits.Count > 0 ? match.Hits : match.Near).ToList();
        var limit = Math.Clamp(input.Limit ?? MostRows, 1, MostRows);
        var resolved = rows.Count(r => r.Score >= CustomerLookup.Sure) == 1 ? rows[0].Id.Value : null;
        var data = new CustomerSearchData([.. rows.Take(limit).Select(CrmReading.Row)], rows.Count > limit, resolved, match.Hits.Count == 0);
        var where = (input.City ?? input.State) is { } place ? $" in {place}" : "";
        if (rows.Count == 0 && await IsEmptyAsync(turn, ct))
        {
            return ToolResult.NotFound("There are no customers yet.", "`./harde import customers FILE.csv` brings them in, or tell me of a new customer.") with
            {
                Data = TurnJson.Element(data),
            };
        }

        if (rows.Count == 0)
        {
            return ToolResult.NotFound($"No customer matches \"{input.Query}\"{where}.", "A phone number, street or part of the last name may find them.") with
            {
                Data = TurnJson.Element(data),
            };
        }

        var summary = match.Hits.Count == 0
            ? $"No customer matches \"{input.Query}\"{where} exactly. Near names: {Words.And(rows.Take(limit).Select(Short))}."
            : rows.Count == 1 ? $"Found {Short(rows[0])}." : $"{Words.Count(rows.Count, "customer")} match \"{input.Query}\": {Words.And(rows.Take(limit).Select(Short))}.";
        return ToolResult.Done(summary, data, CrmAnswer.Table(data.Customers));
    }

    private static string Short(CustomerSummary c) => c.City is { Length: > 0 } city ? $"{c.Name} ({city})" : c.Name;

    private async Task<bool> IsEmptyAsync(TurnContext turn, CancellationToken ct)
    {
        var any = await crm.SearchCustomersAsync(turn.Request.Tenant, new CustomerQuery(null), new CrmPaging(1, 1), ct);
        return any.Ok && any.Value.Items.Count == 0;
    }
}
