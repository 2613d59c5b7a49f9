using System.Globalization;
using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Sentences that ask for a list of jobs: the pipeline, a stage, a rep's jobs, jobs nobody has touched.</summary>
internal static partial class ListGrammar
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a"] = 1,
        ["an"] = 1,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["ten"] = 10,
    };

    public static CrmAsk? Read(Said said)
    {
        var text = said.Text;
        var stage = said.Vocabulary.StageIn(text);
        var mine = Mine().IsMatch(text);
        var rep = AllReps().IsMatch(text) ? null : said.Vocabulary.StaffIn(text) ?? (mine ? "me" : null);
        var untouched = Days(Untouched().Match(text));
        var changed = untouched is null ? Days(Changed().Match(text)) : null;
        var asksForList = Pipeline().IsMatch(text) || ListOf().IsMatch(text) || (stage is not null && InStage().IsMatch(text));
        if (said.HasTarget || (!asksForList && untouched is null && changed is null) || NamesSomebody(said, stage, rep))
        {
            return null;
        }

        return new CrmAsk(AskKind.List)
        {
            Stage = stage,
            Rep = rep,
            Trades = [.. Trades.In(text).Take(1)],
            UntouchedDays = untouched,
            ChangedDays = changed,
            Sure = true,
        };
    }

    /// <summary>"what's in the Smith estimate": a name makes it a question about one record.</summary>
    private static bool NamesSomebody(Said said, string? stage, string? rep)
    {
        var words = said.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Where(w => w.Length > 1 && char.IsUpper(w[0]) && !ReferenceReader.IsFiller(w) && !said.Vocabulary.IsStaffWord(w) && !Trades.IsTradeWord(w.Trim(',', '.', '?', '!')))
            .Where(w => stage is null || !Folding.Fold(w).StartsWith(Folding.Fold(stage), StringComparison.Ordinal));
        return words.Any(w => !Calendar().IsMatch(w) && said.Vocabulary.StageIn(w) is null) && (rep is null || words.Any())
            || ReferenceReader.Read(said.Text, said.Vocabulary) is { Job: not null };
    }

    private static int? Days(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var word = match.Groups["n"].Value;
        var count = word.Length == 0 ? 1 : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? Math.Min(digits, 1000) : Numbers.GetValueOrDefault(word, 1);
        return match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "week" => count * 7,
            "month" => count * 30,
            "today" => 1,
            "yesterday" => 2,
            "" => 14,
            _ => count,
        };
    }

    [GeneratedRegex(@"\bpipeline\b|\bhow many jobs\b|\b(?:each|by|per|every) stage\b|\bon my (?:plate|list|desk)\b|\bwhole board\b|\b(?:the|our|my) board\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pipeline();

    [GeneratedRegex(@"\b(?:my|all|open|our|which|what|list|show|those|every|any|\p{L}+'s|for \p{L}+'s)\s+(?:(?:of\s+)?(?:my|our|the|all|open|active|current|[\p{L}_]+)\s+){0,3}(?:jobs|deals)\b|^(?:jobs|deals)\s+(?:in|for|of|with)\b|\bjobs (?:does|do|has|have)\b|\b(?:does|do) \p{L}+ have open\b", RegexOptions.IgnoreCase)]
    private static partial Regex ListOf();

    [GeneratedRegex(@"\b(?:what|what's|whats|who|who's|which|anything|everything|something|how many|how much|show|list|give|see|view|count|jobs|deals|all|any|whatever)\b.*\b(?:in|at|sitting|stuck|under|for|are|is|the)\b|\b(?:estimate|proposal|lead|appointment|sold|lost|closed)s?\s+(?:stage|column|jobs|list)\b|^in\s+\p{L}+\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex InStage();

    [GeneratedRegex(@"\b(?:my|mine|i have|i've got|am i|do i)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mine();

    [GeneratedRegex(@"\ball (?:the\s+)?reps\b|\bevery(?:one|body)'?s?\b|\ball of us\b", RegexOptions.IgnoreCase)]
    private static partial Regex AllReps();

    [GeneratedRegex(@"(?:(?:haven't|havent|hasn't|hasnt|not|never|no one|nobody|without|no)\b.*\b(?:touched|updated|moved|contact\w*|activity|change\w*|follow\w*|worked|heard|looked)\b(?:.*?\b(?:in|for|since|over|within|the last|past)\s+(?:over\s+|more than\s+|the last\s+|at least\s+)*(?<n>\d+|a|an|one|two|three|four|five|six|seven|ten)?\s*(?<unit>day|week|month)s?)?)|\b(?:stale|gone cold|going cold|old|untouched|idle)\b.*\b(?:jobs|deals)\b(?:.*?(?<n>\d+|two|three|four)\s+(?<unit>day|week|month)s?)?|\b(?:jobs|deals)\b.*\b(?:stale|gone cold|going cold|idle)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Untouched();

    [GeneratedRegex(@"\b(?:jobs|deals|anything|what)\b.*\b(?:changed|updated|moved|new|touched|happened)\b.*?\b(?:(?:in|over|within|during)\s+)?(?:the\s+|this\s+)?(?:last\s+|past\s+)?(?<n>\d+|two|three|four|five|seven|ten)?\s*(?<unit>day|week|month|today|yesterday)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Changed();

    [GeneratedRegex(@"^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|crm|leap|i)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Calendar();
}
