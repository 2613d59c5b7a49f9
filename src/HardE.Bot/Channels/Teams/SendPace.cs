using System.Collections.Concurrent;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Keeps under Teams' limits (per conversation 7 messages in 1 s, 60 in 30 s, 1800 in an hour; 50 calls a second for the
/// app) at seven tenths of them, so that Teams rarely has to say no.
/// </summary>
internal sealed class SendPace(TimeProvider clock)
{
    private static readonly (TimeSpan Window, int Most)[] PerConversation =
        [(TimeSpan.FromSeconds(1), 5), (TimeSpan.FromSeconds(30), 42), (TimeSpan.FromHours(1), 1260)];

    private static readonly (TimeSpan Window, int Most)[] Everywhere = [(TimeSpan.FromSeconds(1), 35)];
    private static readonly TimeSpan Forget = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Times> places = new(StringComparer.Ordinal);
    private readonly Times all = new(Everywhere);
    private long calls;

    /// <summary>Waits until one more message may go to this conversation.</summary>
    public async Task WaitAsync(string conversation, CancellationToken ct)
    {
        var place = places.GetOrAdd(conversation, _ => new Times(PerConversation));
        if (Interlocked.Increment(ref calls) % 1_000 == 0)
        {
            Sweep();
        }

        foreach (var times in new[] { place, all })
        {
            while (times.Take(clock.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, ct);
            }
        }
    }

    private void Sweep()
    {
        foreach (var (name, times) in places)
        {
            if (times.IdleSince(clock.GetUtcNow() - Forget))
            {
                places.TryRemove(name, out _);
            }
        }
    }

    /// <summary>When messages went out, newest last; as many as the longest window may hold.</summary>
    private sealed class Times((TimeSpan Window, int Most)[] limits)
    {
        private readonly Queue<DateTimeOffset> sent = new();
        private readonly Lock gate = new();

        /// <returns>Zero when taken; else how long to wait before asking again.</returns>
        public TimeSpan Take(DateTimeOffset now)
        {
            lock (gate)
            {
                while (sent.TryPeek(out var oldest) && oldest <= now - limits[^1].Window)
                {
                    sent.Dequeue();
                }

                foreach (var (window, most) in limits)
                {
                    var inside = sent.Count(t => t > now - window);
                    if (inside >= most)
                    {
                        var leaves = sent.ElementAt(sent.Count - most);
                        return TimeSpan.FromTicks(Math.Max((leaves + window - now).Ticks, TimeSpan.TicksPerMillisecond));
                    }
                }

                sent.Enqueue(now);
                return TimeSpan.Zero;
            }
        }

        public bool IdleSince(DateTimeOffset then)
        {
            lock (gate)
            {
                return sent.Count == 0 || sent.Last() < then;
            }
        }
    }
}
