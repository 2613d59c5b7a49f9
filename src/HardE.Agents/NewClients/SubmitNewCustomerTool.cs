using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using HardE.Agents.Crm;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients;

/// <summary>Makes the record of the draft, customer and first job in one, after a yes; once, however often it is pressed.</summary>
internal sealed class SubmitNewCustomerTool(ICrm crm, Staff staff, CrmWriting writing) : Tool<SubmitNewCustomerTool.Input>
{
    public sealed record Input(
        [property: Description("The draft, as show_new_customer names it.")] string DraftId,
        [property: Description("Its revision.")] int Revision,
        [property: Description("false = show what would be created.")] bool Confirm = false);

    public override string Name => "submit_new_customer";
    public override string Description => "Create the customer of the finished draft, with the first job, in the CRM.";
    public override ToolEffect Effect => ToolEffect.Write;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmWrite];
    public override bool Idempotent => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (writing.Refusal is { } refusal)
        {
            return refusal;
        }

        var draft = turn.State.Get<NewClientDraft>(turn.Mine(NewClientDraft.Document));
        if (draft is null || draft.Id != input.DraftId)
        {
            return ToolResult.NotFound("That draft is gone: it was created, cancelled or left for more than seven days.", "Send the customer again and I will take it down anew.");
        }

        if (draft.Revision != input.Revision)
        {
            return ToolResult.NeedsInput("The draft has changed since I showed it, so nothing was created. Say \"create\" and I will show you the new version.");
        }

        if (!draft.Form.IsComplete)
        {
            var open = draft.Form.Problems.Concat(draft.Form.Missing).Select(Slots.Label);
            return ToolResult.NeedsInput($"Before I can create the record I still need: {Words.And(open)}.");
        }

        var users = await staff.ListAsync(turn.Tenant, ct);
        var catalog = await crm.GetReferenceDataAsync(turn.Tenant, ct);
        if (!catalog.Ok)
        {
            return CrmAnswer.Refused(catalog.Error!);
        }

        var record = NewRecord.From(draft.Form, catalog.Value, users, await ReferrerAsync(turn.Tenant, draft.Form, ct));
        return CrmWriting.ForReal(input.Confirm, turn)
            ? await CreateAsync(draft, record, users, turn, ct)
            : await PreviewAsync(draft, record, users, turn, ct);
    }

    private async Task<ToolResult> PreviewAsync(NewClientDraft draft, NewRecord record, IReadOnlyList<CrmUser> users, TurnContext turn, CancellationToken ct)
    {
        var pipeline = await crm.GetPipelineAsync(turn.Tenant, ct);
        var stage = pipeline.Ok && pipeline.Value.Stages.Count > 0 ? pipeline.Value.Stages[0].Stage.Name : "the first stage";
        var owner = FormFacts.Value(draft.Form, Slots.SalesRep, users, masked: false);
        var warning = Reading.ZipCode.Warning(draft.Form.Text(Slots.State), draft.Form.Text(Slots.Zip)) is { } odd ? $" {odd}" : "";
        var what = $"I would create {draft.Form.DisplayName} as a new {draft.Form.Text(Slots.CustomerType)} customer and open a "
            + $"{Words.TradeList(draft.Form.List(Slots.Trades))} job in {stage}, {(owner == "unassigned" ? "with no rep yet" : $"for {owner}")}.{warning}";
        return ToolResult.Preview(
            what,
            new { draft_id = draft.Id, revision = draft.Revision, name = draft.Form.DisplayName, stage, as_text = record.TextOnly },
            FormFacts.Card("New customer", draft.Form, users, turn.Request.SharedRoom));
    }

    private async Task<ToolResult> CreateAsync(NewClientDraft draft, NewRecord record, IReadOnlyList<CrmUser> users, TurnContext turn, CancellationToken ct)
    {
        var write = new WriteContext(Key(turn.Tenant, draft), turn.Speaker.PersonId ?? turn.Speaker.UserId, turn.Speaker.Name, Name);
        var made = await crm.CreateCustomerAsync(turn.Tenant, record.Customer, record.Job, write, ct);
        if (!made.Ok)
        {
            return CrmAnswer.Refused(made.Error!);
        }

        var noted = await NoteAsync(made.Value, record, write, turn, ct);
        NextDraft.TakeUp(turn, draft);
        var created = made.Value;
        var owner = FormFacts.Value(draft.Form, Slots.SalesRep, users, masked: false);
        var facts = new List<Fact> { new("Customer", draft.Form.DisplayName!), new("Job", created.JobNumber ?? "-"), new("Stage", created.FirstStage ?? "-"), new("Rep", owner) };
        facts.AddRange(record.TextOnly.Count == 0 ? [] : [new Fact("Kept as text", string.Join("; ", record.TextOnly))]);
        var claim = record.JobNote is null ? "" : noted ? " The claim is in a note on the job." : " The note about the claim could not be added; please add it by hand.";
        var next = NextDraft.Sentence(draft);
        var undo = new UndoPlan("customer", created.CustomerId.Value, $"customer {draft.Form.DisplayName} with job {created.JobNumber}") { Notes = record.JobNote is not null && noted ? 1 : 0 };
        return ToolResult.Done(
            $"Done: {draft.Form.DisplayName} is in the CRM with job {created.JobNumber} ({Words.TradeList(draft.Form.List(Slots.Trades))}) in {created.FirstStage}. Rep: {owner}.{claim}{next}",
            new { customer_id = created.CustomerId.Value, job_id = created.JobId?.Value, number = created.JobNumber, stage = created.FirstStage },
            await writing.ReceiptAsync(turn, write, $"Created customer {draft.Form.DisplayName}", facts, undo, ct) with { Link = created.Link });
    }

    private async Task<bool> NoteAsync(CustomerCreated created, NewRecord record, WriteContext write, TurnContext turn, CancellationToken ct)
    {
        if (record.JobNote is not { } text || created.JobId is not { } job)
        {
            return true;
        }

        var note = await crm.AddNoteAsync(turn.Tenant, job, new NoteBody(text, []), write with { IdempotencyKey = $"{write.IdempotencyKey}:claim" }, ct);
        return note.Ok;
    }

    /// <summary>The customer who sent this one, when exactly one has that name.</summary>
    private async Task<CrmId?> ReferrerAsync(string tenant, NewClientForm form, CancellationToken ct)
    {
        if (form.Get<LeadSourceAnswer>(Slots.LeadSource) is not { Kind: "customer_referral", Detail: { } name })
        {
            return null;
        }

        var found = await crm.SearchCustomersAsync(tenant, new CustomerQuery(name), new CrmPaging(1, 5), ct);
        var same = found.Ok ? found.Value.Items.Where(c => Folding.Fold(c.Name) == Folding.Fold(name)).ToList() : [];
        return same.Count == 1 ? same[0].Id : null;
    }

    /// <summary>The same draft at the same revision is created once, from whichever press or node it comes.</summary>
    private static string Key(string tenant, NewClientDraft draft) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}\nnew_client\n{draft.Key}")));
}
