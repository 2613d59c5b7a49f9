using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Scripting;

/// <summary>Writes the primer for one customer from the CRM's record, and keeps it as a draft.</summary>
internal sealed class WritePrimerScriptTool(ScriptCustomers customers, ScriptDesk desk) : Tool<WritePrimerScriptTool.Input>
{
    public sealed record Input(
        [property: Description("Customer as the person said it: name, phone, e-mail or job number.")] string? Customer = null,
        [property: Description("The customer's id, when one was chosen; wins over customer.")] string? CustomerId = null,
        [property: Description("Trade words, for example roofing; null takes the job's.")] IReadOnlyList<string>? Trades = null,
        [property: Description("What the person told about the job; used where the CRM knows nothing.")] string? Description = null,
        [property: Description("True to write it for somebody the CRM does not know, from what was said alone.")] bool? WithoutRecord = null);

    public override string Name => "write_primer_script";
    public override string Description => "Writes the spoken primer for a homeowner before the visit, and keeps it as a draft.";
    public override ToolEffect Effect => ToolEffect.Draft;
    public override IReadOnlyList<string> Scopes => [Permissions.ScriptsWrite, Permissions.CrmRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var request = new ScriptRequest(ScriptRequest.Primer, input.Customer, input.Trades ?? [], input.Description ?? "", []);
        if (input.WithoutRecord == true && input.Customer is { Length: > 0 } stranger)
        {
            return await WriteAsync(Unknown(turn, stranger, request), stranger, turn, ct);
        }

        if (input.CustomerId is null && string.IsNullOrWhiteSpace(input.Customer))
        {
            turn.State.Set(turn.Mine(ScriptDraft.State), new ScriptDraft("", [], 0) { Waiting = request });
            return ToolResult.NeedsInput("Which customer is the primer for? A name, phone or job number is enough.");
        }

        var subject = await customers.FindAsync(turn, input.Customer, input.CustomerId, request.Trades, ct);
        return subject.Customer is null
            ? ScriptChoices.Ask(turn, request, subject.Choices)
            : await WriteAsync(From(turn, subject, request), ScriptChoices.Label(subject), turn, ct);
    }

    private async Task<ToolResult> WriteAsync(PrimerScriptInput input, string label, TurnContext turn, CancellationToken ct)
    {
        var (version, problems) = await desk.PrimerAsync(input, [], "first version", ct);
        if (problems.Count > 0)
        {
            return ToolResult.Failed(
                $"I could not write a primer that passes the checks: {string.Join(" ", problems.Select(p => p.Message))}",
                "Correct the record (first name, trade) and ask again.");
        }

        var draft = new ScriptDraft(label, [], 0).With(version);
        turn.State.Set(turn.Mine(ScriptDraft.State), draft);
        return ScriptReply.Show(draft);
    }

    private static PrimerScriptInput From(TurnContext turn, ScriptSubject subject, ScriptRequest request)
    {
        var input = PrimerScriptInput.From(turn.Tenant, subject.Customer!, subject.Job, subject.Rep);
        return input with
        {
            Trades = input.Trades.Count > 0 || subject.Job is not null ? input.Trades : request.Trades,
            JobDescription = $"{input.JobDescription} {request.Words}".Trim(),
        };
    }

    private static PrimerScriptInput Unknown(TurnContext turn, string name, ScriptRequest request)
    {
        var first = name.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return new PrimerScriptInput(turn.Tenant, name, first, request.Trades, request.Words)
        {
            RepName = turn.Speaker.Role == Roles.Rep ? turn.Speaker.Name : null,
        };
    }
}
