using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Scripting;

/// <summary>Writes what a rep says: the twelve steps of a visit, a follow-up call, a voicemail. Unknown slots are marked.</summary>
internal sealed class WriteStandardScriptTool(ScriptCustomers customers, ScriptDesk desk) : Tool<WriteStandardScriptTool.Input>
{
    public sealed record Input(
        [property: Description("in_home_visit, follow_up_call, voicemail, referral_request, door or objection.")] string Kind,
        [property: Description("Customer as the person said it; null writes it without a name.")] string? Customer = null,
        [property: Description("The customer's id, when one was chosen.")] string? CustomerId = null,
        IReadOnlyList<string>? Trades = null,
        [property: Description("What the person told about the job.")] string? Description = null,
        [property: Description("Any of new_lead, referral, storm, requote, repeat, two_owner, landlord.")] IReadOnlyList<string>? Variants = null,
        [property: Description("Up to three, in the customer's words.")] IReadOnlyList<string>? Priorities = null,
        [property: Description("Two or three product options.")] IReadOnlyList<string>? Options = null,
        [property: Description("The total as it will be said; only a price the person gave.")] string? Price = null,
        string? NextStep = null);

    public override string Name => "write_standard_script";
    public override string Description => "Writes a rep's own script for a visit or a call, and keeps it as a draft.";
    public override ToolEffect Effect => ToolEffect.Draft;
    public override IReadOnlyList<string> Scopes => [Permissions.ScriptsWrite, Permissions.CrmRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (!StandardKinds.Titles.ContainsKey(input.Kind))
        {
            return new ToolResult(ToolOutcome.InvalidArguments, $"There is no script '{input.Kind}'. Kinds: {string.Join(", ", StandardKinds.Titles.Keys)}.");
        }

        var request = new ScriptRequest(input.Kind, input.Customer, input.Trades ?? [], input.Description ?? "", input.Variants ?? []);
        var named = input.CustomerId is not null || !string.IsNullOrWhiteSpace(input.Customer);
        var subject = named ? await customers.FindAsync(turn, input.Customer, input.CustomerId, request.Trades, ct) : null;
        if (subject is { Customer: null, Choices.Count: > 1 })
        {
            return ScriptChoices.Ask(turn, request, subject.Choices);
        }

        var record = subject?.Customer is null ? null : subject;
        var version = desk.Standard(Fill(input, request, record, turn), [], "first version");
        var label = record is not null ? ScriptChoices.Label(record) : input.Customer ?? "a visit";
        var draft = new ScriptDraft(label, [], 0).With(version);
        turn.State.Set(turn.Mine(ScriptDraft.State), draft);
        return ScriptReply.Show(draft, named && record is null ? $"“{input.Customer}” is not in the CRM, so I used only what you told me." : null);
    }

    private static StandardScriptInput Fill(Input input, ScriptRequest request, ScriptSubject? record, TurnContext turn)
    {
        var owners = record?.Customer?.Value is { } c ? new[] { c.Name.First }.Concat(c.Contacts.Select(p => p.First)).Where(n => n.Length > 0).ToArray() : [];
        var job = record?.Job?.Value;
        var variants = request.Variants.Concat(owners.Length > 1 ? ["two_owner"] : []).Concat(job?.Insurance == true ? ["storm"] : []);
        return new StandardScriptInput(
            input.Kind, owners.Length > 0 ? ReasonWords.Join(owners) : FirstName(input.Customer),
            request.Trades.Count > 0 ? request.Trades : job?.TradeNames ?? [], $"{job?.Description} {request.Words}".Trim())
        {
            City = record?.Customer?.Value.Address?.City,
            Rep = record?.Rep ?? (turn.Speaker.Name is { Length: > 0 } me ? me.Split(' ')[0] : null),
            Variants = [.. variants.Distinct()],
            Priorities = input.Priorities ?? [],
            Options = input.Options ?? [],
            Price = input.Price,
            NextStep = input.NextStep,
        };
    }

    private static string? FirstName(string? said) => said?.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var title and ("Mr." or "Mrs." or "Ms." or "Mr" or "Mrs" or "Ms"), var last, ..] => $"{title} {last}",
        [var first, ..] => first,
        _ => null,
    };
}
