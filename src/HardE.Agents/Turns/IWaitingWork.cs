namespace HardE.Agents.Turns;

/// <summary>One thing that waits for a person.</summary>
/// <param name="What">What it is, as a sentence without a full stop.</param>
/// <param name="Since">When it began to wait.</param>
/// <param name="Next">What the person can say or do about it.</param>
/// <param name="Here">True when it belongs to the conversation that was asked in.</param>
public sealed record WaitingItem(string What, DateTimeOffset Since, string Next, bool Here)
{
    /// <summary>Buttons that decide it at once; none when it needs words.</summary>
    public IReadOnlyList<ReplyButton> Buttons { get; init; } = [];
}

/// <summary>Whose waiting work is asked for.</summary>
/// <param name="Conversation">The conversation that was asked in; null on a page that belongs to none.</param>
public sealed record WaitingFor(string Tenant, Speaker Speaker, string? Conversation);

/// <summary>One source of things that wait for a person: open questions, drafts, videos.</summary>
public interface IWaitingWork
{
    /// <summary>What waits for this person, newest first.</summary>
    Task<IReadOnlyList<WaitingItem>> OfAsync(WaitingFor who, CancellationToken ct);
}
