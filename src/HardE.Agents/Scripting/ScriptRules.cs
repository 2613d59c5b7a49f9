using System.Text.RegularExpressions;
using HardE.Agents.Services;

namespace HardE.Agents.Scripting;

/// <summary>The hard checks of a primer, before any sound is made (domain: primer video). Whoever wrote it, code or model.</summary>
public static partial class ScriptRules
{
    public const int MinWords = 260;
    public const int MaxWords = 420;
    public const int MaxSentenceWords = 20;

    /// <summary>Every rule that the script breaks; empty when it may be spoken.</summary>
    public static IReadOnlyList<ScriptProblem> Check(PrimerScript script, PrimerScriptInput input, CompanyOptions company)
    {
        var text = script.Text;
        var problems = new List<ScriptProblem>();
        CheckLength(text, problems);
        CheckForm(text, company, problems);
        CheckClaims(text, problems);
        ScriptNames.Check(script, input, company, problems);
        ScriptFit.Check(text, input, company, problems);
        return problems;
    }

    /// <summary>The claims alone: also for texts that are no primers.</summary>
    public static IReadOnlyList<ScriptProblem> CheckClaims(string text)
    {
        var problems = new List<ScriptProblem>();
        CheckClaims(text, problems);
        return problems;
    }

    private static void CheckLength(string text, List<ScriptProblem> problems)
    {
        var words = Sentences.CountWords(text);
        if (words is < MinWords or > MaxWords)
        {
            problems.Add(new("length", $"It has {words} words; a primer has {MinWords} to {MaxWords}."));
        }

        foreach (var sentence in Sentences.Split(text).Where(s => Sentences.CountWords(s) > MaxSentenceWords))
        {
            problems.Add(new("long_sentence", $"This sentence has {Sentences.CountWords(sentence)} words: “{sentence}”"));
        }
    }

    /// <summary>What a voice cannot say: digits, abbreviations, marks, placeholders, lists.</summary>
    private static void CheckForm(string text, CompanyOptions company, List<ScriptProblem> problems)
    {
        var spoken = company.Name.Length > 0 ? text.Replace(company.Name, "we", StringComparison.OrdinalIgnoreCase) : text;
        Add("placeholder", "A slot was left open", Placeholder().Match(text));
        Add("digits", "Numbers are written as they are spoken", Digits().Match(spoken));
        Add("abbreviation", "Abbreviations cannot be spoken", Abbreviation().Match(spoken));
        Add("symbol", "Marks and emoji cannot be spoken", Symbol().Match(spoken));
        Add("list", "A primer has no headings and no lists", ListLine().Match(text));

        void Add(string code, string why, Match match)
        {
            if (match.Success)
            {
                problems.Add(new(code, $"{why}: “{match.Value.Trim()}”."));
            }
        }
    }

    private static void CheckClaims(string text, List<ScriptProblem> problems)
    {
        foreach (var claim in ForbiddenClaims.All)
        {
            if (Sentences.Split(text).FirstOrDefault(s => claim.Pattern.IsMatch(s)) is { } sentence)
            {
                problems.Add(new(claim.Code, $"{claim.Why} “{sentence}”"));
            }
        }
    }

    [GeneratedRegex(@"\[[^\]]*\]?|\{\{?[^}]*\}?|\b(TBD|TBA|TODO|XXX+|N/?A|lorem ipsum|placeholder|insert (name|date|here))\b|<[^>]{1,40}>|_{2,}", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\S*\d\S*")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b(e\.g|i\.e|etc|vs|approx|appt|min|hrs?|ft|sq|lbs?|ave|blvd|rd|mr|mrs|ms|dr|st|apt|inc|llc|dept|est|govt|w/o?)\.|\b(appt|approx|sqft|lf|w/|asap|fyi|hoa|hvac|low-e)\b|\b(?!OK\b|I\b|TV\b)[A-Z]{2,}\b", RegexOptions.None)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"[#*_~^=+|\\/@&<>•·→]|[\p{So}\p{Cs}\u200B-\u200F\u2060\uFE0F]")]
    private static partial Regex Symbol();

    [GeneratedRegex(@"^\s*([-*•#]|\d+[.)]).*$", RegexOptions.Multiline)]
    private static partial Regex ListLine();
}
