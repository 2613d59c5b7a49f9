using System.Text.RegularExpressions;

namespace HardE.Agents.Scripting;

/// <summary>
/// Turns a job description into words a voice may say. The description itself is never spoken: it may hold prices,
/// abbreviations or orders; only phrases known here get through.
/// </summary>
internal static partial class ReasonWords
{
    private static readonly (Regex Named, string Spoken)[] Concerns =
    [
        (Stain(), "the stain you noticed"),
        (Leak(), "the leak you noticed"),
        (Hail(), "the hail"),
        (Storm(), "the storm"),
        (Draft(), "the draft you feel"),
        (Fog(), "the fog between the panes"),
        (Stuck(), "the windows that are hard to open"),
        (Basement(), "the water in the basement"),
        (Overflow(), "the water that comes over the edge"),
        (Icicles(), "the icicles"),
        (Street(), "how the house looks from the street"),
        (Selling(), "your plans to sell"),
        (Noise(), "the noise from outside"),
    ];

    /// <summary>What was asked for: <c>a new roof and new gutters</c>.</summary>
    public static string Work(IReadOnlyList<Trade> trades, string description)
    {
        var repair = Repair().IsMatch(description) && !Replace().IsMatch(description);
        return Join([.. trades.Select(t => repair ? t.Repair : t.New)]);
    }

    /// <summary>What they told the office; null when nothing known is in the description.</summary>
    public static string? Concern(string description) =>
        Concerns.FirstOrDefault(c => c.Named.IsMatch(description)).Spoken;

    /// <summary><c>a, b and c</c>.</summary>
    public static string Join(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    [GeneratedRegex(@"\brepair|\bpatch|\bfix\b|\breseal", RegexOptions.IgnoreCase)]
    private static partial Regex Repair();

    [GeneratedRegex(@"\breplace|\bnew\b|\btear-?off|\bre-?roof|\bre-?side", RegexOptions.IgnoreCase)]
    private static partial Regex Replace();

    [GeneratedRegex(@"\bstain", RegexOptions.IgnoreCase)]
    private static partial Regex Stain();

    [GeneratedRegex(@"\bleak|\bdrip", RegexOptions.IgnoreCase)]
    private static partial Regex Leak();

    [GeneratedRegex(@"\bhail", RegexOptions.IgnoreCase)]
    private static partial Regex Hail();

    [GeneratedRegex(@"\bstorm|\bwind damage|\bhurricane", RegexOptions.IgnoreCase)]
    private static partial Regex Storm();

    [GeneratedRegex(@"\bdraft|\bcold room", RegexOptions.IgnoreCase)]
    private static partial Regex Draft();

    [GeneratedRegex(@"\bfog|\bcondensation|\bfailed seal", RegexOptions.IgnoreCase)]
    private static partial Regex Fog();

    [GeneratedRegex(@"\bstick(s|ing)?\b|\bhard to open|\bwon'?t open", RegexOptions.IgnoreCase)]
    private static partial Regex Stuck();

    [GeneratedRegex(@"\b(wet|water in (the )?|flooded) ?basement|\bbasement (water|takes)", RegexOptions.IgnoreCase)]
    private static partial Regex Basement();

    [GeneratedRegex(@"\boverflow|\bspill|\bover the edge", RegexOptions.IgnoreCase)]
    private static partial Regex Overflow();

    [GeneratedRegex(@"\bice dam|\bicicle", RegexOptions.IgnoreCase)]
    private static partial Regex Icicles();

    [GeneratedRegex(@"\bcurb appeal|\bfaded|\bfrom the street|\bugly", RegexOptions.IgnoreCase)]
    private static partial Regex Street();

    [GeneratedRegex(@"\bselling|\bto sell|\blist(ing)? the house", RegexOptions.IgnoreCase)]
    private static partial Regex Selling();

    [GeneratedRegex(@"\bnoise|\bnoisy|\bloud", RegexOptions.IgnoreCase)]
    private static partial Regex Noise();
}
