using System.Data.Common;
using Dapper;

namespace HardE.Agents.Crm.Embedded;

/// <summary>
/// Finds customers by what people say: parts of names, nicknames, slips of spelling, phone digits, e-mail, street, town,
/// job number. Scores go from 0 to 1; 0.9 and more is a sure hit.
/// </summary>
internal static class CustomerSearch
{
    private const double LeastScore = 0.55;
    private const double Sure = 0.9;
    private const string NameFields = "'first', 'last', 'company', 'contact'";

    /// <returns>Customer ids with their scores, best first.</returns>
    public static async Task<IReadOnlyList<(string Id, double Score)>> FindAsync(DbConnection db, string tenant, string text)
    {
        var terms = SearchTerms.Parse(text);
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        await ScoreExactAsync(db, tenant, terms, scores);
        if (terms.Words.Count > 0)
        {
            var ids = await CandidatesAsync(db, tenant, terms.Words);
            foreach (var (id, words) in await WordsOfAsync(db, tenant, ids))
            {
                var score = Score(terms.Words, words);
                scores[id] = Math.Max(scores.GetValueOrDefault(id), score);
            }
        }

        var best = scores.Count == 0 ? 0 : scores.Values.Max();
        var least = best >= Sure ? Math.Max(LeastScore, best - 0.25) : LeastScore;
        return
        [
            .. scores.Where(s => s.Value >= least).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => (s.Key, Math.Round(s.Value, 3))),
        ];
    }

    private static async Task ScoreExactAsync(DbConnection db, string tenant, SearchTerms terms, Dictionary<string, double> scores)
    {
        foreach (var phone in terms.Phones)
        {
            var ids = await db.QueryAsync<string>(
                "SELECT customer_id FROM crm_word WHERE tenant = @tenant AND field = 'phone' AND word LIKE @like",
                new { tenant, like = "%" + phone });
            Raise(ids, phone.Length switch { >= 10 => 1.0, >= 7 => 0.95, _ => 0.75 });
        }

        foreach (var email in terms.Emails)
        {
            Raise(await db.QueryAsync<string>(
                "SELECT customer_id FROM crm_word WHERE tenant = @tenant AND field = 'email' AND word = @email", new { tenant, email }), 1.0);
        }

        foreach (var number in terms.JobNumbers)
        {
            Raise(await db.QueryAsync<string>(
                "SELECT customer_id FROM crm_job WHERE tenant = @tenant AND lower(number) = @number", new { tenant, number }), 1.0);
        }

        void Raise(IEnumerable<string> ids, double score)
        {
            foreach (var id in ids)
            {
                scores[id] = Math.Max(scores.GetValueOrDefault(id), score);
            }
        }
    }

    /// <summary>Customers with one of the words, a nickname or a beginning; where a word finds nobody, near spellings.</summary>
    private static async Task<IReadOnlyList<string>> CandidatesAsync(DbConnection db, string tenant, IReadOnlyList<string> words)
    {
        var exact = words.SelectMany(w => Spellings(w)).Distinct().ToArray();
        var values = new DynamicParameters(new { tenant });
        var list = SqlList.Add(values, "w", exact);
        var found = (await db.QueryAsync<(string Id, string Word)>(
            $"SELECT customer_id, word FROM crm_word WHERE tenant = @tenant AND word IN ({list})", values)).ToList();
        foreach (var word in words.Where(w => w.Length >= 3 && !found.Any(f => Spellings(w).Contains(f.Word))))
        {
            found.AddRange(await db.QueryAsync<(string, string)>(
                $"SELECT customer_id, word FROM crm_word WHERE tenant = @tenant AND field IN ({NameFields}) AND word LIKE @like",
                new { tenant, like = word + "%" }));
        }

        if (words.Any(w => !found.Any(f => Match(w, f.Word) > 0)))
        {
            var all = await db.QueryAsync<(string Id, string Word)>(
                $"SELECT customer_id, word FROM crm_word WHERE tenant = @tenant AND field IN ({NameFields})", new { tenant });
            found.AddRange(all.Where(w => words.Any(said => Match(said, w.Word) > 0)));
        }

        return [.. found.Select(f => f.Id).Distinct()];
    }

    private static async Task<IEnumerable<(string Id, List<(string Field, string Word)> Words)>> WordsOfAsync(
        DbConnection db, string tenant, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var values = new DynamicParameters(new { tenant });
        var list = SqlList.Add(values, "id", ids);
        var rows = await db.QueryAsync<(string Id, string Field, string Word)>(
            $"SELECT customer_id, field, word FROM crm_word WHERE tenant = @tenant AND customer_id IN ({list})", values);
        return rows.GroupBy(r => r.Id).Select(g => (g.Key, g.Select(r => (r.Field, r.Word)).ToList()));
    }

    /// <summary>How well a customer's words answer the said ones; names weigh more than places.</summary>
    private static double Score(IReadOnlyList<string> said, List<(string Field, string Word)> words)
    {
        double got = 0, possible = 0;
        var lastName = false;
        foreach (var word in said)
        {
            var best = words.Select(w => (w.Field, Match: Match(word, w.Word) * (IsPlace(w.Field) && w.Word != word ? 0.5 : 1)))
                .DefaultIfEmpty((Field: "", Match: 0.0)).MaxBy(m => m.Match);
            var weight = best.Match > 0 && IsPlace(best.Field) ? 0.6 : 1;
            got += best.Match * weight;
            possible += weight;
            lastName |= best.Match > 0 && best.Field is not "first";
        }

        var share = possible == 0 ? 0 : got / possible;
        return lastName ? share : Math.Min(share, 0.88);
    }

    private static bool IsPlace(string field) => field is "street" or "city" or "state" or "zip";

    private static IEnumerable<string> Spellings(string word) =>
        Nicknames.Of(word).Prepend(word).Concat(word.Length > 4 && word[^1] == 's' ? [word[..^1]] : [])
            .Concat(word.Length > 5 && word.EndsWith("es", StringComparison.Ordinal) ? [word[..^2]] : []);

    private static double Match(string said, string word)
    {
        if (said == word)
        {
            return 1;
        }

        if (Nicknames.Same(said, word) || Spellings(said).Contains(word))
        {
            return 0.95;
        }

        if (said.Any(char.IsAsciiDigit) || word.Any(char.IsAsciiDigit))
        {
            return 0;
        }

        if (said.Length >= 3 && word.StartsWith(said, StringComparison.Ordinal))
        {
            return 0.85;
        }

        var most = said[0] != word[0] ? (said.Length >= 6 ? 1 : 0) : said.Length >= 5 ? 2 : said.Length >= 3 ? 1 : 0;
        var edits = Folding.Distance(said, word, most);
        return edits == 0 || edits > most || word.Length < 3 ? 0 : edits == 1 ? 0.75 : 0.6;
    }
}
