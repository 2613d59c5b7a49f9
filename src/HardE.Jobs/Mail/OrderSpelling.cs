using System.Text.RegularExpressions;

namespace HardE.Jobs.Mail;

/// <summary>Rights the words of an order that were mistyped by one letter, so that the grammar can be exact. Names stay as they are.</summary>
internal static partial class OrderSpelling
{
    private static readonly string[] Known = ["primer", "video", "produce", "please", "create", "generate", "prepare", "introduction"];

    private static readonly HashSet<string> OtherWords = new(StringComparer.OrdinalIgnoreCase)
        { "prime", "premier", "lease", "leased", "product", "reduce", "procure", "crate", "pleas'", "prier", "vide", "rider", "primed", "primes", "trimer", "release", "pleased" };

    private static readonly Dictionary<string, string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["vedio"] = "video",
        ["viedo"] = "video",
        ["vidio"] = "video",
        ["vid"] = "video",
        ["vids"] = "videos",
        ["vidoes"] = "videos",
        ["pls"] = "please",
        ["plz"] = "please",
        ["pleas"] = "please",
        ["primmers"] = "primers",
        ["mkae"] = "make",
        ["amke"] = "make",
        ["u"] = "you",
    };

    public static string Right(string text) => Word().Replace(text, m => Right(m.Value, m.Index == 0 ? ' ' : text[m.Index - 1]));

    private static string Right(string word, char before)
    {
        if (before is '@' or '.' or '/' or '-' || word.Length > 14)
        {
            return word; // part of an address or number
        }

        if (Usual.TryGetValue(word, out var usual))
        {
            return usual;
        }

        return word.Length < 4 || OtherWords.Contains(word)
            ? word
            : Known.FirstOrDefault(k => IsTypo(word.ToLowerInvariant(), k)) ?? word;
    }

    private static bool IsTypo(string word, string known) =>
        word != known && Math.Abs(word.Length - known.Length) <= 1 && !IsInflection(word, known) && OneEdit(word, known);

    private static bool IsInflection(string word, string known) =>
        word.StartsWith(known, StringComparison.Ordinal) || (word.StartsWith(known[..^1], StringComparison.Ordinal) && word.Length >= known.Length && known[^1] == 'e');

    /// <summary>One letter more, less, other, or two neighbours swapped.</summary>
    private static bool OneEdit(string a, string b)
    {
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }

        var (restA, restB) = (a[start..], b[start..]);
        return restA.Length == restB.Length
            ? restA[1..] == restB[1..] || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..] == restB[2..])
            : restA.Length > restB.Length ? restA[1..] == restB : restA == restB[1..];
    }

    [GeneratedRegex(@"[A-Za-z]+")]
    private static partial Regex Word();
}
