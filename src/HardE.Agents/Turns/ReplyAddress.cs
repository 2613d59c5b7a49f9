namespace HardE.Agents.Turns;

/// <summary>Where an answer goes: enough to find the place again after a restart, on any node.</summary>
/// <param name="Channel">Name of the channel that sends: <c>slack</c>, <c>msteams</c>, <c>terminal</c>.</param>
/// <param name="Account">The workspace on that channel: Slack team id, Entra tenant id, or <c>local</c>.</param>
/// <param name="Place">Channel, chat or terminal session inside the account.</param>
/// <param name="Thread">Root of the thread, where the channel has threads.</param>
public sealed record ReplyAddress(string Channel, string Account, string Place, string? Thread = null)
{
    /// <summary>One queue of outgoing messages: what goes to the same destination keeps its order.</summary>
    public string Destination => Thread is null ? $"{Channel}:{Account}:{Place}" : $"{Channel}:{Account}:{Place}:{Thread}";
}
