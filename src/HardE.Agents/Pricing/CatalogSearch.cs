using System.Text.RegularExpressions;

namespace HardE.Agents.Pricing;

/// <summary>Finds catalog rows by the words of a rep: sku, name, category, maker, size, colour.</summary>
public static partial class CatalogSearch
{
    private static readonly HashSet<string> Noise = new(StringComparer.OrdinalIgnoreCase)
    {
        "search", "find", "show", "look", "up", "for", "in", "the", "a", "an", "of", "our", "we", "do", "have", "what", "whats", "is", "are", "me",
        "catalog", "catalogue", "price", "prices", "pricing", "priced", "cost", "costs", "list", "please", "and", "or", "with", "on", "to", "per", "how",
        "much", "does", "run", "get", "give", "s", "any", "all", "from", "foot", "each", "options", "can", "you", "i", "need", "it", "that", "at",
    };

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "new", "inch", "feet", "standard", "versus", "plus", "style", "check", "only", "mid", "grade", "cheapest", "expensive", "most", "which", "stock",
        "carry", "sell", "full", "best", "good", "going", "upcharge", "extra", "number", "part", "sizes", "colors", "difference", "between", "book",
        "customer", "quote", "estimate", "bid", "ballpark", "total", "about", "gimme", "want", "would", "our",
    };

    private static readonly Dictionary<string, string> SameWord = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gutters"] = "gutter",
        ["guttering"] = "gutter",
        ["downspouts"] = "downspout",
        ["leader"] = "downspout",
        ["leaders"] = "downspout",
        ["shingles"] = "shingle",
        ["windows"] = "window",
        ["elbows"] = "elbow",
        ["hangers"] = "hanger",
        ["outlets"] = "outlet",
        ["guards"] = "guard",
        ["caps"] = "cap",
        ["doors"] = "door",
        ["architectural"] = "architectural",
        ["arch"] = "architectural",
        ["dh"] = "double-hung",
        ["alum"] = "aluminum",
        ["aluminium"] = "aluminum",
        ["colour"] = "color",
        ["miters"] = "miter",
        ["rolls"] = "roll",
        ["kstyle"] = "k-style",
        ["sidings"] = "siding",
        ["roof"] = "roofing",
        ["screens"] = "guard",
        ["covers"] = "cover",
    };

    /// <summary>Best first; rows that match no word are left out. Every word that a row knows counts, rare ones more.</summary>
    public static IReadOnlyList<CatalogItem> Find(IReadOnlyList<CatalogItem> items, string query, int limit)
    {
        var exact = items.Where(i => query.Contains(i.Sku, StringComparison.OrdinalIgnoreCase)).ToList();
        if (exact.Count > 0)
        {
            return [.. exact.OrderByDescending(i => i.Sku.Length).Take(1).Concat(exact.Where(i => !exact.Any(o => o.Sku != i.Sku
                && o.Sku.StartsWith(i.Sku, StringComparison.OrdinalIgnoreCase)))).Distinct()];
        }

        var words = Words(query).Where(w => !Noise.Contains(w)).Distinct().ToList();
        var indexed = items.Select(i => (Item: i, Words: WordsOf(i))).ToList();
        var weight = words.ToDictionary(w => w, w => Math.Log(1.0 + ((double)items.Count / (1 + indexed.Count(x => x.Words.Contains(w))))));
        var ranked = indexed
            .Select(x => (x.Item, Score: words.Where(x.Words.Contains).Sum(w => weight[w]), Hits: words.Count(x.Words.Contains)))
            .Where(x => x.Hits > 0)
            .OrderByDescending(x => x.Hits).ThenByDescending(x => x.Score)
            .ToList();
        var most = ranked.Count > 0 ? ranked[0].Hits : 0;
        return [.. ranked.Where(x => x.Hits == most).Select(x => x.Item).Take(limit)];
    }

    /// <summary>A word that no row has, right before one that rows have ("storm door"): what was meant is not listed. Null when there is none.</summary>
    public static string? Unknown(IReadOnlyList<CatalogItem> items, string query)
    {
        var known = items.SelectMany(WordsOf).ToHashSet();
        var words = Words(query).Where(w => !w.Any(char.IsAsciiDigit)).ToList();
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Length > 2 && !known.Contains(words[i]) && !Noise.Contains(words[i]) && !IsPlainWord(words[i]) && known.Contains(words[i + 1])
                && !Noise.Contains(words[i + 1]))
            {
                return words[i];
            }
        }

        return null;
    }

    // Words of asking that no row has and that name no thing.
    private static bool IsPlainWord(string word) => Plain.Contains(word);

    private static HashSet<string> WordsOf(CatalogItem item) =>
    [
        .. Words($"{item.Module} {item.Sku} {item.Name} {item.Category} {item.Catalog} {item.Tier}"),
        .. item.Attributes.SelectMany(a => Words($"{a.Key} {a.Value}")),
        .. item.Attributes.TryGetValue("size", out var size) ? [$"{size}in"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Words(string text)
    {
        var joined = Inches().Replace(text.ToLowerInvariant(), "$1in ");
        foreach (Match match in Word().Matches(joined))
        {
            var word = SameWord.GetValueOrDefault(match.Value, match.Value);
            yield return word;
            if (word.Contains('-', StringComparison.Ordinal) || word.Contains('|', StringComparison.Ordinal))
            {
                foreach (var part in word.Split('-', '|'))
                {
                    yield return SameWord.GetValueOrDefault(part, part);
                }
            }
        }
    }

    [GeneratedRegex(@"\b(\d+)\s*(?:""|''|inch(?:es)?\b|in\b)\s*")]
    private static partial Regex Inches();

    [GeneratedRegex(@"\.?[a-z0-9]+(?:[-.][a-z0-9]+)*")]
    private static partial Regex Word();
}
