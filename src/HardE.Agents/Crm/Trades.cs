namespace HardE.Agents.Crm;

/// <summary>The trades of a contractor under their one name, with the words people use for them.</summary>
/// <remarks>Source: docs/wire/crm.md, catalogs.</remarks>
public static class Trades
{
    private static readonly Dictionary<string, string[]> Synonyms = new(StringComparer.Ordinal)
    {
        ["roofing"] = ["roof", "roofs", "roofing", "shingle", "shingles", "reroof", "re-roof", "roof replacement", "flat roof", "roof leak"],
        ["siding"] = ["siding", "vinyl", "clapboard", "clapboards", "fiber cement", "hardie", "hardie board", "hardieplank"],
        ["gutters"] = ["gutter", "gutters", "leader", "leaders", "downspout", "downspouts", "gutter guard", "gutter guards"],
        ["windows"] = ["window", "windows", "double hung", "double hungs"],
        ["doors"] = ["door", "doors", "entry door", "storm door", "patio door", "front door"],
        ["decks"] = ["deck", "decks", "decking", "porch", "railing", "railings"],
        ["soffit_fascia"] = ["soffit", "soffits", "fascia", "soffit and fascia", "soffit fascia", "soffit_fascia"],
        ["insulation"] = ["insulation", "attic insulation"],
        ["skylights"] = ["skylight", "skylights"],
        ["chimney"] = ["chimney", "chimneys"],
        ["masonry"] = ["masonry", "brickwork", "stonework", "pointing"],
        ["painting"] = ["painting", "paint job", "paint"],
        ["repair"] = ["repair", "repairs"],
        ["other"] = ["other"],
    };

    private static readonly Dictionary<string, string> ByWord = Synonyms
        .SelectMany(t => t.Value.Append(t.Key).Distinct().Select(w => (w, t.Key)))
        .ToDictionary(p => p.w, p => p.Key, StringComparer.Ordinal);

    private static readonly int LongestPhrase = ByWord.Keys.Max(k => k.Split(' ').Length);

    /// <summary>Canonical names, most common first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Synonyms.Keys];

    /// <summary>The trade that is meant by these words; null when they name none.</summary>
    public static string? Named(string words) => ByWord.GetValueOrDefault(Folding.Fold(words.Trim()));

    /// <summary>The trade named by these words or first among them; null when they name none.</summary>
    public static string? Meant(string words) => Named(words) ?? (In(words) is [var first, ..] ? first : null);

    /// <summary>True for a word that is part of a trade's name: no customer's name, then.</summary>
    public static bool IsTradeWord(string word) => ByWord.ContainsKey(Folding.Fold(word));

    /// <summary>The trade as people read it.</summary>
    public static string Display(string trade) => trade == "soffit_fascia" ? "soffit and fascia" : trade.Replace('_', ' ');

    /// <summary>All trades named in a text, in order of appearance; of overlapping names the longest counts.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var words = Folding.Words(text.Replace("re-roof", "reroof", StringComparison.OrdinalIgnoreCase));
        var found = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            for (var length = Math.Min(LongestPhrase, words.Count - i); length > 0; length--)
            {
                if (ByWord.TryGetValue(string.Join(' ', words.Skip(i).Take(length)), out var trade))
                {
                    found.Add(trade);
                    i += length - 1;
                    break;
                }
            }
        }

        return [.. found.Distinct()];
    }
}
