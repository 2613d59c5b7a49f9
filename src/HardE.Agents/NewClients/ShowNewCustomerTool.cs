using HardE.Agents.Crm;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients;

/// <summary>Shows the open draft: what is there, what is doubtful, what is missing.</summary>
internal sealed class ShowNewCustomerTool(Staff staff) : Tool<ShowNewCustomerTool.Input>
{
    public sealed record Input;

    public override string Name => "show_new_customer";
    public override string Description => "Show the draft of the new customer with what is missing or doubtful.";
    public override ToolEffect Effect => ToolEffect.Read;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmRead];

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var draft = turn.State.Get<NewClientDraft>(turn.Mine(NewClientDraft.Document));
        if (draft is null)
        {
            return ToolResult.NotFound("There is no draft of a new customer here.", "Send a name and a phone number to start one.");
        }

        var users = await staff.ListAsync(turn.Tenant, ct);
        var form = draft.Form;
        var waiting = draft.Waiting.Count == 0 ? "" : $" {Words.Count(draft.Waiting.Count, "more lead")} waiting after it.";
        var state = form.IsComplete ? "It is complete; say \"create\" and I will ask for your yes." : Questions.Ask(form, Questions.Next(form), draft.TimesAsked);
        return ToolResult.Done(
            $"This is what I have for {form.DisplayName ?? "the new customer"}.{waiting} {state}",
            new
            {
                draft_id = draft.Id,
                revision = draft.Revision,
                slots = form.Said.ToDictionary(p => p.Key, p => new { state = p.Value.State, value = p.Value.Value, words = p.Value.Said?.Words, reason = p.Value.Reason }),
                missing = form.Missing,
                problems = form.Problems,
                complete = form.IsComplete,
            },
            FormFacts.Card($"Draft: {form.DisplayName ?? "new customer"}", form, users, turn.Request.SharedRoom));
    }
}
