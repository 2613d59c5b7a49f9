namespace HardE.Agents.Knowledge;

/// <summary>A section that answers a question, and how well.</summary>
/// <param name="Score">BM25 with boosts; comparable within one question.</param>
/// <param name="Coverage">Share of what the question is about that this section (with its document's title) speaks of, 0 to 1.</param>
public sealed record KnowledgeHit(KnowledgeDocument Document, KnowledgeSection Section, int Position, double Score, double Coverage);

/// <summary>
/// Finds sections by words: BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) over stems and
/// concepts, with weight on labels and titles. Built once, then only read; safe to share.
/// </summary>
public sealed class SearchIndex
{
    private const double K1 = 1.4;
    private const double B = 0.5;
    private const double LabelWeight = 2.5;
    private const double SubjectWeight = 2;
    private const double NearWeight = 0.4;
    private const double TitleWeight = 1.2;

    private readonly List<(KnowledgeDocument Document, KnowledgeSection Section, int Position, double Length)> entries = [];
    private readonly Dictionary<string, List<(int Entry, float Weight)>> postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> documentTerms = new(StringComparer.Ordinal);
    private readonly double averageLength = 1;

    public SearchIndex(IReadOnlyList<KnowledgeDocument> documents)
    {
        Documents = documents;
        foreach (var document in documents)
        {
            Add(document);
        }

        averageLength = entries.Count == 0 ? 1 : Math.Max(1, entries.Average(e => e.Length));
    }

    public IReadOnlyList<KnowledgeDocument> Documents { get; }

    /// <summary>Sections for a question, best first.</summary>
    /// <param name="inBase">Only this base; null for all.</param>
    public IReadOnlyList<KnowledgeHit> Find(string question, string? inBase = null, int limit = 40) =>
        Find(SearchQuestion.Of(question), inBase, limit);

    internal IReadOnlyList<KnowledgeHit> Find(SearchQuestion question, string? inBase, int limit)
    {
        var scores = new Dictionary<int, double>();
        foreach (var term in question.Terms)
        {
            var idf = Idf(term.Key);
            foreach (var (entry, weight) in postings.GetValueOrDefault(term.Key) ?? [])
            {
                var norm = K1 * (1 - B + B * entries[entry].Length / averageLength);
                scores[entry] = scores.GetValueOrDefault(entry) + term.Value * idf * (weight * (K1 + 1) / (weight + norm));
            }
        }

        return
        [
            .. scores.Where(s => inBase is null || entries[s.Key].Document.Base == inBase)
                .Select(s => (Entry: s.Key, Score: s.Value * Prior(entries[s.Key].Document, question)))
                .OrderByDescending(s => s.Score).ThenBy(s => s.Entry)
                .Take(limit).Select(s => Hit(s.Entry, s.Score, question)),
        ];
    }

    /// <summary>How rare a term is; a term that no section has is the rarest.</summary>
    internal double Idf(string term)
    {
        var having = postings.GetValueOrDefault(term)?.Count ?? 0;
        return Math.Log(1 + (entries.Count - having + 0.5) / (having + 0.5));
    }

    /// <summary>How much a topic counts: its rarest known term; a topic that no section knows counts as the rarest.</summary>
    internal double Weight(IReadOnlyList<string> topic)
    {
        var known = topic.Where(postings.ContainsKey).ToList();
        return (known.Count, topic[0][0]) switch
        {
            (0, >= '0' and <= '9' or '.') => 0, // a measure of theirs: no page can hold it
            (_, '!') => SubjectWeight * Idf(topic[0]),
            (0, _) => Idf(topic[0]),
            _ => known.Max(Idf),
        };
    }

    private KnowledgeHit Hit(int entry, double score, SearchQuestion question)
    {
        var (document, section, position, _) = entries[entry];
        var here = SearchQuestion.TermsOf($"{section.Label} {section.Text} {document.Title}");
        var near = documentTerms[document.Path];
        double covered = 0, all = 0;
        foreach (var topic in question.Topics)
        {
            var weight = Weight(topic);
            all += weight;
            covered += weight * (topic.Any(here.Contains) ? 1 : topic.Any(near.Contains) ? NearWeight : 0);
        }

        return new KnowledgeHit(document, section, position, score, all > 0 ? covered / all : 0);
    }

    /// <summary>Calls are examples: they come after the teaching unless calls are asked for.</summary>
    private static double Prior(KnowledgeDocument document, SearchQuestion question) =>
        document.Base == KnowledgeBases.Calls && !question.AsksForCalls ? 0.6 : 1;

    private void Add(KnowledgeDocument document)
    {
        var title = SearchQuestion.TermsOf($"{document.Title} {document.Base.Replace('_', ' ')}");
        var seen = documentTerms[document.Path] = [.. title];
        for (var position = 0; position < document.Sections.Count; position++)
        {
            var section = document.Sections[position];
            var weights = new Dictionary<string, double>(StringComparer.Ordinal);
            Count(weights, section.Text, 1);
            var length = weights.Values.Sum();
            Count(weights, section.Label, LabelWeight);
            foreach (var term in title)
            {
                weights[term] = weights.GetValueOrDefault(term) + TitleWeight;
            }

            seen.UnionWith(weights.Keys);
            foreach (var (term, weight) in weights)
            {
                (postings.TryGetValue(term, out var list) ? list : postings[term] = []).Add((entries.Count, (float)weight));
            }

            entries.Add((document, section, position, length));
        }
    }

    private static void Count(Dictionary<string, double> weights, string text, double each)
    {
        foreach (var term in SearchQuestion.AllTerms(text))
        {
            weights[term] = weights.GetValueOrDefault(term) + each;
        }
    }
}
