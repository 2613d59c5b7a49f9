using HardE.Agents.Turns;

namespace HardE.Agents.Knowledge;

/// <summary>
/// Answers from the documents, in their words: two to five bullets from the best sections, each with its source. Says
/// "not in the knowledge base" when no section speaks of what was asked.
/// </summary>
public static class AnswerWriter
{
    /// <summary>Below this share of the question's topics the documents do not answer it. Tuned on samples/evals and our tests.</summary>
    public const double EnoughCoverage = 0.55;

    private const double EnoughInCall = 0.8;
    private const int MaxBullets = 4;
    private const int LeadWords = 130;
    private const int MoreWords = 60;
    private const double NearlyAsGood = 0.58;

    public static KnowledgeAnswer Answer(string question, SearchIndex index, string? inBase = null)
    {
        var asked = SearchQuestion.Of(question);
        var hits = index.Find(asked, inBase, 40);
        if (!IsAnswered(asked, hits))
        {
            return new KnowledgeAnswer(false, NotFound(index), []);
        }

        var ranked = Rank(hits);
        var chosen = Choose(question, asked, index, hits, ranked[0]);
        return Compose(asked, index, chosen);
    }

    /// <summary>A good section speaks of enough of the question. A call is an example: it must speak of nearly all.</summary>
    private static bool IsAnswered(SearchQuestion asked, IReadOnlyList<KnowledgeHit> hits) =>
        hits.Where(h => h.Score >= hits[0].Score * 0.5).Any(h => h.Document.Base == KnowledgeBases.Calls && !asked.AsksForCalls
            ? h.Coverage >= EnoughInCall && asked.Topics.Count > 1
            : h.Coverage >= EnoughCoverage && (asked.Topics.Count > 1 || IsNamed(asked, h)));

    /// <summary>A question of one word is answered where that word is a heading or a known concept, not where it happens to stand.</summary>
    private static bool IsNamed(SearchQuestion asked, KnowledgeHit hit) =>
        asked.Topics[0].Any(t => t[0] is '=' or '!') || asked.Topics[0].Any(SearchQuestion.TermsOf($"{hit.Section.Label} {hit.Document.Title}").Contains);

    /// <summary>Documents by their best sections, best first.</summary>
    public static IReadOnlyList<KnowledgeDocument> Rank(IReadOnlyList<KnowledgeHit> hits) =>
    [
        .. hits.GroupBy(h => h.Document)
            .OrderByDescending(g => g.Select((h, i) => h.Score * (0.3 + h.Coverage) * Math.Pow(0.3, i)).Take(g.Key.Base == KnowledgeBases.Calls ? 1 : 3).Sum())
            .Select(g => g.Key),
    ];

    private static List<KnowledgeHit> Choose(
        string question, SearchQuestion asked, SearchIndex index, IReadOnlyList<KnowledgeHit> hits, KnowledgeDocument main)
    {
        var here = hits.Where(h => h.Document == main).ToList();
        var chosen = new List<KnowledgeHit> { here[0] };
        foreach (var clause in Clauses(question))
        {
            var part = index.Find(SearchQuestion.Of(clause), null, 40).Where(h => h.Document == main).Take(1);
            chosen.AddRange(part.Where(p => p.Score > 0));
        }

        if (IsAboutWhole(asked, index, main))
        {
            chosen.InsertRange(0, here.Where(h => h.Position == 0).Take(1));
            chosen.AddRange(here.Where(h => h.Position > 0).Take(MaxBullets));
        }

        chosen.AddRange(Missing(asked, here));
        chosen.AddRange(here.Where(h => h.Score >= here[0].Score * NearlyAsGood).Take(2));
        chosen.AddRange(hits.Where(h => h.Score >= hits[0].Score * NearlyAsGood && h.Document != main).Take(2));
        return [.. chosen.DistinctBy(h => (h.Document.Path, h.Position)).Take(MaxBullets)];
    }

    /// <summary>For each topic that the best section leaves out, the best section of the same document that has it.</summary>
    private static IEnumerable<KnowledgeHit> Missing(SearchQuestion asked, List<KnowledgeHit> here)
    {
        var terms = here.Select(h => SearchQuestion.TermsOf($"{h.Section.Label} {h.Section.Text}")).ToList();
        var phrases = asked.Terms.Keys.Where(t => t[0] == '=').Select(t => (IReadOnlyList<string>)[t]);
        foreach (var topic in asked.Topics.Concat(phrases).Where(t => !t.Any(terms[0].Contains)))
        {
            if (terms.FindIndex(t => topic.Any(t.Contains)) is >= 0 and var at)
            {
                yield return here[at];
            }
        }
    }

    /// <summary>True when what is asked is the document's title: its summary leads then.</summary>
    private static bool IsAboutWhole(SearchQuestion asked, SearchIndex index, KnowledgeDocument document)
    {
        var title = SearchQuestion.TermsOf($"{document.Title} {document.Base.Replace('_', ' ')}");
        var all = asked.Topics.Sum(index.Weight);
        return all > 0 && asked.Topics.Where(t => t.Any(title.Contains)).Sum(index.Weight) >= all * 0.7;
    }

    private static string[] Clauses(string question)
    {
        var parts = question.Split([" and ", "?", ";", ",", ". "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? [] : parts;
    }

    private static KnowledgeAnswer Compose(SearchQuestion asked, SearchIndex index, List<KnowledgeHit> chosen)
    {
        var sources = new List<Citation>();
        var lines = new List<string>();
        foreach (var hit in chosen)
        {
            var quote = Passage.Of(hit.Section, asked, index, lines.Count == 0 ? LeadWords : MoreWords);
            if (!QuoteCheck.Stands(quote, hit.Document) && !hit.Section.IsList)
            {
                continue;
            }

            var number = sources.FindIndex(s => s.Id == hit.Document.Id) + 1;
            if (number == 0)
            {
                sources.Add(new Citation(hit.Document.Id, $"{hit.Document.Path}: {hit.Document.Title}", quote));
                number = sources.Count;
            }

            var label = hit.Section.Label.Length > 0 ? $"**{hit.Section.Label}:** " : "";
            lines.Add($"- {label}{quote}{InFigures(asked, quote)} [{number}]");
        }

        var dates = string.Join(", ", sources.Select((s, i) => $"[{i + 1}] {s.Title.Split(':')[0]} ({s.Id})"));
        var lead = $"From “{chosen[0].Document.Title}”{(sources.Count > 1 ? " and what goes with it" : "")}:";
        return new KnowledgeAnswer(true, $"{lead}\n{string.Join("\n", lines)}\n\nSources: {dates}", sources);
    }

    /// <summary>Who asks in figures gets the sentence with the same numbers in figures as well.</summary>
    private static string InFigures(SearchQuestion asked, string quote)
    {
        var numbers = asked.Terms.Keys.Where(t => t.Length > 1 && t.All(char.IsAsciiDigit)).ToList();
        var sentence = SectionReader.Split(quote).FirstOrDefault(s =>
            NumberWords.ToFigures(s) is var figures && figures != s && numbers.Exists(n => Tokens.Of(figures).Contains(n) && !s.Contains(n, StringComparison.Ordinal)));
        return sentence is null ? "" : $" (In figures: {NumberWords.ToFigures(sentence)})";
    }

    private static string NotFound(SearchIndex index) => index.Documents.Count == 0
        ? "The knowledge base is empty. `./harde import knowledge FOLDER` fills it."
        : "That is not in the knowledge base, so I won't guess. If it should be, add a page to one of the seven bases; I find it within a minute.";
}
