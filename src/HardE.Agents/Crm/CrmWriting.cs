using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Crm;

/// <summary>What the writing tools share: the read-only switch, the key of a write, the Undo of its receipt.</summary>
public sealed class CrmWriting(CrmUndo undo, IOptions<CrmOptions> options)
{
    /// <summary>Why nothing may be written now; null when it may.</summary>
    public ToolResult? Refusal => options.Value.ReadOnly
        ? new ToolResult(ToolOutcome.NotPermitted, "The CRM is set to read-only here, so I change nothing in it.") { Next = "An admin can switch Crm:ReadOnly off." }
        : null;

    public string MentionDelivery => options.Value.MentionDelivery;

    /// <summary>True when this call has the sealed yes; without it every write is a preview.</summary>
    public static bool ForReal(bool confirm, TurnContext turn) => confirm && turn.Approved;

    /// <param name="arguments">The input with <c>confirm</c> off: preview and write share the key's arguments.</param>
    public static WriteContext Context<T>(string tool, T arguments, TurnContext turn) => new(
        turn.IdempotencyKey(tool, TurnJson.Element(arguments)), turn.Speaker.PersonId ?? turn.Speaker.UserId, turn.Speaker.Name, tool);

    /// <summary>The proof of a write that is done; its preview is answered with it.</summary>
    internal async Task<ReceiptPart> ReceiptAsync(
        TurnContext turn, WriteContext write, string title, IReadOnlyList<Fact> facts, UndoPlan plan, CancellationToken ct)
    {
        Rules.OpenQuestion.Close(turn);
        return new(title, [.. facts, new Fact("By", turn.Speaker.Name)], null, await undo.OfferAsync(turn, write.IdempotencyKey, plan, ct));
    }
}
