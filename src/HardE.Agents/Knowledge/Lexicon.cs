using System.Reflection;

namespace HardE.Agents.Knowledge;

/// <summary>What sales people mean by their words: concepts with their phrases, and words that carry no topic. Lexicon.txt.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, List<(string[] Phrase, string Concept)>> byFirst = new(StringComparer.Ordinal);
    private readonly HashSet<string> light = new(StringComparer.Ordinal);

    private Lexicon(IEnumerable<string> lines)
    {
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == '~')
            {
                light.UnionWith(Tokens.Of(line[1..]));
            }
            else if (line.Split('=', 2) is [var concept, var phrases])
            {
                Add(line[0] == '!' ? null : "=" + concept.Trim(), phrases);
            }
        }
    }

    public static Lexicon Default { get; } = new(BuiltIn());

    /// <summary>True for words that never decide what a question is about.</summary>
    public bool IsLight(string token) => light.Contains(token);

    /// <summary>
    /// Concepts named in a text: where each starts, how many words it takes, and its name. It starts with <c>=</c>, or with
    /// <c>!</c> where the phrase means only this and its words must not count one by one.
    /// </summary>
    public IEnumerable<(int At, int Length, string Concept)> Find(IReadOnlyList<string> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var (phrase, concept) in byFirst.GetValueOrDefault(tokens[at]) ?? [])
            {
                if (StandsAt(tokens, at, phrase))
                {
                    yield return (at, phrase.Length, concept);
                }
            }
        }
    }

    private static bool StandsAt(IReadOnlyList<string> tokens, int at, string[] phrase)
    {
        if (at + phrase.Length > tokens.Count)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            if (tokens[at + i] != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="concept">Null where each phrase is a subject of its own.</param>
    private void Add(string? concept, string phrases)
    {
        foreach (var phrase in phrases.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = [.. Tokens.Of(phrase)];
            if (words.Length > 0)
            {
                (byFirst.TryGetValue(words[0], out var list) ? list : byFirst[words[0]] = []).Add((words, concept ?? "!" + string.Join(' ', words)));
            }
        }
    }

    private static string[] BuiltIn()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("HardE.Agents.Knowledge.Lexicon.txt")
            ?? throw new InvalidOperationException("The lexicon is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n');
    }
}
