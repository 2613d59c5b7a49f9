using System.Text.RegularExpressions;

namespace HardE.Agents.Pricing.Quotes;

/// <summary>Which row of several a person means: by sku, by the words that tell the rows apart, or by its place among the tiers.</summary>
public static partial class Choice
{
    private static readonly string[] Tiers = ["economy", "good", "better", "best"];

    // Words that stand in rows but tell none of them apart.
    private static readonly HashSet<string> Idle =
        new(StringComparer.Ordinal) { "in", "a", "b", "or", "of", "and", "siding", "shingle", "shingles", "window", "windows", "gutter", "seamless", "asphalt", "panel",
            "profile", "k" };

    private static readonly (Regex Said, string Word)[] Speech =
    [
        (Three(), "3-tab"), (Arch(), "architectural"), (Metal(), "standing seam"), (Impact(), "impact-resistant"), (Hardie(), "fiber cement"),
        (Engineered(), "engineered wood"), (LowE(), "low-e"), (Triple(), "triple pane"), (Double(), "double pane"), (Insulated(), "insulated"),
        (DutchLap(), "dutch lap"), (Half(), "half-round"), (Designer(), "designer"),
    ];

    /// <summary>The row that the words mean; null when they name none of them.</summary>
    /// <param name="rows">Rows of one kind: all field shingles, all gutters.</param>
    /// <param name="said">The person's words, or a sku.</param>
    public static CatalogItem? Find(IReadOnlyList<CatalogItem> rows, string? said)
    {
        if (string.IsNullOrWhiteSpace(said))
        {
            return null;
        }

        if (BySku(rows, said) is { } exact)
        {
            return exact;
        }

        var text = said.ToLowerInvariant() + " " + string.Join(' ', Speech.Where(s => s.Said.IsMatch(said)).Select(s => s.Word));
        var words = rows.ToDictionary(r => r, r => WordsOf(r).ToHashSet(StringComparer.Ordinal));
        var said1 = Words(text).ToHashSet(StringComparer.Ordinal);
        var scored = rows
            .Select(r => (Row: r, Score: words[r].Where(said1.Contains).Sum(w => Weight(words.Values.Count(o => o.Contains(w)), rows.Count))))
            .Where(s => s.Score > 0)
            .OrderByDescending(s => s.Score).ThenBy(s => TierOf(s.Row)).ThenBy(s => CostPerBasis(s.Row))
            .ToList();
        var best = scored.Where(s => s.Score == scored[0].Score).Select(s => s.Row).ToList();
        return best.Count switch { 0 => ByTier(rows, said), 1 => best[0], _ => ByTier(best, said) ?? best[0] };
    }

    /// <summary>The row whose sku stands in a text; of several (one begins another) the longest.</summary>
    public static CatalogItem? BySku(IEnumerable<CatalogItem> rows, string said) =>
        rows.Where(r => said.Contains(r.Sku, StringComparison.OrdinalIgnoreCase)).MaxBy(r => r.Sku.Length);

    /// <summary>The plain choice when none was named: the "good" row, else the cheapest.</summary>
    public static CatalogItem Standard(IReadOnlyList<CatalogItem> rows) => rows.FirstOrDefault(r => r.Tier == "good") ?? rows.OrderBy(r => r.UnitCost).First();

    /// <summary>The row one step up ("the heavier one") or down from another, by what a square or foot of it costs.</summary>
    public static CatalogItem? Step(IReadOnlyList<CatalogItem> rows, CatalogItem from, int by)
    {
        var ladder = rows.OrderBy(r => TierOf(r)).ThenBy(CostPerBasis).ToList();
        var at = ladder.FindIndex(r => r.Sku == from.Sku) + by;
        return at >= 0 && at < ladder.Count ? ladder[at] : null;
    }

    /// <summary>One row for each tier, cheapest first; of several in a tier the cheapest.</summary>
    public static IReadOnlyList<CatalogItem> OnePerTier(IReadOnlyList<CatalogItem> rows) =>
        [.. Tiers.Skip(1).Select(t => rows.Where(r => r.Tier == t).OrderBy(CostPerBasis).FirstOrDefault()).OfType<CatalogItem>()];

    /// <summary>Material and labor for one of the basis.</summary>
    public static decimal CostPerBasis(CatalogItem row) => (row.UnitCost * QuoteLine.Exact(row, 1)) + row.LaborPerBasis;

