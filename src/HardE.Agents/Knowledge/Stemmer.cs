namespace HardE.Agents.Knowledge;

/// <summary>Porter's stemmer for English (M. F. Porter, An algorithm for suffix stripping, 1980), steps 1 to 5.</summary>
internal static class Stemmer
{
    private static readonly (string From, string To)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"),
        ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string From, string To)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Step4 =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
    ];

    /// <summary>Words whose stem would be that of another word.</summary>
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "expensive", "expense", "expenses", "siding", "parental" };

    /// <summary>A word in lower case; short words and words with digits stay as they are.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= 3 || Whole.Contains(word) || word.Any(c => c is < 'a' or > 'z'))
        {
            return word;
        }

        var stem = Step1C(Step1B(Step1A(word)));
        stem = Replace(stem, Step2);
        stem = Replace(stem, Step3);
        stem = DropStep4(stem);
        return Step5(stem);
    }

    private static string Step1A(string w) => w switch
    {
        _ when w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("ies", StringComparison.Ordinal) => w[..^2],
        _ when w.EndsWith("ss", StringComparison.Ordinal) || !w.EndsWith('s') => w,
        _ => w[..^1],
    };

    private static string Step1B(string w)
    {
        if (w.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(w[..^3]) > 0 ? w[..^1] : w;
        }

        var cut = w.EndsWith("ed", StringComparison.Ordinal) ? 2 : w.EndsWith("ing", StringComparison.Ordinal) ? 3 : 0;
        if (cut == 0 || !HasVowel(w[..^cut]))
        {
            return w;
        }

        var s = w[..^cut];
        return s switch
        {
            _ when s.EndsWith("at", StringComparison.Ordinal) || s.EndsWith("bl", StringComparison.Ordinal) || s.EndsWith("iz", StringComparison.Ordinal) => s + "e",
            _ when s.Length > 1 && s[^1] == s[^2] && !Vowel(s, s.Length - 1) && s[^1] is not ('l' or 's' or 'z') => s[..^1],
            _ when Measure(s) == 1 && EndsCvc(s) => s + "e",
            _ => s,
        };
    }

    private static string Step1C(string w) => w.EndsWith('y') && HasVowel(w[..^1]) ? w[..^1] + "i" : w;

    private static string Replace(string w, (string From, string To)[] rules)
    {
        foreach (var (from, to) in rules)
        {
            if (w.EndsWith(from, StringComparison.Ordinal))
            {
                return Measure(w[..^from.Length]) > 0 ? w[..^from.Length] + to : w;
            }
        }

        return w;
    }

    private static string DropStep4(string w)
    {
        foreach (var suffix in Step4.OrderByDescending(s => s.Length))
        {
            if (w.EndsWith(suffix, StringComparison.Ordinal))
            {
                return Measure(w[..^suffix.Length]) > 1 ? w[..^suffix.Length] : w;
            }
        }

        return w.EndsWith("ion", StringComparison.Ordinal) && w.Length > 3 && w[^4] is ('s' or 't') && Measure(w[..^3]) > 1 ? w[..^3] : w;
    }

    private static string Step5(string w)
    {
        if (w.EndsWith('e'))
        {
            var m = Measure(w[..^1]);
            if (m > 1 || (m == 1 && !EndsCvc(w[..^1])))
            {
                w = w[..^1];
            }
        }

        return w.EndsWith("ll", StringComparison.Ordinal) && Measure(w) > 1 ? w[..^1] : w;
    }

    private static bool Vowel(string w, int i) =>
        w[i] is 'a' or 'e' or 'i' or 'o' or 'u' || (w[i] == 'y' && i > 0 && !Vowel(w, i - 1));

    private static bool HasVowel(string w) => Enumerable.Range(0, w.Length).Any(i => Vowel(w, i));

    /// <summary>Number of vowel-consonant sequences.</summary>
    private static int Measure(string w)
    {
        var count = 0;
        for (var i = 1; i < w.Length; i++)
        {
            if (Vowel(w, i - 1) && !Vowel(w, i))
            {
                count++;
            }
        }

        return count;
    }

    private static bool EndsCvc(string w) =>
        w.Length >= 3 && !Vowel(w, w.Length - 3) && Vowel(w, w.Length - 2) && !Vowel(w, w.Length - 1) && w[^1] is not ('w' or 'x' or 'y');
}
