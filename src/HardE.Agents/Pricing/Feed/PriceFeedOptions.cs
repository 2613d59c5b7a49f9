using System.ComponentModel.DataAnnotations;

namespace HardE.Agents.Pricing.Feed;

/// <summary>A supplier's prices by HTTPS. Section <c>Pricing:Feed</c>; its shape is in docs/wire/price-feed.md.</summary>
public sealed class PriceFeedOptions : IValidatableObject
{
    /// <summary>Where the prices lie; none = the catalogs alone.</summary>
    public Uri? Url { get; init; }

    /// <summary>Sent as a bearer token when given.</summary>
    public string Token { get; init; } = "";

    /// <summary>How often it is asked at most.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00")] public TimeSpan Every { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Prices older than this are used, and their age is said.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "90.00:00:00")] public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Prices older than this are not used any more.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")] public TimeSpan DropAfter { get; init; } = TimeSpan.FromDays(14);

    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")] public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is { } url && (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)))
        {
            yield return new ValidationResult("Pricing:Feed:Url must be a full https address.", [nameof(Url)]);
        }

        if (DropAfter < StaleAfter)
        {
            yield return new ValidationResult("Pricing:Feed:DropAfter must not be shorter than StaleAfter.", [nameof(DropAfter)]);
        }
    }
}
