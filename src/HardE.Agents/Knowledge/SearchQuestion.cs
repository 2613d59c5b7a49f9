namespace HardE.Agents.Knowledge;

/// <summary>What a question is about: weighted terms to score by, and topics to be covered.</summary>
/// <param name="Terms">Stems and concepts with their weights.</param>
/// <param name="Topics">One a content word: the word and the concepts it is part of. Any of them covers it.</param>
internal sealed record SearchQuestion(
    IReadOnlyDictionary<string, double> Terms, IReadOnlyList<IReadOnlyList<string>> Topics, bool AsksForCalls)
{
    private const double ConceptWeight = 1;

    /// <summary>A rare word of a common concept must not outweigh the concept: "spouse" where the page says "partner".</summary>
    private const double WordOfConceptWeight = 0.45;
    private static readonly string[] CallWords = [.. Tokens.Of("transcript transcripts recording recordings recorded call-01")];

    public static SearchQuestion Of(string question)
    {
        var tokens = Tokens.Of(question);
        var concepts = Lexicon.Default.Find(tokens).ToList();
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        var topics = new List<IReadOnlyList<string>>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var over = concepts.Where(c => c.At <= at && at < c.At + c.Length).ToList();
            var light = Lexicon.Default.IsLight(tokens[at]) || tokens[at].Length < 2 && !char.IsDigit(tokens[at][0]);
            if (!light && !over.Exists(c => c.Concept[0] == '!'))
            {
                terms[tokens[at]] = over.Count > 0 ? WordOfConceptWeight : 1;
                topics.Add([tokens[at], .. over.Select(c => c.Concept)]);
            }
        }

        foreach (var concept in concepts)
        {
            terms[concept.Concept] = ConceptWeight;
            if (concept.Concept[0] == '!' || Enumerable.Range(concept.At, concept.Length).All(i => Lexicon.Default.IsLight(tokens[i])))
            {
                topics.Add([concept.Concept]);
            }
        }

        return new SearchQuestion(terms, [.. topics.DistinctBy(t => t[0])], tokens.Any(CallWords.Contains));
    }

    /// <summary>Every term of a text, as often as it occurs; light words are left out.</summary>
    public static IEnumerable<string> AllTerms(string text)
    {
        var tokens = Tokens.Of(text);
        return tokens.Where(t => !Lexicon.Default.IsLight(t)).Concat(Lexicon.Default.Find(tokens).Select(c => c.Concept));
    }

    public static HashSet<string> TermsOf(string text) => new(AllTerms(text), StringComparer.Ordinal);
}
