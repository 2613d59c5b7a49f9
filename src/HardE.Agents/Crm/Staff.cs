using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>Who was meant: one person, several to choose from, or nobody we know.</summary>
public sealed record StaffMatch(string Said, IReadOnlyList<CrmUser> Users)
{
    /// <summary>The one who is meant; null when nobody or several are.</summary>
    public CrmUser? One => Users is [var user] ? user : null;

    /// <summary>Why there is no usable person, as a sentence; null when there is one who is active.</summary>
    public string? Problem => Users switch
    {
        [] => $"I know no colleague called {Said}.",
        [{ Active: false } gone] => $"{gone.Name} is inactive in the CRM, so I cannot use that name.",
        [_] => null,
        _ => $"Which {Said} do you mean: {Words.Or(Users.Select(Describe))}?",
    };

    private static string Describe(CrmUser user) => user.Role is { Length: > 0 } role ? $"{user.Name} ({role})" : user.Name;
}

/// <summary>Finds colleagues in the CRM by id, e-mail, full name or a part of the name.</summary>
public sealed class Staff(ICrm crm)
{
    /// <exception cref="Services.ServiceException">The CRM cannot be asked.</exception>
    public async Task<IReadOnlyList<CrmUser>> ListAsync(string tenant, CancellationToken ct)
    {
        var users = await crm.ListUsersAsync(tenant, ct);
        return users.Ok ? users.Value : [];
    }

    public async Task<StaffMatch> FindAsync(string tenant, string said, CancellationToken ct) => Find(await ListAsync(tenant, ct), said);

    /// <summary>The speaker as a user of the CRM: by e-mail, else by full name.</summary>
    public static CrmUser? Of(IReadOnlyList<CrmUser> users, Speaker speaker) =>
        users.FirstOrDefault(u => u.Email is not null && string.Equals(u.Email, speaker.Email, StringComparison.OrdinalIgnoreCase))
        ?? users.FirstOrDefault(u => u.Id.Value == speaker.UserId)
        ?? users.FirstOrDefault(u => Folding.Fold(u.Name) == Folding.Fold(speaker.Name));

    /// <summary>Best match first: id or e-mail, full name, then a part of the name; inactive people only where nobody else fits.</summary>
    public static StaffMatch Find(IReadOnlyList<CrmUser> users, string said)
    {
        var wanted = said.Trim().TrimStart('@');
        var words = Folding.Words(wanted);
        var exact = users.Where(u => u.Id.Value == wanted || string.Equals(u.Email, wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        if (exact.Count == 0)
        {
            exact = [.. users.Where(u => Folding.Words(u.Name).SequenceEqual(words))];
        }

        if (exact.Count == 0 && words.Count > 0)
        {
            exact = [.. users.Where(u => words.All(Folding.Words(u.Name).Contains))];
        }

        var active = exact.Where(u => u.Active).ToList();
        return new StaffMatch(wanted, active.Count > 0 ? active : exact);
    }
}
