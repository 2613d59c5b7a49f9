using System.Threading.Channels;

namespace HardE.Bot.Channels;

/// <summary>Hands conversations with new messages to the worker of this process: a signal, not a poll.</summary>
internal sealed class InboxSignal
{
    private readonly Channel<ConversationKey> ready =
        Channel.CreateUnbounded<ConversationKey>(new UnboundedChannelOptions { SingleReader = true });

    public void Set(ConversationKey conversation) => ready.Writer.TryWrite(conversation);

    public IAsyncEnumerable<ConversationKey> ReadAllAsync(CancellationToken ct) => ready.Reader.ReadAllAsync(ct);
}
