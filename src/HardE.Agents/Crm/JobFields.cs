using System.ComponentModel;

namespace HardE.Agents.Crm;

/// <summary>Where the work is, when that is not the customer's address.</summary>
public sealed record SiteInput(string Street, string City, [property: Description("USPS code.")] string State, string Zip);

/// <summary>Turns words of a person into the ids that a job holds.</summary>
internal sealed class JobFields(ICrm crm, Staff staff)
{
    private static readonly string[] Nobody = ["none", "nobody", "unassigned", "no one"];

    /// <returns>The trades, or the question which trade is meant.</returns>
    public async Task<CrmResult<IReadOnlyList<NamedId>>> TradesAsync(string tenant, IReadOnlyList<string> said, CancellationToken ct)
    {
        var lists = await crm.GetReferenceDataAsync(tenant, ct);
        if (!lists.Ok)
        {
            return lists.Error!;
        }

        var found = new List<NamedId>();
        foreach (var word in said)
        {
            var canonical = Trades.Meant(word);
            var match = lists.Value.Trades.FirstOrDefault(t => string.Equals(t.Name, word, StringComparison.OrdinalIgnoreCase))
                ?? lists.Value.Trades.FirstOrDefault(t => canonical is not null && Trades.Meant(t.Name) == canonical);
            if (match is null)
            {
                return new CrmError(
                    CrmErrorKind.Validation, $"The CRM has no trade \"{word}\". Its trades are {Words.And(lists.Value.Trades.Select(t => Trades.Display(t.Name)))}. Which one?");
            }

            found.Add(match);
        }

        return CrmResult<IReadOnlyList<NamedId>>.Of([.. found.DistinctBy(t => t.Id.Value)]);
    }

    /// <returns>The one rep who is meant, nobody for "unassigned", or the question who is meant.</returns>
    public async Task<CrmResult<IReadOnlyList<CrmUser>>> RepAsync(string tenant, string? said, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(said) || Nobody.Contains(Folding.Fold(said)))
        {
            return CrmResult<IReadOnlyList<CrmUser>>.Of([]);
        }

        var match = await staff.FindAsync(tenant, said, ct);
        return match.Problem is { } problem
            ? new CrmError(CrmErrorKind.Validation, problem)
            : CrmResult<IReadOnlyList<CrmUser>>.Of([match.One!]);
    }

    public static PostalAddress? Address(SiteInput? site) =>
        site is null ? null : new PostalAddress(site.Street.Trim(), null, site.City.Trim(), site.State.Trim().ToUpperInvariant(), site.Zip.Trim());
}
