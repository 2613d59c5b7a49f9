using System.Runtime.InteropServices;

namespace HardE.Agents.Triage;

/// <summary>Turns a message into numbers: cues, words, pairs of words and pieces of words, each hashed to a place.</summary>
internal static class UtteranceFeatures
{
    /// <summary>Places; a power of two.</summary>
    public const int Size = 1 << 16;

    private const float CueWeight = 1.6f;
    private const float WordWeight = 1f;
    private const float PairWeight = 0.8f;
    private const float PieceWeight = 0.3f;
    private const float ShapeWeight = 0.8f;
    private const float FamilyWeight = 1f;
    private const float FamilyPairWeight = 0.5f;

    /// <summary>Little words that shape a request.</summary>
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "what", "how", "when", "where", "who", "which", "whose", "is", "are", "do", "does", "did", "can", "could", "should",
        "i", "me", "my", "you", "your", "it", "that", "this", "the", "a", "to", "for", "on", "in", "of", "with", "from",
        "and", "not", "no", "any", "have", "has", "had", "be", "if", "out", "up", "down", "?", "please", "at", "by", "us",
    };

    /// <summary>Places and weights of a message, length 1 in all.</summary>
    public static Feature[] Of(Utterance said)
    {
        var found = new Dictionary<int, float>();
        foreach (var cue in Cues.In(said.Folded))
        {
            Add(found, 'c', cue, "", CueWeight);
        }

        var words = said.Words;
        Add(found, 'n', Length(words.Count), "", ShapeWeight);
        for (var i = 0; i < words.Count; i++)
        {
            Add(found, 'w', Stem(words[i]), "", WordWeight);
            Add(found, 'p', i == 0 ? "^" : Stem(words[i - 1]), Stem(words[i]), PairWeight);
            Pieces(found, words[i]);
        }

        Families(found, said);

        if (words.Count > 0)
        {
            Add(found, 'f', Stem(words[0]), "", ShapeWeight);
            Add(found, 'p', Stem(words[^1]), "$", PairWeight);
        }

        return Scaled(found);
    }

    // Families, and the pairs they make with their neighbours; a name is a family too.
    private static void Families(Dictionary<int, float> found, Utterance said)
    {
        var (before, beforeThat) = ("^", "^");
        foreach (var word in said.Words)
        {
            var family = Lexicon.FamilyOf(word) ?? (said.Names.Contains(word) ? "name" : word[0] == '#' ? word : null);
            var here = family ?? (Small.Contains(word) ? word : "_");
            if (here == "_" && before == "_")
            {
                continue;
            }

            if (family is not null)
            {
                Add(found, 'l', family, "", FamilyWeight);
            }

            Add(found, 'm', before, here, FamilyPairWeight);
            Add(found, 't', beforeThat + before, here, FamilyPairWeight);
            (before, beforeThat) = (here, before);
        }

        Add(found, 'm', before, "$", FamilyPairWeight);
    }

    private static void Pieces(Dictionary<int, float> found, string word)
    {
        if (word[0] == '#' || word.Length < 4)
        {
            return;
        }

        for (var i = 0; i + 4 <= word.Length; i++)
        {
            Add(found, 'g', word.Substring(i, 4), "", PieceWeight);
        }
    }

    private static string Stem(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => $"{word[..^3]}y",
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1].TrimEnd('\''),
        _ => word,
    };

    private static string Length(int words) => words switch
    {
        0 => "0",
        1 => "1",
        2 => "2",
        <= 4 => "4",
        <= 8 => "8",
        <= 16 => "16",
        <= 40 => "40",
        _ => "more",
    };

    // Presence counts, not number: each further hit of a place adds nothing.
    private static void Add(Dictionary<int, float> found, char kind, string a, string b, float weight)
    {
        var hash = 2166136261u;
        hash = (hash ^ kind) * 16777619u;
        hash = Mix(hash, a);
        hash = (hash ^ 0x1F) * 16777619u;
        hash = Mix(hash, b);
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(found, (int)((hash ^ (hash >> 16)) & (Size - 1)), out _);
        place = Math.Max(place, weight);
    }

    private static uint Mix(uint hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }

    private static Feature[] Scaled(Dictionary<int, float> found)
    {
        var length = MathF.Sqrt(found.Values.Sum(v => v * v));
        return [.. found.OrderBy(f => f.Key).Select(f => new Feature(f.Key, f.Value / Math.Max(length, 1e-6f)))];
    }
}

/// <summary>One place of a message's numbers.</summary>
internal readonly record struct Feature(int Place, float Weight);
