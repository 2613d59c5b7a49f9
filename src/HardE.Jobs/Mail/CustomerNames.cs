using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Jobs.Mail;

/// <summary>A name and where it ends in the text.</summary>
internal readonly record struct NameFound(string Name, int End);

/// <summary>Reads a person's or company's name at a place in a sentence: titles dropped, couples by their first person.</summary>
internal static partial class CustomerNames
{
    private const int MostWords = 6;

    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
        { "de", "la", "del", "della", "der", "den", "van", "von", "da", "das", "dos", "di", "du", "le", "el", "al", "bin", "ibn", "st", "san", "ter", "ten", "y" };

    /// <summary>Words that end a name whatever their case.</summary>
    private static readonly HashSet<string> Ends = new(StringComparer.OrdinalIgnoreCase)
    {
        "please", "pls", "plz", "thanks", "thank", "thx", "job", "jobs", "hold", "review", "send", "primer", "primers", "video", "videos", "asap",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri",
        "visit", "appointment", "work", "trade", "customer", "client", "homeowner", "regards", "family", "household", "residence", "house",
        "today", "tomorrow", "tonight", "hi", "hello", "hey", "dear", "re", "fwd", "fw", "new", "urgent", "need", "needed", "i", "we", "it", "project", "replacement", "repair",
        "make", "produce", "create", "generate", "prepare", "build", "record", "start", "run", "order", "get", "give", "send", "do", "yet", "not", "no",
    };

    /// <summary>Words that end a name written in small letters or all capitals.</summary>
    private static readonly HashSet<string> SmallEnds = new(StringComparer.OrdinalIgnoreCase)
    {
        "at", "in", "on", "of", "from", "to", "by", "before", "after", "about", "regarding", "with", "who", "whom", "whose", "which", "that", "this",
        "these", "those", "for", "his", "her", "hers", "him", "their", "them", "its", "my", "our", "your", "me", "us", "and", "or", "but", "dont", "don't", "do", "not",
        "is", "has", "had", "will", "was", "needs", "wants", "when", "he", "she", "they", "you", "the", "a", "an", "as", "also", "too", "so",
        "because", "since", "ahead", "next", "last", "now", "first", "then", "lady", "guy", "man", "woman", "couple", "everyone", "everybody", "all", "each",
        "upcoming", "one", "two", "home", "back", "front", "email", "text", "call", "let", "ready", "no", "yes", "if", "once", "until", "soon", "again", "any", "some", "going", "out",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "morning", "afternoon", "evening", "week", "month", "later", "there", "here", "same", "whole", "full", "entire", "use", "usual", "only", "can", "could", "would", "should", "just", "via", "per",
    };

