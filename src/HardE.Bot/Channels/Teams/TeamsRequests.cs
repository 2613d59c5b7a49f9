using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Teams;

/// <summary>Makes the request that the inbox stores out of what was said or pressed.</summary>
internal sealed class TeamsRequests(TeamsPeople people, TimeProvider clock)
{
    private static readonly TimeSpan Plausible = TimeSpan.FromDays(1);

    public async Task<TurnRequest> MakeAsync(Arrival arrival, string text, Press? press, CancellationToken ct)
    {
        var activity = arrival.Activity;
        var (account, conversation) = (activity.TenantId, activity.Conversation.Id);
        return new TurnRequest(
            arrival.Tenant,
            TeamsAddress.Dialogue(account, conversation),
            await people.FindAsync(arrival, ct),
            text,
            TeamsAddress.From(account, conversation),
            SaidAt(activity))
        {
            Press = press?.Token,
            Fields = press?.Fields,
            SharedRoom = !activity.IsPersonal,
        };
    }

    /// <summary>The sender's time where it can be true, else ours.</summary>
    private DateTimeOffset SaidAt(Activity activity)
    {
        var now = clock.GetUtcNow();
        return DateTimeOffset.TryParse(activity.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var said)
            && (now - said).Duration() < Plausible
            ? said.ToUniversalTime()
            : now;
    }
}
