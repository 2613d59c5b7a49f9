namespace HardE.Agents.Knowledge;

/// <summary>The part of a section that answers: all of a short one, else the sentences around the best one, unbroken.</summary>
internal static class Passage
{
    public static string Of(KnowledgeSection section, SearchQuestion asked, SearchIndex index, int maxWords)
    {
        var sentences = section.Sentences;
        var words = sentences.Select(Count).ToArray();
        if (words.Sum() <= maxWords)
        {
            return Join(sentences, section.IsList);
        }

        var value = sentences.Select(s => Value(s, asked, index)).ToArray();
        var from = Array.IndexOf(value, value.Max());
        var to = from;
        var total = words[from];
        while (true)
        {
            var left = from > 0 && total + words[from - 1] <= maxWords ? value[from - 1] + 0.01 : -1;
            var right = to < words.Length - 1 && total + words[to + 1] <= maxWords ? value[to + 1] + 0.02 : -1;
            if (left < 0 && right < 0)
            {
                return Join([.. sentences.Skip(from).Take(to - from + 1)], section.IsList);
            }

            total += right >= left ? words[++to] : words[--from];
        }
    }

    private static double Value(string sentence, SearchQuestion asked, SearchIndex index)
    {
        var terms = SearchQuestion.TermsOf(sentence);
        return asked.Terms.Where(t => terms.Contains(t.Key)).Sum(t => t.Value * index.Idf(t.Key));
    }

    private static string Join(IReadOnlyList<string> sentences, bool list) => string.Join(list ? " … " : " ", sentences);

    private static int Count(string text) => text.Count(c => c == ' ') + 1;
}
