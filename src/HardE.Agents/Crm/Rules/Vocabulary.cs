namespace HardE.Agents.Crm.Rules;

/// <summary>The names a company uses: its stages and its people. Sentences are read with them.</summary>
internal sealed class Vocabulary(IReadOnlyList<StageRef> stages, IReadOnlyList<CrmUser> users)
{
    private const int LongestStage = 4;
    private readonly HashSet<string> staffWords = [.. users.SelectMany(u => Folding.Words(u.Name))];

    public IReadOnlyList<StageRef> Stages => stages;
    public IReadOnlyList<CrmUser> Users => users;

    public bool IsStaffWord(string word) => Folding.Words(word) is [var one, ..] && staffWords.Contains(one);

    /// <summary>The stage named at the start of a text, and how many words name it; "next" and "back" count.</summary>
    public (string? Stage, int Words) StageAt(IReadOnlyList<string> words)
    {
        for (var count = Math.Min(LongestStage, words.Count); count > 0; count--)
        {
            var said = string.Join(' ', words.Take(count)).Trim(',', '.', ';', ':', '!', '?');
            if (StageNames.IsRelative(said))
            {
                return (StageNames.Canonical(said), count);
            }

            if (!said.All(char.IsAsciiDigit) && StageNames.Find(stages, said, null) is { } stage)
            {
                return (stage.Name, count);
            }
        }

        return (null, 0);
    }

    /// <summary>The stage that a sentence names as a whole word; null for none.</summary>
    public string? StageIn(string text)
    {
        var words = Folding.Words(text);
        return stages.Where(s => Contains(words, Folding.Words(s.Name)) || Contains(words, [.. Folding.Words(s.Name + "s")]))
            .Select(s => s.Name).FirstOrDefault();
    }

    /// <summary>The colleague named at the start of a text: full name, else first or last name.</summary>
    /// <returns>The words as said and their count; null when it starts with nobody.</returns>
    public (string? Said, int Words) StaffAt(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return (null, 0);
        }

        var said = new List<string>();
        foreach (var word in words)
        {
            var clean = word.Trim(',', '.', ';', ':', '!', '?', '@', '"');
            if (!IsStaffWord(clean) || clean.Length == 0)
            {
                break;
            }

            said.Add(clean.EndsWith("'s", StringComparison.Ordinal) ? clean[..^2] : clean);
            if (word.Length > 0 && word[^1] is ',' or '.' or ';' or ':' || !Staff.Find(users, string.Join(' ', said)).Users.Any())
            {
                break;
            }
        }

        while (said.Count > 0 && Staff.Find(users, string.Join(' ', said)).Users.Count == 0)
        {
            said.RemoveAt(said.Count - 1);
        }

        return said.Count == 0 ? (null, 0) : (string.Join(' ', said), said.Count);
    }

    /// <summary>The first colleague named anywhere in a text.</summary>
    public string? StaffIn(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (StaffAt(words[i..]) is { Said: { } said })
            {
                return said;
            }
        }

        return null;
    }

    private static bool Contains(IReadOnlyList<string> words, IReadOnlyList<string> part) =>
        Enumerable.Range(0, Math.Max(0, words.Count - part.Count + 1)).Any(i => words.Skip(i).Take(part.Count).SequenceEqual(part));
}
