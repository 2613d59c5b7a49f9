using System.Collections.Concurrent;
using HardE.Jobs.Primer;

namespace HardE.Bot.Admin;

/// <summary>The numbers on top of the jobs page. Counted anew only when a run has changed or an hour has begun.</summary>
internal sealed class JobsOverview(PrimerBoard board, PrimerFigures figures, TimeProvider clock)
{
    private const int Hours = 24;
    private readonly ConcurrentDictionary<string, (string Stamp, Numbers Numbers)> known = new(StringComparer.Ordinal);

    public async Task<Numbers> ReadAsync(string tenant, CancellationToken ct)
    {
        var hour = clock.GetUtcNow().ToUnixTimeSeconds() / 3600;
        var stamp = FormattableString.Invariant($"{hour}:{await board.StampAsync(tenant, null, ct)}");
        if (known.TryGetValue(tenant, out var before) && before.Stamp == stamp)
        {
            return before.Numbers;
        }

        var numbers = new Numbers(
            await board.CountsAsync(tenant, ct), await figures.ThroughputAsync(tenant, Hours, ct), await figures.ErrorsAsync(tenant, ct));
        known[tenant] = (stamp, numbers);
        return numbers;
    }

    internal sealed record Numbers(IReadOnlyDictionary<PrimerState, long> Counts, IReadOnlyList<PrimerHour> Hours, IReadOnlyList<PrimerError> Errors);
}
