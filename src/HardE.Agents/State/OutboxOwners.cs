using System.Collections.Concurrent;

namespace HardE.Agents.State;

/// <summary>
/// Which node sends to a destination, so that two never send there at once. A node that finds another one in charge calls
/// it; only the one in charge listens, so that nodes do not call each other back and forth.
/// </summary>
public sealed class OutboxOwners
{
    private const string Subject = "outbox";
    private readonly Leases leases;
    private readonly NodeCalls calls;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, DateTimeOffset> mine = new(StringComparer.Ordinal);

    public OutboxOwners(Leases leases, NodeCalls calls, OutboxSignal signal, TimeProvider clock)
    {
        (this.leases, this.calls, this.clock) = (leases, calls, clock);
        calls.On(Subject, destination =>
        {
            if (mine.ContainsKey(destination))
            {
                signal.Set();
            }
        });
    }

    /// <returns>True when this node may send there now; false after another node was called that may.</returns>
    public async Task<bool> OwnAsync(string destination, CancellationToken ct)
    {
        Forget();
        if (await leases.TakeAsync("outbox:" + destination, ct) is not null)
        {
            mine[destination] = clock.GetUtcNow();
            return true;
        }

        mine.TryRemove(destination, out _);
        await calls.CallAsync(Subject, destination, ct);
        return false;
    }

    /// <summary>Keeps the list short; an entry too many does no harm.</summary>
    private void Forget()
    {
        if (mine.Count > 4096)
        {
            var old = clock.GetUtcNow() - TimeSpan.FromMinutes(1);
            mine.Where(m => m.Value < old).Select(m => m.Key).ToList().ForEach(d => mine.TryRemove(d, out _));
        }
    }
}
