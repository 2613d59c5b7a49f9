using System.Collections.Concurrent;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// Rate limits as Slack tells them: after a 429 nobody calls that method for that token until the time is over, and
/// posts to one channel keep a second's distance for a while.
/// </summary>
internal sealed class SlackPauses(TimeProvider clock)
{
    private static readonly TimeSpan Distance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Careful = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> pausedUntil = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> nextPost = new(StringComparer.Ordinal);
    private DateTimeOffset carefulUntil;

    /// <returns>How long the method still rests; zero when it may be called.</returns>
    public TimeSpan Left(string team, string method) =>
        pausedUntil.TryGetValue($"{team} {method}", out var until) && until - clock.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    public void Pause(string team, string method, TimeSpan rest)
    {
        var until = clock.GetUtcNow() + rest;
        pausedUntil.AddOrUpdate($"{team} {method}", until, (_, known) => known > until ? known : until);
        carefulUntil = until + Careful;
    }

    /// <summary>Waits for this channel's turn; at once unless Slack complained within the last minute.</summary>
    public async Task TakeTurnAsync(string team, string channel, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now >= carefulUntil)
        {
            nextPost.Clear();
            return;
        }

        var mine = nextPost.AddOrUpdate($"{team} {channel}", now, (_, last) => last + Distance > now ? last + Distance : now);
        if (mine > now)
        {
            await Task.Delay(mine - now, clock, ct);
        }
    }
}
