using System.Globalization;

namespace HardE.Agents.Pricing.Feed;

/// <summary>How fresh the supplier's prices are.</summary>
/// <param name="AsOf">What moment they were quoted for; none when the feed never answered.</param>
public sealed record FeedState(DateTimeOffset? AsOf, DateTimeOffset Now)
{
    /// <summary>Old enough that the age has to be said.</summary>
    public bool IsStale { get; init; }

    /// <summary>Why the feed's prices are not used; null when they are.</summary>
    public string? Warning { get; init; }

    /// <summary>Says that prices of the feed are in an answer, and how old they are.</summary>
    public string Sentence(int items) =>
        $"{items.ToString(CultureInfo.InvariantCulture)} {(items == 1 ? "cost comes" : "costs come")} from the supplier's feed of "
            + $"{Day(AsOf!.Value)}{(IsStale ? $", which is {Days(AsOf.Value, Now)} old: check before you quote" : "")}.";

    /// <summary>Why prices of that day are not used any more.</summary>
    public static string TooOld(DateTimeOffset asOf, DateTimeOffset now) =>
        $"The supplier's price feed is of {Day(asOf)}, {Days(asOf, now)} old, so it is not used: prices are the catalog's.";

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Days(DateTimeOffset from, DateTimeOffset to)
    {
        var days = (int)(to - from).TotalDays;
        return $"{days.ToString(CultureInfo.InvariantCulture)} {(days == 1 ? "day" : "days")}";
    }
}
