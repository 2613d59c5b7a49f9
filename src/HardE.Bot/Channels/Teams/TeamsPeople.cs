using System.Collections.Concurrent;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Who speaks: known by the Entra object id that Teams proves, never by a name. A member of the company's tenant is a
/// rep until somebody says otherwise; guests, strangers and people who cannot be looked up are guests.
/// </summary>
internal sealed class TeamsPeople(People people, ConnectorClient connector, TimeProvider clock, ILogger<TeamsPeople> log)
{
    private const int LongestName = 100;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remember = TimeSpan.FromHours(1);
    private static readonly TimeSpan Lookup = TimeSpan.FromSeconds(2); // a press must be answered within 3 s
    private readonly ConcurrentDictionary<(string Account, string User), Known> members = new();

    public async Task<Speaker> FindAsync(Arrival arrival, CancellationToken ct)
    {
        var (account, from) = (arrival.Activity.TenantId, arrival.Activity.From);
        var user = from.AadObjectId is { Length: > 0 } proven ? proven : from.Id;
        var name = Name(from.Name, user);
        if (await people.FindByAccountAsync(arrival.Tenant, TeamsTokenCheck.Channel, account, user, ct) is { } known)
        {
            return new Speaker(user, name, known.Role, known.Id, known.Email);
        }

        if (await MemberAsync(arrival.Activity, user, ct) is not { } member || !IsOfTheHouse(member, arrival.Activity))
        {
            return new Speaker(user, name, Roles.Guest);
        }

        var email = member.Email is { Length: > 0 } address ? address : member.UserPrincipalName;
        if (email is null || await people.FindByEmailAsync(arrival.Tenant, email, ct) is not { } colleague)
        {
            return new Speaker(user, name, Roles.Rep, Email: email);
        }

        await people.LinkAsync(arrival.Tenant, colleague.Id, TeamsTokenCheck.Channel, account, user, ct);
        return new Speaker(user, name, colleague.Role, colleague.Id, colleague.Email);
    }

    private static bool IsOfTheHouse(WireMember member, Activity activity) =>
        activity.From.AadObjectId is { Length: > 0 }
        && member.UserRole is null or "" or "user"
        && (string.IsNullOrEmpty(member.TenantId) || member.TenantId.Equals(activity.TenantId, StringComparison.OrdinalIgnoreCase));

    private async Task<WireMember?> MemberAsync(Activity activity, string user, CancellationToken ct)
    {
        var key = (activity.TenantId, user);
        if (members.TryGetValue(key, out var known) && known.Until > clock.GetUtcNow())
        {
            return known.Member;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Lookup);
        try
        {
            var member = await connector.FindMemberAsync(activity.ServiceUrl, activity.Conversation.Id, activity.From.Id, limit.Token);
            if (members.Count >= MostRemembered)
            {
                members.Clear();
            }

            members[key] = new Known(member, clock.GetUtcNow() + Remember);
            return member;
        }
        catch (Exception problem) when (problem is ServiceException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            TeamsLog.SpeakerUnknown(log, problem is ServiceException service ? service.Failure.ToString() : "no answer in time");
            return null;
        }
    }

    private static string Name(string? name, string user)
    {
        var plain = new string([.. (name ?? "").Where(c => !char.IsControl(c)).Take(LongestName)]).Trim();
        return plain.Length > 0 ? plain : user;
    }

    private sealed record Known(WireMember? Member, DateTimeOffset Until);
}
