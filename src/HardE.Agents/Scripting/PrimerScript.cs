namespace HardE.Agents.Scripting;

/// <summary>A primer that can be spoken: eight blocks, each with a title for its card in the film.</summary>
/// <param name="Title">For the title card; holds no name.</param>
/// <param name="Problems">What the hard checks found; a script with a problem must not become sound.</param>
public sealed record PrimerScript(
    string Title, IReadOnlyList<ScriptSection> Sections, int WordCount, IReadOnlyList<ScriptProblem> Problems)
{
    /// <summary>Words a minute of a calm voice (domain: primer video).</summary>
    public const int WordsPerMinute = 150;

    /// <summary>Knowledge documents the script was made from, by id.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The spoken text: one paragraph a section.</summary>
    public string Text => string.Join("\n\n", Sections.Select(s => s.Text));

    public TimeSpan ReadingTime => TimeSpan.FromSeconds(Math.Round(WordCount * 60.0 / WordsPerMinute));

    public bool Ok => Problems.Count == 0;
}

/// <summary>One block of a script: a short title for people and cards, and the spoken text.</summary>
public sealed record ScriptSection(string Title, string Text);

/// <summary>A rule that a script breaks.</summary>
/// <param name="Code">Stable name of the rule: <c>price</c>, <c>placeholder</c>.</param>
/// <param name="Message">For a person, with the words concerned.</param>
public sealed record ScriptProblem(string Code, string Message);
