using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.Knowledge;

/// <summary>Checks that words given as a quotation stand in the source. Used for every citation before it is sent.</summary>
public static partial class QuoteCheck
{
    /// <summary>True when each piece of the quote (pieces are parted by …) stands in the document, but for spaces, case and marks.</summary>
    public static bool Stands(string quote, KnowledgeDocument source)
    {
        var body = Fold(DocumentParser.Plain(source.Body));
        var pieces = quote.Split('…').Select(p => Fold(DocumentParser.Plain(p))).Where(p => p.Length > 0).ToList();
        return pieces.Count > 0 && pieces.TrueForAll(p => body.Contains(p, StringComparison.Ordinal));
    }

    private static string Fold(string text) =>
        NotWord().Replace(text.ToLower(CultureInfo.InvariantCulture), " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{N}%$.]+|(?<!\d)\.|\.(?!\d)")]
    private static partial Regex NotWord();
}
