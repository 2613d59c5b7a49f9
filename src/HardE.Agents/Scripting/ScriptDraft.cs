namespace HardE.Agents.Scripting;

/// <summary>The script somebody is working on: every version of it, and which is shown. State document <c>script_draft</c>.</summary>
internal sealed record ScriptDraft(string For, IReadOnlyList<ScriptVersion> Versions, int At)
{
    public const string State = "script_draft";

    private const int MostVersions = 12;

    /// <summary>What was asked for while the customer is not clear yet; the versions are empty then.</summary>
    public ScriptRequest? Waiting { get; init; }

    /// <summary>Ids of the customers that were offered, in the order shown.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public ScriptVersion? Current => Versions.Count == 0 ? null : Versions[At];

    public ScriptVersion? Previous => At > 0 ? Versions[At - 1] : null;

    /// <summary>A new version after the shown one; what was undone is gone.</summary>
    public ScriptDraft With(ScriptVersion next)
    {
        var kept = Versions.Take(At + 1).Append(next with { Number = (Current?.Number ?? 0) + 1 }).TakeLast(MostVersions).ToArray();
        return this with { Versions = kept, At = kept.Length - 1, Waiting = null, Choices = [] };
    }
}

/// <summary>One version, with all it was made from, so that the next change builds on it.</summary>
/// <param name="Change">What is new in it, for the history.</param>
internal sealed record ScriptVersion(int Number, string Change, string Title, IReadOnlyList<ScriptSection> Sections)
{
    public PrimerScriptInput? Primer { get; init; }
    public StandardScriptInput? Standard { get; init; }
    public IReadOnlyList<ScriptEdit> Edits { get; init; } = [];

    public int Words => Sections.Sum(s => Sentences.CountWords(s.Text));

    public TimeSpan ReadingTime => TimeSpan.FromSeconds(Math.Round(Words * 60.0 / PrimerScript.WordsPerMinute));

    public string Text => string.Join("\n\n", Sections.Select(s => s.Text));
}

/// <summary>A change of words by hand; made again after each rewrite.</summary>
/// <param name="Find">Words to be found, whatever their case.</param>
/// <param name="With">What stands there instead; null takes the whole sentence out.</param>
internal sealed record ScriptEdit(string Find, string? With);

/// <summary>A wish for a script, as it was understood.</summary>
internal sealed record ScriptRequest(string Kind, string? Customer, IReadOnlyList<string> Trades, string Words, IReadOnlyList<string> Variants)
{
    public const string Primer = "primer";
}
