using System.Data.Common;
using Dapper;

namespace HardE.Agents.Crm.Embedded;

/// <summary>The words under which a customer is found.</summary>
internal static class CustomerIndex
{
    private static readonly Dictionary<string, string> StreetWords = new(StringComparer.Ordinal)
    {
        ["street"] = "st",
        ["avenue"] = "ave",
        ["boulevard"] = "blvd",
        ["circle"] = "cir",
        ["court"] = "ct",
        ["drive"] = "dr",
        ["highway"] = "hwy",
        ["lane"] = "ln",
        ["parkway"] = "pkwy",
        ["place"] = "pl",
        ["road"] = "rd",
        ["square"] = "sq",
        ["terrace"] = "ter",
        ["trail"] = "trl",
        ["north"] = "n",
        ["south"] = "s",
        ["east"] = "e",
        ["west"] = "w",
    };

    /// <summary>Replaces the words of a customer.</summary>
    public static async Task SaveAsync(DbConnection db, string tenant, string id, Customer customer)
    {
        await db.ExecuteAsync("DELETE FROM crm_word WHERE tenant = @tenant AND customer_id = @id", new { tenant, id });
        var sites = await db.QueryAsync<string>(
            "SELECT body FROM crm_job WHERE tenant = @tenant AND customer_id = @id", new { tenant, id });
        var words = Of(customer).Concat(sites.SelectMany(s => OfSite(Turns.TurnJson.Read<Job>(s).SiteAddress)));
        await AddAsync(db, tenant, id, words);
    }

    public static async Task AddAsync(DbConnection db, string tenant, string id, IEnumerable<(string Field, string Word)> words)
    {
        foreach (var (field, word) in words.Distinct())
        {
            await db.ExecuteAsync(
                """
                INSERT INTO crm_word (tenant, word, field, customer_id) VALUES (@tenant, @word, @field, @id)
                ON CONFLICT (tenant, word, field, customer_id) DO NOTHING
                """,
                new { tenant, word, field, id });
        }
    }

    public static IEnumerable<(string Field, string Word)> OfSite(PostalAddress? site) => site is null
        ? []
        : [.. Field("street", StreetWordsOf(site.Line1)), .. Field("city", Folding.Words(site.City)), .. Field("zip", [Zip(site.Zip)])];

    /// <summary>Street words in their short postal form.</summary>
    public static IReadOnlyList<string> StreetWordsOf(string? street) =>
        [.. Folding.Words(street).Select(w => StreetWords.GetValueOrDefault(w, w))];

    /// <summary>The ten digits of a number in this country, or the digits there are.</summary>
    public static string National(string phone)
    {
        var digits = Folding.Digits(phone);
        return digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits;
    }

    private static IEnumerable<(string Field, string Word)> Of(Customer c) =>
    [
        .. Field("first", Folding.Words(c.Name.First)),
        .. Field("last", Folding.Words(c.Name.Last)),
        .. Field("company", Folding.Words(c.Company)),
        .. Field("contact", c.Contacts.SelectMany(p => Folding.Words(p.FullName))),
        .. Field("phone", c.Phones.Select(p => National(p.E164))),
        .. Field("email", c.OtherEmails.Prepend(c.Email ?? "").Select(e => Folding.Fold(e.Trim()))),
        .. Field("state", [Folding.Fold(c.Address?.State ?? "")]),
        .. OfSite(c.Address),
    ];

    private static string Zip(string? zip) => zip is { Length: >= 5 } ? zip[..5] : "";

    private static IEnumerable<(string Field, string Word)> Field(string field, IEnumerable<string> words) =>
        words.Where(w => w.Length > 0).Select(w => (field, w));
}
