namespace HardE.Agents.Services;

/// <summary>Why an outside service did not serve; callers decide on this, never on the text.</summary>
public enum Failure
{
    /// <summary>Try again later: network, time-out, throttled, 5xx.</summary>
    Transient,

    /// <summary>Our key or our request was refused; trying again will not help.</summary>
    Refused,

    /// <summary>The thing asked for is not there.</summary>
    Missing,

    /// <summary>The answer was not what the service promises.</summary>
    BadReply,
}

/// <summary>An outside service (the database is one) could not be asked or did not answer as expected.</summary>
public sealed class ServiceException(string service, Failure failure, string message, Exception? inner = null)
    : Exception($"{service}: {message}", inner)
{
    public string Service { get; } = service;
    public Failure Failure { get; } = failure;

    /// <summary>How long the service asks us to wait; null when it said nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the owner of the machine can do about it, as a sentence that may be shown; null when nothing is known.</summary>
    public string? Remedy { get; init; }

    /// <summary>True when the request may have had its effect although no answer came.</summary>
    public bool MaybeDone { get; init; }
}
