using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Finds whom a statement is about: "Spoke with Denise Johnson today", "The Hendersons picked the middle option".</summary>
internal static partial class SubjectReader
{
    private static readonly HashSet<string> OpeningVerbs =
    [
        "spoke", "talked", "called", "met", "saw", "visited", "emailed", "texted", "heard", "got", "just", "had", "left", "stopped", "walked", "measured",
        "finished", "spoken", "wants", "needs", "rescheduled", "confirmed", "dropped", "sent", "received", "quoted", "went", "told", "asked", "ran", "homeowner", "adjuster", "crew", "permit",
    ];

    /// <returns>The job number or the name; null when the text names nobody.</returns>
    public static string? Find(string text, Vocabulary vocabulary)
    {
        if (ReferenceReader.Read(text, vocabulary) is { Job: { } job })
        {
            return job;
        }

        foreach (var run in Run().Matches(text).Cast<Match>())
        {
            var names = run.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => Possessive().Replace(n, ""))
                .SkipWhile(n => ReferenceReader.IsFiller(n, first: true) || OpeningVerbs.Contains(Folding.Fold(n)))
                .TakeWhile(n => !ReferenceReader.IsFiller(n)).ToList();
            if (names.Count > 0 && !names.All(n => vocabulary.IsStaffWord(n)) && vocabulary.StageIn(string.Join(' ', names)) is null && !names.All(Trades.IsTradeWord))
            {
                return string.Join(' ', names);
            }
        }

        return null;
    }

    [GeneratedRegex(@"\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’-]*)*")]
    private static partial Regex Run();

    [GeneratedRegex(@"(?:['’]s?|[.,])$", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();
}
