using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Translates between a Teams conversation id and the address of a reply. In channels the id carries the root message
/// of the thread (<c>19:…;messageid=N</c>): each thread is a dialogue of its own, and answers stay in it.
/// </summary>
internal static class TeamsAddress
{
    private const string ThreadMark = ";messageid=";

    public static ReplyAddress From(string account, string conversationId)
    {
        var mark = conversationId.IndexOf(ThreadMark, StringComparison.Ordinal);
        return mark < 0
            ? new ReplyAddress(TeamsTokenCheck.Channel, account, conversationId)
            : new ReplyAddress(
                TeamsTokenCheck.Channel, account, conversationId[..mark], conversationId[(mark + ThreadMark.Length)..]);
    }

    public static string ConversationId(ReplyAddress to) => to.Thread is null ? to.Place : $"{to.Place}{ThreadMark}{to.Thread}";

    /// <summary>Key of the dialogue in our own tables.</summary>
    public static string Dialogue(string account, string conversationId) =>
        $"{TeamsTokenCheck.Channel}:{account}:{conversationId}";
}
