using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Reads a sentence: what is asked for, of which record. Null when the rules do not understand it.</summary>
internal static partial class CrmSentence
{
    public static CrmAsk? Read(Said said)
    {
        if (said.Text.Length == 0 && !said.HasTarget)
        {
            return null;
        }

        return CannotGrammar.Read(said) ?? NoteGrammar.Read(said) ?? UpdateGrammar.Read(said) ?? CreateGrammar.Read(said) ?? ReadMove(said) ?? ListGrammar.Read(said)
            ?? PinnedStatement(said) ?? LookupGrammar.Read(said);
    }

    /// <summary>True for words that call the open question off.</summary>
    public static bool IsCancel(string text) => Cancel().IsMatch(text.Trim());

    private static CrmAsk? ReadMove(Said said) => Asks().IsMatch(said.Text) ? null : MoveGrammar.Read(said);

    /// <summary>A pinned record with a plain statement behind it: "@customer:c-9 prefers a text in the evening" is worth a note.</summary>
    private static CrmAsk? PinnedStatement(Said said)
    {
        var words = Folding.Words(said.Text);
        return !said.HasTarget || words.Count < 3 || Asks().IsMatch(said.Text) || said.Text.TrimEnd().EndsWith('?') || LookupGrammar.FacetsOf(said.Text) != Facets.None || Shows().IsMatch(said.Text)
            ? null
            : new CrmAsk(AskKind.Note) { Record = said.Reference(said.Text) with { Trade = null }, Text = said.Text, Level = said.LevelOfTarget, Sure = true };
    }

    [GeneratedRegex(@"^(?:(?:ok|okay|oh|well|hmm|then|so|actually|sorry|please|no)\b[\s,.!-]*)*(?:cancel|never\s*mind|forget (?:it|that|about it)|leave (?:it|that|this|her|him|them)\b|don'?t\b|do not\b|stop\b|scratch that|drop (?:it|that)|skip (?:it|that)|not now|not yet|no\W*$|nope|none of (?:them|those|these)|nothing|nobody)", RegexOptions.IgnoreCase)]
    private static partial Regex Cancel();

    [GeneratedRegex(@"^(?:what|what's|whats|which|who|who's|whose|where|where's|when|when's|why|how|is|are|was|were|do|does|did|has|have|any|anything)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(?:find|show|look|pull|get|search|open|bring up|display|view|check|tell me|give me)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Shows();
}
