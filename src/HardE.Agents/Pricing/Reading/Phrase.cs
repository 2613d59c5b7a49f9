using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.Pricing.Reading;

/// <summary>Two sides as they were said, in feet or inches.</summary>
/// <param name="Unit">ft, in, or empty when none was said.</param>
/// <param name="After">The words that follow.</param>
internal sealed record Sides(decimal A, decimal B, string Unit, int Index, string After, string Before);

/// <summary>A message in the spelling of <see cref="Canon"/>, and how to ask it for numbers: <c>#</c> in a pattern is a number.</summary>
internal sealed class Phrase(string said)
{
    private const string Number = @"(?<![\d./-])(?<n>\d+(?:\.\d+)?)(?![\d/]|\.\d)";
    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal); // the patterns are constants of this folder
    private IReadOnlyList<Sides>? sides;

    /// <summary>As it was said.</summary>
    public string Said { get; } = said;

    public string Text { get; } = Canon.Of(said);

    public bool Has(string pattern) => Pattern(pattern).IsMatch(Text);

    /// <summary>The number of the first match; null when there is none.</summary>
    public decimal? Num(string pattern) => Pattern(pattern).Match(Text) is { Success: true } match ? Value(match) : null;

    public int? Int(string pattern) => Num(pattern) is { } value && value == decimal.Truncate(value) && value < 100_000 ? (int)value : null;

    public IReadOnlyList<decimal> Nums(string pattern) => [.. Pattern(pattern).Matches(Text).Select(Value)];

    public Match Match(string pattern) => Pattern(pattern).Match(Text);

    public MatchCollection Matches(string pattern) => Pattern(pattern).Matches(Text);

    /// <summary>A group of a match as a number.</summary>
    public static decimal Value(Match match, string group = "n") => decimal.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>Rise of the first pitch that was said.</summary>
    public decimal? Pitch => Match(@"(?<![\d./])(?<n>-?\d+(?:\.\d+)?)/12") is { Success: true } match ? Value(match) : null;

    /// <summary>All "a x b", also "96 wide 70 high".</summary>
    public IReadOnlyList<Sides> Sides => sides ??= FindSides();

    private List<Sides> FindSides()
    {
        var found = new List<Sides>();
        const string pattern = @"(?<![\d./])(?<a>\d+(?:\.\d+)?) ?(?<ua>ft|in)? ?(?:wide|long|deep|high|w|h)?(?: x | ?(?:wide|w),? (?:and |by "
            + @")?)(?<b>\d+(?:\.\d+)?)(?![\d/]) ?(?<ub>ft|in)?\b(?! ?(?:pitch|/12))";
        foreach (Match match in Pattern(pattern).Matches(Text))
        {
            var unit = match.Groups["ub"].Success ? match.Groups["ub"].Value : match.Groups["ua"].Value;
            found.Add(new Sides(Value(match, "a"), Value(match, "b"), unit, match.Index, Text[(match.Index + match.Length)..], Text[..match.Index]));
        }

        return found;
    }

    private static decimal Value(Match match) => Value(match, "n");

    private static Regex Pattern(string pattern) =>
        Compiled.GetOrAdd(pattern, p => new Regex(p.Replace("#", Number, StringComparison.Ordinal), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));
}
