using System.Text.RegularExpressions;

namespace HardE.Agents.Scripting;

/// <summary>A trade as the templates know it, with the words that belong to it alone.</summary>
/// <param name="Id">Names the template file.</param>
/// <param name="Thing">What is looked at: <c>the roof</c>.</param>
/// <param name="New">What is asked for when nothing else is said: <c>a new roof</c>.</param>
/// <param name="Repair">What is asked for when the job is a repair.</param>
/// <param name="Visit">For the title: <c>roof visit</c>.</param>
internal sealed record Trade(string Id, string Thing, string New, string Repair, string Visit, Regex Named, Regex Own);

/// <summary>The trades that have their own templates, and how to find them in what people write.</summary>
internal static partial class TradeWords
{
    public static readonly Trade Roofing = new(
        "roofing", "the roof", "a new roof", "a roof repair", "roof visit", RoofNamed(), RoofOwn());

    public static readonly Trade Siding = new(
        "siding", "the siding", "new siding", "a siding repair", "siding visit", SidingNamed(), SidingOwn());

    public static readonly Trade Gutters = new(
        "gutters", "the gutters", "new gutters", "a gutter repair", "gutter visit", GuttersNamed(), GuttersOwn());

    public static readonly Trade Windows = new(
        "windows", "the windows", "new windows", "window repairs", "window visit", WindowsNamed(), WindowsOwn());

    public static readonly Trade General = new(
        "general", "the house", "some outside work", "an outside repair", "visit", Never(), Never());

    public static readonly IReadOnlyList<Trade> Known = [Roofing, Siding, Gutters, Windows];

    /// <summary>The trades named, in the order they are named; <see cref="General"/> when none is known.</summary>
    public static IReadOnlyList<Trade> Of(IEnumerable<string> trades, string description = "")
    {
        var named = trades.SelectMany(Find).Distinct().ToList();
        if (named.Count == 0)
        {
            named = [.. Find(description)];
        }

        return named.Count == 0 ? [General] : named;
    }

    /// <summary>Trades whose word stands in a text, first named first.</summary>
    public static IEnumerable<Trade> Find(string text) =>
        Known.Select(t => (Trade: t, Match: t.Named.Match(text))).Where(t => t.Match.Success)
            .OrderBy(t => t.Match.Index).Select(t => t.Trade);

    [GeneratedRegex(@"\b(roof\w*|re-?roof\w*|shingles?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RoofNamed();

    [GeneratedRegex(@"\b(siding|clapboards?|fiber cement)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SidingNamed();

    [GeneratedRegex(@"\b(gutter\w*|downspouts?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GuttersNamed();

    [GeneratedRegex(@"\b(windows?|sash(es)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WindowsNamed();

    [GeneratedRegex(@"\b(shingles?|ridge|decking|underlayment|ice barrier|tear-?off|(your|new|a|the) roof (job|visit|project|replacement)|(a )?new roof|re-?roof(ing)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RoofOwn();

    [GeneratedRegex(@"\b(siding|kick-?out|j-channel|corner posts?|house ?wrap)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SidingOwn();

    [GeneratedRegex(@"\b(gutters?|downspouts?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GuttersOwn();

    [GeneratedRegex(@"\b(united inch(es)?|sash(es)?|glass|panes?|(your|new|old) windows?|window (by|visit|job))\b", RegexOptions.IgnoreCase)]
    private static partial Regex WindowsOwn();

    [GeneratedRegex(@"(?!)")]
    private static partial Regex Never();
}
