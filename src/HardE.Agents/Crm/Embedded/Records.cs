using System.Globalization;

namespace HardE.Agents.Crm.Embedded;

/// <summary>From rows to records and back.</summary>
internal static class Records
{
    public static Versioned<T> Version<T>(CrmId id, long version, long updatedAt, T value) =>
        new(id, version.ToString(CultureInfo.InvariantCulture), DateTimeOffset.FromUnixTimeMilliseconds(updatedAt), value, null);

    public static long Number(string? version) => long.Parse(version ?? "0", CultureInfo.InvariantCulture);

    public static CrmError Changed(string what) =>
        new(CrmErrorKind.Conflict, $"Somebody else changed this {what} in the meantime. Please look at it again first.");

    public static Customer Customer(NewCustomer c) => new(
        c.IsCommercial, c.Name, c.Company, c.Phones, c.Email, c.OtherEmails, c.Address, c.Billing, c.Source, c.RepId, c.Contacts, c.Note,
        c.CallRequired, c.AppointmentRequired, []);
}

/// <summary>Cuts a page out of a list.</summary>
internal static class Pages
{
    private const int Most = 100;

    public static CrmPage<T> Cut<T>(IReadOnlyList<T> all, CrmPaging paging)
    {
        var size = Math.Clamp(paging.Size, 1, Most);
        var page = Math.Max(paging.Page, 1);
        var items = all.Skip((page - 1) * size).Take(size).ToList();
        return new CrmPage<T>(items, page, size, all.Count, all.Count > page * size);
    }
}