    private static readonly HashSet<string> CompanyWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "llc", "inc", "co", "company", "group", "church", "parish", "school", "sons", "cafe", "properties", "apartments", "hoa", "condos", "condominiums",
        "dental", "shop", "restaurant", "bar", "partners", "associates", "realty", "management", "bakery", "market", "center", "clinic", "hotel", "inn",
    };

    /// <summary>The name that starts at <paramref name="start"/>; null when no name stands there.</summary>
    public static NameFound? At(string text, int start)
    {
        var place = Opening().Match(text, start);
        var family = place.Groups["the"].Success;
        var position = place.Index + place.Length;
        var shouted = !text.Any(char.IsLower);
        var first = Words(text, ref position, shouted);
        if (first.Count == 0 || (place.Groups["kind"].Success && char.IsLower(first[0][0]) && text.Any(char.IsUpper)))
        {
            return null; // "to the client yet" names nobody
        }

        var couple = Couple().Match(text, position);
        if (couple.Success)
        {
            var after = couple.Index + couple.Length;
            var second = Words(text, ref after, shouted);
            if (second.Count > 0)
            {
                var joined = CompanyWords.Contains(second[^1])
                    ? $"{string.Join(' ', first)} & {string.Join(' ', second)}"
                    : string.Join(' ', first.Count == 1 && second.Count > 1 ? [first[0], .. second.Skip(1)] : first);
                return new NameFound(Cased(joined, shouted), after);
            }
        }

        if (first.Count == 1 && LastFirst().Match(text, position) is { Success: true } given && !IsEnd(given.Groups["first"].Value, shouted))
        {
            return new NameFound(Cased($"{given.Groups["first"].Value} {first[0]}", shouted), given.Index + given.Length);
        }

        var name = string.Join(' ', first);
        return new NameFound(Cased(family && first.Count == 1 ? Singular(name) : name, shouted), position);
    }

    /// <summary>True for a line that is nothing but a name in capitals.</summary>
    public static bool IsWhole(string text) => At(text, 0) is { } found && found.End >= text.TrimEnd(' ', '.', '!').Length
        && char.IsUpper(found.Name[0]);

    private static List<string> Words(string text, ref int position, bool shouted)
    {
        var words = new List<string>();
        var capitals = (bool?)null;
        while (words.Count < MostWords)
        {
            var match = Word().Match(text, position);
            if (!match.Success)
            {
                break;
            }

            var word = match.Groups["word"].Value;
            var possessive = match.Groups["s"].Success;
            var plain = word.TrimEnd('.');
            capitals ??= !shouted && (char.IsUpper(plain[0]) || (Particles.Contains(plain) && NextIsCapital(text, match)));
            var isName = capitals.Value
                ? (char.IsUpper(plain[0]) && !IsEnd(plain, small: false)) || (Particles.Contains(plain) && NextIsCapital(text, match))
                : !IsEnd(plain, small: true) && (words.Count < 4);
            if (!isName)
            {
                break;
            }

            var keepsDot = plain.Length == 1 || plain is "St" or "Jr" or "Sr";
            words.Add(keepsDot ? word : plain);
            position = match.Index + match.Length - (keepsDot ? 0 : word.Length - plain.Length);
            if (possessive || (!keepsDot && word.EndsWith('.')))
            {
                break;
            }
        }

        return words;
    }

    private static bool IsEnd(string word, bool small) =>
        Ends.Contains(word) || (small && SmallEnds.Contains(word)) || TradeWords.IsTradeWord(word);

    private static bool NextIsCapital(string text, Match word)
    {
        var rest = text[(word.Index + word.Length)..].TrimStart();
        var next = rest.Split(' ')[0];
        return rest.Length > 0 && (char.IsUpper(rest[0]) || Particles.Contains(next.TrimEnd('.')));
    }

    private static string Cased(string name, bool shouted) =>
        shouted ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()) : name;

    /// <summary>"the Nowickis" are the Nowicki household.</summary>
    private static string Singular(string name) =>
        PluralEs().IsMatch(name) ? name[..^2]
        : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) && name.Length > 3 ? name[..^1] : name;

    [GeneratedRegex(@"\G[\s*""'(]*(?:(?<the>the|our|my)\s+)?(?:(?:new|existing|repeat|named|called|(?<kind>customer|client|homeowner|lead|prospect|family of|household of))[,:]?\s+)*(?:(?:the|mr|mrs|ms|miss|mx|dr|prof|rev|fr|father|sister|pastor)\b\.?\s*(?:(?:and|&)\s*(?:mrs|mr|ms|dr)\b\.?\s*)?)*[""'*]*", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G[ *]*(?<word>\p{L}(?:[\p{L}\p{M}\-]|'(?!s\b|\s|$))*\.?)(?<s>'s?(?![\p{L}]))?")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G\s*(?:&|\+|\band\b)\s*(?:(?:mr|mrs|ms|dr)\b\.?\s*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Couple();

    [GeneratedRegex(@"\G,\s*(?<first>\p{Lu}\p{Ll}+)(?=\s*(?:$|[\u2013,.(\n]|-\s))")]
    private static partial Regex LastFirst();

    [GeneratedRegex("(ses|xes|zes|ches|shes)$")]
    private static partial Regex PluralEs();
}