    private static CatalogItem? ByTier(IReadOnlyList<CatalogItem> rows, string said)
    {
        if (Cheapest().IsMatch(said))
        {
            return rows.MinBy(CostPerBasis);
        }

        if (Dearest().IsMatch(said))
        {
            return rows.MaxBy(CostPerBasis);
        }

        var tier = Mid().IsMatch(said) ? "better" : Tiers.FirstOrDefault(t => Regex.IsMatch(said, $@"\b{t}\b", RegexOptions.IgnoreCase));
        return tier is null ? null : rows.Where(r => r.Tier == tier).MinBy(CostPerBasis);
    }

    private static int TierOf(CatalogItem row) => Array.IndexOf(Tiers, row.Tier) is >= 0 and var at ? at : Tiers.Length;

    private static decimal Weight(int rowsWithWord, int rows) => rowsWithWord == rows ? 0 : 1m / rowsWithWord;

    private static IEnumerable<string> WordsOf(CatalogItem row) => Words(row.Name.ToLowerInvariant())
        .Concat(row.Attributes.Where(a => a.Key is "gauge" or "profile" or "impact" or "metal").SelectMany(a => Words(a.Value.ToLowerInvariant())));

    private static IEnumerable<string> Words(string text) =>
        WordPattern().Matches(text.Replace("0.0", ".0", StringComparison.Ordinal)).Select(m => m.Value).Where(w => !Idle.Contains(w) && !w.All(char.IsAsciiDigit));

    [GeneratedRegex(@"\.?[a-z0-9]+(?:[-.][a-z0-9]+)*")] private static partial Regex WordPattern();
    [GeneratedRegex(@"\b(?:3|three)[- ]?tab", RegexOptions.IgnoreCase)] private static partial Regex Three();
    [GeneratedRegex(@"\barch(?:itectural|s)?\b|\blaminated?\b|\bdimensional\b", RegexOptions.IgnoreCase)] private static partial Regex Arch();
    [GeneratedRegex(@"\bmetal roof|\bstanding seam|\bmetal\b", RegexOptions.IgnoreCase)] private static partial Regex Metal();
    [GeneratedRegex(@"\bimpact|\bclass ?4|\bhail[- ]?(?:proof|resistant)|\bIR\b", RegexOptions.IgnoreCase)] private static partial Regex Impact();
    [GeneratedRegex(@"\bhardi|\bfib(?:er|re)[- ]?cement|\bcement (?:board|lap|siding)", RegexOptions.IgnoreCase)] private static partial Regex Hardie();
    [GeneratedRegex(@"\bengineered|\bLP\b|\bsmart ?side", RegexOptions.IgnoreCase)] private static partial Regex Engineered();
    [GeneratedRegex(@"\blow[- ]?e\b|\bargon\b", RegexOptions.IgnoreCase)] private static partial Regex LowE();
    [GeneratedRegex(@"\btriple|\b3[- ]pane", RegexOptions.IgnoreCase)] private static partial Regex Triple();
    [GeneratedRegex(@"\bdouble[- ]pane|\b2[- ]pane|\bdual[- ]pane", RegexOptions.IgnoreCase)] private static partial Regex Double();
    [GeneratedRegex(@"\binsulated\b|\bfoam[- ]back", RegexOptions.IgnoreCase)] private static partial Regex Insulated();
    [GeneratedRegex(@"\bdutch[- ]?lap|\bd4\.5\b|\b0?\.046", RegexOptions.IgnoreCase)] private static partial Regex DutchLap();
    [GeneratedRegex(@"\bhalf[- ]?rounds?\b", RegexOptions.IgnoreCase)] private static partial Regex Half();
    [GeneratedRegex(@"\bdesigner|\bslate[- ]look", RegexOptions.IgnoreCase)] private static partial Regex Designer();
    [GeneratedRegex(@"\bcheap(?:est|er)?\b|\blowest[- ]?(?:cost|price|end)\b|\bbudget\b|\bbasic\b|\bentry[- ]level\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Cheapest();
    [GeneratedRegex(@"\bmost expensive\b|\bdearest\b|\btop (?:of the )?line\b|\bpriciest\b", RegexOptions.IgnoreCase)] private static partial Regex Dearest();
    [GeneratedRegex(@"\bmid(?:dle)?[- ]?(?:line|grade|range|tier)\b", RegexOptions.IgnoreCase)] private static partial Regex Mid();
}
