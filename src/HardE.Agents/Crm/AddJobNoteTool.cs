using System.ComponentModel;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>Adds a note to a job, after a yes.</summary>
internal sealed class AddJobNoteTool(ICrm crm, NoteWriting notes) : Tool<AddJobNoteTool.Input>
{
    public sealed record Input(
        string JobId,
        [property: Description("The user's own words, at most 4,000 characters.")] string Text,
        [property: Description("Colleagues to mention: CRM user id, e-mail or full name.")] IReadOnlyList<string>? Mentions = null,
        [property: Description("false = show what would happen.")] bool Confirm = false);

    public override string Name => "add_job_note";
    public override string Description => "Add a note to a job, with colleagues mentioned in it.";
    public override ToolEffect Effect => ToolEffect.Write;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmWrite];
    public override bool Idempotent => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        if (notes.Refusal is { } refusal)
        {
            return refusal;
        }

        var id = CrmId.Of(CrmKind.Job, input.JobId);
        var job = await crm.GetJobAsync(turn.Tenant, id, ct);
        if (!job.Ok)
        {
            return CrmAnswer.Refused(job.Error!);
        }

        var (note, question) = await notes.PrepareAsync(input.Text, input.Mentions, turn, ct);
        if (note is null)
        {
            return question!;
        }

        var customer = await crm.GetCustomerAsync(turn.Tenant, job.Value.Value.CustomerId, ct);
        var where = $"{(customer.Ok ? customer.Value.Value.DisplayName + "'s " : "")}job {job.Value.Value.Number} ({Words.TradeList(job.Value.Value.TradeNames)}, {job.Value.Value.Stage.Name})";
        return CrmWriting.ForReal(input.Confirm, turn)
            ? await notes.SaveAsync(turn, CrmWriting.Context(Name, input with { Confirm = false }, turn), id, where, "job", note, ct)
            : NoteWriting.Preview(where, note, new { job_id = input.JobId, text = note.Text, mentions = note.Names });
    }
}
