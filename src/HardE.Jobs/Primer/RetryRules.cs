using HardE.Agents.Services;

namespace HardE.Jobs.Primer;

/// <summary>How long to wait before a step is tried again, by the class of its failure.</summary>
internal static class RetryRules
{
    /// <param name="tried">Tries so far, the failed one included.</param>
    /// <param name="chance">Random, from 0 to 1: nodes must not come back all at once.</param>
    /// <returns>Null: trying again will not help.</returns>
    public static TimeSpan? Pause(Exception problem, int tried, PrimerOptions options, double chance)
    {
        var service = problem as ServiceException;
        var most = service?.Failure switch
        {
            Failure.Transient => options.Tries,
            Failure.Refused or Failure.Missing => 1,
            _ => Math.Min(2, options.Tries), // a wrong answer or a bug: once more, then a person has to look
        };
        if (tried >= most)
        {
            return null;
        }

        var exponential = Math.Min(options.FirstRetry.TotalSeconds * Math.Pow(2, Math.Min(tried - 1, 20)), options.LongestRetry.TotalSeconds);
        var jittered = TimeSpan.FromSeconds(exponential * (0.5 + (0.5 * chance)));
        return service?.RetryAfter is { } asked && asked > jittered ? asked : jittered;
    }
}
