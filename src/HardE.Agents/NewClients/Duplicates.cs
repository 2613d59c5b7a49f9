using HardE.Agents.Crm;
using HardE.Agents.NewClients.Reading;

namespace HardE.Agents.NewClients;

/// <summary>A customer who may be the new one already.</summary>
/// <param name="Score">Same phone 60, e-mail 40, street and ZIP 30, last name 20, first name 10.</param>
public sealed record Duplicate(string CustomerId, string Name, string? City, int Score, IReadOnlyList<string> Why, int Jobs);

/// <summary>Who is looked for; parts not known are null.</summary>
public sealed record Identity(string? Phone, string? Email, string? First, string? Last, string? Street, string? Zip)
{
    /// <summary>Enough to search by: a phone, an e-mail, or last name with street and ZIP.</summary>
    public bool IsEnough => Phone is not null || Email is not null || (Last is not null && Street is not null && Zip is not null);

    public string Key => string.Join('|', Phone, Email, Last, Street, Zip);

    public static Identity Of(NewClientForm form) => new(
        form.Text(Slots.Phone), form.Text(Slots.Email), form.Text(Slots.FirstName), form.Text(Slots.LastName) ?? form.Text(Slots.CompanyName),
        form.Text(Slots.Street), form.Text(Slots.Zip));
}

/// <summary>Looks for customers who may be the new one, before a second record of them is made.</summary>
public sealed class Duplicates(ICrm crm)
{
    /// <summary>From here on we stop and offer a job for the existing customer.</summary>
    public const int Stop = 70;

    /// <summary>From here on we mention it.</summary>
    public const int Mention = 40;

    /// <summary>Candidates with a score of at least <see cref="Mention"/>, best first, at most five.</summary>
    /// <exception cref="Services.ServiceException">The CRM cannot be asked.</exception>
    public async Task<IReadOnlyList<Duplicate>> FindAsync(string tenant, Identity who, CancellationToken ct)
    {
        var ids = new HashSet<CrmId>();
        foreach (var text in new[] { who.Phone, who.Email, who.Last }.OfType<string>())
        {
            var page = await crm.SearchCustomersAsync(tenant, new CustomerQuery(text), new CrmPaging(1, 10), ct);
            ids.UnionWith(page.Ok ? page.Value.Items.Select(c => c.Id) : []);
        }

        var found = new List<Duplicate>();
        foreach (var id in ids.Take(20))
        {
            var read = await crm.GetCustomerAsync(tenant, id, ct);
            if (read.Ok && Score(who, read.Value) is { Score: >= Mention } hit)
            {
                found.Add(hit);
            }
        }

        return [.. found.OrderByDescending(d => d.Score).ThenBy(d => d.Name, StringComparer.Ordinal).Take(5)];
    }

    internal static Duplicate Score(Identity who, Versioned<Customer> record)
    {
        var customer = record.Value;
        var address = customer.Address;
        var sameStreet = who.Street is { } street && address is not null && StreetKey.Of(street) == StreetKey.Of(address.Line1) && who.Zip?[..5] == address.Zip[..Math.Min(5, address.Zip.Length)];
        (bool Same, int Points, string Why)[] signs =
        [
            (who.Phone is not null && customer.Phones.Any(p => p.E164 == who.Phone), 60, "same phone"),
            (who.Email is not null && string.Equals(customer.Email, who.Email, StringComparison.OrdinalIgnoreCase), 40, "same e-mail"),
            (sameStreet, 30, "same address"),
            (Same(who.Last, customer.Name.Last) || Same(who.Last, customer.Company), 20, "same last name"),
            (Same(who.First, customer.Name.First), 10, "same first name"),
        ];
        var hits = signs.Where(s => s.Same).ToList();
        return new Duplicate(record.Id.Value, customer.DisplayName, address?.City, hits.Sum(h => h.Points), [.. hits.Select(h => h.Why)], customer.Jobs.Count);
    }

    private static bool Same(string? one, string? other) =>
        one is { Length: > 0 } && other is { Length: > 0 } && Folding.Fold(one) == Folding.Fold(other);
}
