using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>A sentence ready to be read: politeness and targets taken off.</summary>
/// <param name="Text">What is left.</param>
/// <param name="Raw">The same with its opening words: "also", "no", "actually" matter to an edit.</param>
internal sealed partial record Said(string Text, string Raw, IReadOnlyList<Target> Targets, Vocabulary Vocabulary)
{
    public bool HasTarget => Targets.Count > 0;

    /// <summary>Where a note goes that says no place: a pinned job is the job, a pinned customer the customer.</summary>
    public NoteLevel LevelOfTarget => Targets.Count == 0 ? NoteLevel.Job : Targets[0].Kind switch
    {
        TargetKind.CustomerId => NoteLevel.Customer,
        TargetKind.Job => NoteLevel.Job,
        _ => NoteLevel.Either,
    };

    public static Said Of(string text, Vocabulary vocabulary)
    {
        var (targets, rest) = Mentions.Find(text);
        return new Said(Polite().Replace(rest.Trim(), "").Trim(), rest.Trim(), targets, vocabulary);
    }

    /// <summary>The record named by a part of the sentence; a target beats it.</summary>
    public Reference Reference(string part) => HasTarget ? ReferenceReader.Pinned(Targets, part) : ReferenceReader.Read(part, Vocabulary);

    [GeneratedRegex(@"^(?:(?:hey|hi|hello|ok|okay|so|well|and|also|then|please|pls|thanks|thank you|great|good|now|quick one|hard-?e|can you|could you|would you|will you|can we|could we|i need you to|i need to|i'd like to|i want to|i want you to|i would like to|let's|lets|go ahead and|just|actually)\b[\s,.!:-]*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Polite();
}
