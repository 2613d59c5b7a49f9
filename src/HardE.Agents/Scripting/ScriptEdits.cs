using System.Text.RegularExpressions;

namespace HardE.Agents.Scripting;

/// <summary>Changes of words by hand, and what differs between two versions.</summary>
internal static class ScriptEdits
{
    public static IReadOnlyList<ScriptSection> Apply(IReadOnlyList<ScriptSection> sections, IReadOnlyList<ScriptEdit> edits) =>
        edits.Aggregate(sections, (now, edit) => [.. now.Select(s => s with { Text = Lines(s.Text, edit) })]);

    /// <summary>True when the words stand anywhere in the script.</summary>
    public static bool Finds(IReadOnlyList<ScriptSection> sections, string words) => sections.Any(s => Pattern(words).IsMatch(s.Text));

    /// <summary>Sentences that went and sentences that came, in order.</summary>
    public static (IReadOnlyList<string> Gone, IReadOnlyList<string> Come) Compare(ScriptVersion before, ScriptVersion after)
    {
        var old = before.Sections.SelectMany(s => Sentences.Split(s.Text)).ToList();
        var now = after.Sections.SelectMany(s => Sentences.Split(s.Text)).ToList();
        return ([.. old.Except(now)], [.. now.Except(old)]);
    }

    private static string Lines(string text, ScriptEdit edit) =>
        string.Join('\n', text.Split('\n').Select(l => Apply(l, edit)).Where(l => l.Length > 0));

    private static string Apply(string text, ScriptEdit edit)
    {
        var pattern = Pattern(edit.Find);
        return edit.With is { } with
            ? Sentences.Tidy(pattern.Replace(text, _ => with))
            : string.Join(' ', Sentences.Split(text).Where(s => !pattern.IsMatch(s)));
    }

    private static Regex Pattern(string words) =>
        new($@"(?<!\w){Regex.Escape(words.Trim())}(?!\w)", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
}
