using System.Text.RegularExpressions;

namespace HardE.Agents.Crm.Rules;

/// <summary>Sentences that open a job for a customer who is there already.</summary>
internal static partial class CreateGrammar
{
    public static CrmAsk? Read(Said said)
    {
        var match = Open().Match(said.Text);
        if (!match.Success)
        {
            match = Wants().Match(said.Text);
        }

        if (!match.Success && OpenLast().Match(said.Text) is { Success: true } last && SubjectReader.Find(last.Groups["pre"].Value, said.Vocabulary) is { } subject)
        {
            var wish = last.Groups["pre"].Value.Trim();
            return new CrmAsk(AskKind.Create) { Record = said.Reference(subject) with { Trade = null }, Trades = Trades.In($"{last.Groups["kind"].Value} {wish}"), Text = wish, Sure = true };
        }

        if (!match.Success || (!match.Groups["ref"].Success && !said.HasTarget))
        {
            return null;
        }

        var kind = match.Groups["kind"].Value;
        var (reference, work) = SplitWork(match.Groups["ref"].Value);
        var (description, rep, insurance) = Clauses(said, $"{work} {match.Groups["rest"].Value}");
        var trades = Trades.In(kind) is { Count: > 0 } named ? named : Trades.In(description);
        var whole = description.Length > 0 ? description : KindWords(kind);
        return new CrmAsk(AskKind.Create)
        {
            Record = said.Reference(reference) with { Trade = null },
            Trades = trades,
            Text = whole,
            Rep = rep,
            Insurance = insurance,
            Sure = true,
        };
    }

    /// <summary>"Rosa Imhoff for gutters": the work may stand behind "for" or "to".</summary>
    private static (string Reference, string Work) SplitWork(string reference)
    {
        var match = ForWork().Match(reference);
        return match.Success && Trades.In(match.Groups["work"].Value).Count > 0
            ? (reference[..match.Index], match.Groups["work"].Value) : (reference, "");
    }

    /// <summary>Takes the orders out (rep, same address, insurance); what is left is the description, as it was said.</summary>
    private static (string Description, string? Rep, bool? Insurance) Clauses(Said said, string rest)
    {
        string? rep = null;
        bool? insurance = null;
        var kept = new List<string>();
        foreach (var clause in Pause().Split(rest.Trim().Trim(':', ',', '-', ' ')))
        {
            var words = clause.Trim();
            if (words.Length == 0 || SameAddress().IsMatch(words))
            {
                continue;
            }

            if (RepClause().Match(words) is { Success: true } who && Person(said, who.Groups["who"].Value) is { } person)
            {
                rep = person;
            }
            else if (InsuranceClause().IsMatch(words))
            {
                insurance = !words.StartsWith("no", StringComparison.OrdinalIgnoreCase);
            }
            else
            {
                kept.Add(words);
            }
        }

        return (string.Join(", ", kept), rep, insurance);
    }

    private static string? Person(Said said, string words) =>
        words.Trim().ToLowerInvariant() is "me" or "myself" ? "me" : said.Vocabulary.StaffAt(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Said;

    private static string KindWords(string kind) => Trades.In(kind).Count > 0 ? kind.Trim() : "";

    [GeneratedRegex(@"^(?:open(?: up)?|create|start|add|set up|make(?!\s+(?:it|this|that|him|her)\b)|log|book|enter|put in|we need|need)\s+(?:(?:an?|another|one more|the|me|new|second|third|fourth|additional|extra)\s+)*(?<kind>[\p{L} ,/&_-]{0,40}?)\s*\b(?:job|one)\b(?:\s+(?:for|on|under|with|at)\s+(?<ref>[^:,.;\n]{2,80}?))?\s*(?:[:,.;]|\s[-–—]\s|$)(?<rest>.*)$|^new\s+(?<kind>[\p{L} ,/&_-]{0,40}?)\s*job\s+(?:for|on|under)\s+(?<ref>[^:,.;\n]{2,80}?)\s*(?:[:,.;]|\s[-–—]\s|$)(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Open();

    [GeneratedRegex(@"^(?<ref>[\p{L}'’. -]{2,60}?)\s+(?:wants|needs|would like)\s+(?:an?\s+)?(?:new\s+|second\s+|another\s+)?(?<kind>[\p{L} ]{0,30}?)\s*job\s*(?:[:,.;]|\s[-–—]\s|\bfor\b)(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Wants();

    [GeneratedRegex(@"^(?<pre>.{5,200}?)[,.;]\s*(?:so\s+|please\s+|can you\s+)*(?:open|create|start|set up|add|make)\s+(?:(?:an?|another|new|second|separate)\s+)+(?<kind>[\p{L} ]{0,30}?)\s*job(?:\s+for\s+(?:her|him|them|it|that|this))?(?:\s+please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex OpenLast();

    [GeneratedRegex(@"\s+(?:for|to do|about)\s+(?<work>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex ForWork();

    [GeneratedRegex(@"\s*(?:[;.\n]|,(?!\d))\s+|\s*[.;]\s*$|\s+(?=(?:and\s+)?(?:keep|assign|give|put)\s+\S+\s+(?:on|as|to)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Pause();

    [GeneratedRegex(@"^(?:and\s+)?(?:at\s+)?(?:the\s+)?same\s+(?:address|place|house|site|property)$|^(?:thanks|thank you|please|pls)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex SameAddress();

    [GeneratedRegex(@"^(?:and\s+)?(?:please\s+)?(?:keep|put|assign|leave|make|give|set|with)?\s*(?:it\s+|this\s+|that\s+)?(?:to\s+|with\s+)?(?:the\s+)?(?:rep(?:\s+is)?:?\s+|for rep\s+)?(?<who>\p{L}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’-]+)?)(?:\s+(?:on it|on this|as (?:the\s+)?rep|is the rep|the rep|takes it|on this one|has it|will run it|for it))?\s*[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex RepClause();

    [GeneratedRegex(@"^(?:it'?s\s+|this is\s+)?(?:an?\s+|no\s+|not\s+)?insurance(?:\s+(?:job|claim|work))?$", RegexOptions.IgnoreCase)]
    private static partial Regex InsuranceClause();
}
