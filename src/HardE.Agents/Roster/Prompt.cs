using System.Text.RegularExpressions;

namespace HardE.Agents.Roster;

/// <summary>An agent's instructions: a text in which a few named values are filled in for each turn.</summary>
public static partial class Prompt
{
    /// <summary>What <c>{{…}}</c> may name.</summary>
    public static readonly IReadOnlySet<string> Variables =
        new HashSet<string>(StringComparer.Ordinal) { "company", "speaker", "role", "today" };

    /// <summary>Names in double braces, known or not.</summary>
    public static IEnumerable<string> VariablesIn(string text) => Variable().Matches(text).Select(m => m.Groups[1].Value);

    /// <summary>Fills the values in; a value never brings a new variable with it.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Variable().Replace(text, m => values.GetValueOrDefault(m.Groups[1].Value, m.Value));

    [GeneratedRegex(@"\{\{\s*([^{}\s]*)\s*\}\}")]
    private static partial Regex Variable();
}
