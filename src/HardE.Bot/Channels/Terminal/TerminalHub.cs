using System.Collections.Concurrent;
using System.Threading.Channels;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Terminal;

/// <summary>What a terminal sees: the answer to a message, or that work is going on.</summary>
/// <param name="ReplyTo">Id of the request it answers; other messages (a job's progress) have ids of their own.</param>
internal sealed record TerminalEvent(string Kind, string? ReplyTo, TurnReply? Reply);

/// <summary>Terminals that listen at this moment.</summary>
internal sealed class TerminalHub
{
    private readonly ConcurrentDictionary<Guid, (string Conversation, Channel<TerminalEvent> Events)> listeners = new();

    public async IAsyncEnumerable<TerminalEvent> ListenAsync(
        string conversation, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var events = Channel.CreateUnbounded<TerminalEvent>();
        listeners[id] = (conversation, events);
        events.Writer.TryWrite(new TerminalEvent("listening", null, null));
        try
        {
            await foreach (var item in events.Reader.ReadAllAsync(ct))
            {
                yield return item;
            }
        }
        finally
        {
            listeners.TryRemove(id, out _);
        }
    }

    /// <returns>False when nobody listens.</returns>
    public bool Publish(string conversation, TerminalEvent item)
    {
        var anyone = false;
        foreach (var (to, events) in listeners.Values)
        {
            anyone |= to == conversation && events.Writer.TryWrite(item);
        }

        return anyone;
    }
}
