using System.Text.RegularExpressions;
using HardE.Agents.Knowledge;

namespace HardE.Agents.Scripting;

/// <summary>
/// A primer from the company's own template: the page of SCRIPT_TEMPLATES whose title names a primer and whose trade is the
/// job's, the paragraphs under its label <c>Text</c>, slots in braces. A sentence whose slot is not known is left out.
/// </summary>
internal static partial class CompanyPrimer
{
    private static readonly (Regex Sign, string Title)[] Titles =
    [
        (Visit(), "What will happen"), (Teach(), "Two things worth knowing"), (Questions(), "Questions for any contractor"),
        (Ready(), "Please have ready"), (Decide(), "Your decision, your time"),
    ];

    /// <returns>Null when there is no template for the trade.</returns>
    public static PrimerScript? Fill(IReadOnlyList<KnowledgeDocument> documents, Trade trade, IReadOnlyDictionary<string, object?> words)
    {
        var template = documents.FirstOrDefault(d => d.Base == KnowledgeBases.Scripts
            && d.Title.Contains("primer", StringComparison.OrdinalIgnoreCase) && d.Trade.Equals(trade.Id, StringComparison.OrdinalIgnoreCase));
        var paragraphs = template is null ? [] : Paragraphs(template.Body);
        if (template is null || paragraphs.Count == 0)
        {
            return null;
        }

        var filled = paragraphs.Select(p => Fill(p, words)).Where(p => p.Length > 0).ToList();
        var sections = filled.Select((p, i) => new ScriptSection(Title(p, i, filled.Count), Sentences.Tidy(p))).ToArray();
        return new PrimerScript(
            $"Your {trade.Visit}, step by step", sections, sections.Sum(s => Sentences.CountWords(s.Text)), [])
        { Sources = [template.Id] };
    }

    private static List<string> Paragraphs(string body)
    {
        var all = body.ReplaceLineEndings("\n").Split("\n\n").Select(p => p.Trim()).ToList();
        var start = all.FindIndex(p => p.StartsWith("**Text", StringComparison.OrdinalIgnoreCase) || p.StartsWith("## Text", StringComparison.OrdinalIgnoreCase));
        return start < 0 ? [] : [.. all.Skip(start + 1).TakeWhile(p => !p.StartsWith("**", StringComparison.Ordinal) && !p.StartsWith('#')).Select(p => p.Replace('\n', ' '))];
    }

    private static string Fill(string paragraph, IReadOnlyDictionary<string, object?> words) => string.Join(' ', Sentences.Split(paragraph)
        .Where(s => Slot().Matches(s).All(m => Value(m.Groups[1].Value, words) is not null))
        .Select(s => Slot().Replace(s, m => Value(m.Groups[1].Value, words)!)));

    private static string? Value(string slot, IReadOnlyDictionary<string, object?> words) => slot switch
    {
        "customer_first" => words["first"] as string,
        "company" => words["company"] as string,
        "rep_first" => words["rep"] as string,
        "reason_in_their_words" => words["concern"] as string ?? words["work"] as string,
        "trade_words" => words["work"] as string,
        "appointment_when" => words["when"] as string,
        "decision_makers" => words["deciders"] as string,
        "phone" => words["phone"] as string,
        "city" => words["city"] as string,
        _ => null,
    };

    private static string Title(string text, int at, int count) =>
        at == 0 ? "Welcome" : at == count - 1 ? "See you soon" : Titles.FirstOrDefault(t => t.Sign.IsMatch(text)).Title ?? "Before we meet";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\b(arrive|photos|measure)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Visit();

    [GeneratedRegex(@"\btwo things\b|^First\b", RegexOptions.IgnoreCase)]
    private static partial Regex Teach();

    [GeneratedRegex(@"\b(insured|license|warranty)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Questions();

    [GeneratedRegex(@"\b(be there|pets|handy|clear a path)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ready();

    [GeneratedRegex(@"\b(decide|cancel)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Decide();
}
