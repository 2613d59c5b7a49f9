using System.Text.RegularExpressions;

namespace HardE.Jobs.Mail;

/// <summary>Trades as people write them, by their canonical names (crm-leap 3.3).</summary>
internal static partial class TradeWords
{
    private static readonly (string Trade, Regex Words)[] All =
    [
        ("skylights", Skylights()), ("chimney", Chimney()), ("soffit_fascia", SoffitFascia()), ("gutters", Gutters()),
        ("roofing", Roofing()), ("siding", Siding()), ("windows", Windows()), ("doors", Doors()), ("insulation", Insulation()),
        ("masonry", Masonry()), ("painting", Painting()), ("decks", Decks()),
    ];

    /// <summary>The trade that is named first; a porch or deck counts only when no other trade is named (a porch roof is a roof).</summary>
    public static string? Find(string text)
    {
        var found = All.Select(t => (t.Trade, Match: t.Words.Match(text))).Where(t => t.Match.Success)
            .OrderBy(t => t.Trade == "decks").ThenBy(t => t.Match.Index).ToList();
        return found.Count == 0 ? null : found[0].Trade;
    }

    /// <summary>True when the word is part of a trade's name, so it cannot be a surname here.</summary>
    public static bool IsTradeWord(string word) => Find(word) is not null;

    [GeneratedRegex(@"\bsky ?lights?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Skylights();

    [GeneratedRegex(@"\bchimneys?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Chimney();

    [GeneratedRegex(@"\b(soffits?|fascias?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SoffitFascia();

    [GeneratedRegex(@"\b(gutt?ers?|guters?|gutering|guttering|downspouts?|leaders|leaf guards?|gutter ?guards?|eavestroughs?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gutters();

    [GeneratedRegex(@"\b((re-?)?roofs?|(re-?)?roofing|rof+ing|rooof|shingles?|tear-?off|epdm|tpo|storm damage|hail damage)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Roofing();

    [GeneratedRegex(@"\b(sidings?|sidding|(re-?)sid(e|ing)|clapboards?|hardie(board|plank)?|vinyl|fiber ?cement|lap siding)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Siding();

    [GeneratedRegex(@"\b(windows?|widows? replacement|windws|winodws|wndows|double[- ]hungs?|casements?|bay window)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Windows();

    [GeneratedRegex(@"\b(doors?|entry ?doors?|sliders?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Doors();

    [GeneratedRegex(@"\b(insulation|insulating|insulate)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Insulation();

    [GeneratedRegex(@"\b(masonry|brickwork|repointing|stonework)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Masonry();

    [GeneratedRegex(@"\b((re)?painting|repaint|paint job)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Painting();

    [GeneratedRegex(@"\b(decks?|decking|railings?|porch(es)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Decks();
}
