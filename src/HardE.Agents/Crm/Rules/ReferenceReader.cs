using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Finds which record some words mean: "Owen Dunn's siding", "job 2603-104-01", "her gutters", "the one on Elm Street".</summary>
internal static partial class ReferenceReader
{
    private static readonly HashSet<string> Pronouns =
        ["her", "his", "their", "its", "him", "them", "it", "that", "this", "she", "he", "they", "hers", "theirs", "same", "those", "these"];

    /// <summary>Words around a name that are not part of it.</summary>
    private static readonly HashSet<string> Around = [.. (
        "a an the and or of on in at for to from with by about as is are was were be been do does did done have has had got get gets can could "
        + "would should will may might shall must i im me my mine we us our ours you your yours who whos whom whose what whats which when where wheres why how "
        + "find show look looking lookup pull up open bring search check display view see tell give list need want know let lets put add set move make "
        + "please pls thanks thank hey hi hello ok okay so just now right today already again still ever yet there here any anybody anyone somebody someone "
        + "nobody something anything everything everybody all some one ones other another new first second third last latest recent currently current "
        + "customer customers client clients homeowner homeowners account accounts record records file files contact contacts info information details detail data "
        + "job jobs project projects deal deals lead leads work crm leap system database profile card page entry "
        + "phone number numbers cell mobile email e mail address street's located live lives call called calling missed reach text talk talked spoke "
        + "stage stages status pipeline step state rep reps salesperson salesman owner assigned running runs handling handles handle working "
        + "note notes history description scope summary summarize read say says said appointment visit scheduled schedule meeting meet "
        + "total price paid owe owes owed balance money amount contract insurance claim source heard hear came "
        + "spell spelled spelt s think maybe believe guess name named person guy lady woman man people family folks mr mrs ms dr miss "
        + "ours company system touched updated update changed going happening happened happen going ago back hold "
        + "monday tuesday wednesday thursday friday saturday sunday january february march july september october november december tonight tomorrow yesterday "
        + "not no yes dont doesnt isnt if then than also too only much many long far old out over off").Split(' ')];

    private static readonly HashSet<string> AlsoNames =
        ["price", "page", "long", "call", "work", "guy", "card", "read", "may", "will", "miss", "hold", "field", "reach", "bring", "moved", "house"];

    /// <summary>Reads a part of a sentence that names a record.</summary>
    public static Reference Read(string part, Vocabulary? vocabulary = null)
    {
        var (city, rest) = TakeCity(part, vocabulary);
        var job = JobNumber().Match(rest) is { Success: true } number ? number : NamedJob().Match(rest);
        if (job.Success)
        {
            return new Reference { Job = job.Groups["n"].Success ? job.Groups["n"].Value : job.Value };
        }

        if (Email().Match(rest) is { Success: true } email)
        {
            return new Reference { Name = email.Value };
        }

        if (Phone().Match(rest) is { Success: true } phone)
        {
            return new Reference { Name = phone.Value.Trim() };
        }

        var trades = Trades.In(rest);
        var pieces = Pieces(rest);
        var pronoun = pieces.Any(p => Pronouns.Contains(Fold(p)));
        var left = pieces.Where((p, i) => !IsFiller(p, first: i == 0) && !IsTrade(p, rest)).ToList();
        var stageless = left.Where(p => vocabulary?.StageIn(p) is null).ToList();
        left = stageless.Count > 0 ? stageless : left;
        var proper = left.Where(p => char.IsUpper(p[0]) || char.IsAsciiDigit(p[0])).ToList();
        var name = string.Join(' ', proper.Count > 0 ? proper : left);
        return new Reference
        {
            Name = name.Length > 0 ? name : null,
            Trade = trades is [var trade, ..] && (name.Length > 0 || pronoun || trades.Count == 1) ? trade : null,
            Pronoun = name.Length == 0 && pronoun,
            City = name.Length > 0 ? city : null,
        };
    }

    /// <summary>A reference whose target was pinned with @; other words may still narrow it.</summary>
    public static Reference Pinned(IReadOnlyList<Target> targets, string part)
    {
        var trade = Trades.In(part) is [var only] ? only : null;
        return targets[0] switch
        {
            { Kind: TargetKind.CustomerId } t => new Reference { CustomerId = t.Value, Trade = trade },
            { Kind: TargetKind.Job } t => new Reference { Job = t.Value },
            var t => new Reference { Name = t.Value, Trade = trade },
        };
    }

    /// <summary>True for a word that names nobody. A capital inside the sentence saves words that are also names.</summary>
    public static bool IsFiller(string word, bool first = false) =>
        Pronouns.Contains(Fold(word)) || (Around.Contains(Fold(word)) && (first || !char.IsUpper(word[0]) || !AlsoNames.Contains(Fold(word))));

    /// <summary>"in Akron", "over in Fort Worth": a town narrows, unless the words are a stage.</summary>
    private static (string? City, string Text) TakeCity(string part, Vocabulary? vocabulary)
    {
        var match = InTown().Match(part);
        return match.Success && vocabulary?.StageIn(match.Groups["city"].Value) is null && vocabulary?.IsStaffWord(match.Groups["city"].Value) != true
            ? (match.Groups["city"].Value.Trim(), part.Remove(match.Index, match.Length).Insert(match.Index, " "))
            : (null, part);
    }

    private static bool IsTrade(string piece, string whole) =>
        Trades.IsTradeWord(piece) || (Fold(piece) == "entry" && whole.Contains("door", StringComparison.OrdinalIgnoreCase));

    private static string Fold(string piece) => Folding.Words(piece) is [var word, ..] ? word : "";

    private static List<string> Pieces(string text) =>
        [.. Word().Matches(text).Select(m => m.Value).Select(w => Possessive().Replace(w, "")).Where(w => w.Length > 0)];

    [GeneratedRegex(@"(?<![\w-])\d{4}-[A-Za-z0-9]+-\d{1,3}(?![\w-])")]
    private static partial Regex JobNumber();

    [GeneratedRegex(@"\bjob\s*(?:number|no\.?|id|#)?\s*#?(?<n>(?:[A-Za-z]{1,3}-)?\d[\w-]*\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamedJob();

    [GeneratedRegex(@"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w-])(?:\+?1[\s.-]*)?(?:\(\d{3}\)\s*|\d{3}[\s.-]+)?\d{3}[\s.-]*\d{4}(?![\w-])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?:in|over in|out in|out of|down in|up in|from)\s+(?<city>(?:Fort |New |San |Saint |St\. |Los |Las |Salt )?\p{Lu}[\p{L}'-]+(?:\s+(?:City|Lake City|\p{Lu}[\p{L}'-]+))*)(?=[\s,.?!;]|$)")]
    private static partial Regex InTown();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’&.-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"['’]s?$|[.,-]+$|['’]s(?=\W)", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();
}
