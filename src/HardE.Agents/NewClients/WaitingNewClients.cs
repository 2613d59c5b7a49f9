using HardE.Agents.Crm;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients;

/// <summary>A person's drafts of new customers, in all conversations.</summary>
internal sealed class WaitingNewClients(ConversationArchive archive) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(WaitingFor who, CancellationToken ct) =>
    [
        .. (await archive.FindDocumentsAsync<NewClientDraft>(who.Tenant, $"{NewClientDraft.Document}:{who.Speaker.UserId}", ct)).Select(d => new WaitingItem(
            $"The draft of {d.Value.Form.DisplayName ?? "a new customer"}{Missing(d.Value)}", d.ChangedAt, "say \"continue\" or \"show\"; \"cancel\" drops it", d.Conversation == who.Conversation)),
    ];

    private static string Missing(NewClientDraft draft)
    {
        var open = draft.Form.Missing.Concat(draft.Form.Problems).Select(Slots.Label).ToList();
        var more = draft.Waiting.Count > 0 ? $", and {draft.Waiting.Count} more from your list" : "";
        return (open.Count == 0 ? ", ready to create" : $", still missing {Words.And(open.Take(4))}{(open.Count > 4 ? $" and {open.Count - 4} more" : "")}") + more;
    }
}
