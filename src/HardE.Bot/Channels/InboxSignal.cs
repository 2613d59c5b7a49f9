using System.Threading.Channels;
using HardE.Agents.State;

namespace HardE.Bot.Channels;

/// <summary>Hands conversations with new messages to the worker of this process: a signal, not a poll.</summary>
internal sealed class InboxSignal(LeftoverWatch leftovers)
{
    private readonly Channel<ConversationKey> ready =
        Channel.CreateUnbounded<ConversationKey>(new UnboundedChannelOptions { SingleReader = true });

    public void Set(ConversationKey conversation) => ready.Writer.TryWrite(conversation);

    public IAsyncEnumerable<ConversationKey> ReadAllAsync(CancellationToken ct) => ready.Reader.ReadAllAsync(ct);

    /// <summary>A conversation could not be worked on now: look again soon.</summary>
    public void LeftBehind() => leftovers.LeftBehind();

    /// <summary>Returns when it is time to look for what no signal told of.</summary>
    public Task LeftoversAsync(CancellationToken ct) => leftovers.WaitAsync(ct);
}
