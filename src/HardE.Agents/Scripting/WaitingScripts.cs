using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Agents.Scripting;

/// <summary>A person's open scripts, in all conversations.</summary>
internal sealed class WaitingScripts(ConversationArchive archive) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(WaitingFor who, CancellationToken ct) =>
    [
        .. (await archive.FindDocumentsAsync<ScriptDraft>(who.Tenant, $"{ScriptDraft.State}:{who.Speaker.UserId}", ct)).Select(d => new WaitingItem(
            d.Value.Current is { } script ? $"Your script \"{script.Title}\", version {script.Number}" : "Your wish for a script: I asked which customer you mean",
            d.ChangedAt,
            d.Value.Current is null ? "answer the question" : "change it, or say \"read it aloud\"; \"start over\" drops it",
            d.Conversation == who.Conversation)),
    ];
}
