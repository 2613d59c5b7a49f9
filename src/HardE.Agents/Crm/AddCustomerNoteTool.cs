using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>Adds a note to a customer, after a yes.</summary>
internal sealed class AddCustomerNoteTool(ICrm crm, NoteWriting notes) : Tool<AddCustomerNoteTool.Input>
{
    public sealed record Input(
        string CustomerId,
        [property: Description("The user's own words, at most 4,000 characters.")] string Text,
        [property: Description("Colleagues to mention: CRM user id, e-mail or full name.")] IReadOnlyList<string>? Mentions = null,
        [property: Description("false = show what would happen.")] bool Confirm = false);

    public override string Name => "add_customer_note";
    public override string Description => "Add a note to a customer (not to one of their jobs).";
    public override ToolEffect Effect => ToolEffect.Write;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmWrite];
    public override bool Idempotent => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (notes.Refusal is { } refusal)
        {
            return refusal;
        }

        var id = CrmId.Of(CrmKind.Customer, input.CustomerId);
        var customer = await crm.GetCustomerAsync(turn.Tenant, id, ct);
        if (!customer.Ok)
        {
            return CrmAnswer.Refused(customer.Error!);
        }

        var (note, question) = await notes.PrepareAsync(input.Text, input.Mentions, turn, ct);
        if (note is null)
        {
            return question!;
        }

        var where = $"{customer.Value.Value.DisplayName}'s customer record";
        return CrmWriting.ForReal(input.Confirm, turn)
            ? await notes.SaveAsync(turn, CrmWriting.Context(Name, input with { Confirm = false }, turn), id, where, "customer", note, ct)
            : NoteWriting.Preview(where, note, new { customer_id = input.CustomerId, text = note.Text, mentions = note.Names });
    }
}
