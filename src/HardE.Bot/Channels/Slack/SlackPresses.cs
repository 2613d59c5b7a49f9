using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Slack;

/// <summary>Presses on our cards. The token a button carries means nothing here; the runner knows what it seals.</summary>
internal sealed class SlackPresses(SlackPeople people, SlackPlaces places, SlackOwnButtons own, Inbox inbox, Outbox outbox)
{
    /// <summary>Action ids of buttons whose value is a token; see <see cref="Blocks.Button"/>.</summary>
    public const string Token = "press_";

    /// <summary>Action ids of buttons that open a link: Slack reports them, there is nothing to do.</summary>
    public const string Link = "open_";

    /// <summary>Action ids of buttons that open a form.</summary>
    public const string Form = "form_";

    private const string Stale = "That button is from an older version of mine. Ask me again and you get the current one.";

    /// <summary>Stores each press.</summary>
    /// <exception cref="Agents.Services.ServiceException">It could not be stored.</exception>
    public async Task TakeAsync(SlackTeam team, SlackInteraction pressed, DateTimeOffset now, CancellationToken ct)
    {
        var channel = pressed.Channel?.Id ?? pressed.Container?.ChannelId;
        foreach (var action in pressed.Actions ?? [])
        {
            if (pressed.User is not { Id: { } user } || action.ActionId is not { } id || id.StartsWith(Link, StringComparison.Ordinal)
                || await own.TakeAsync(team, pressed, action, user, ct) || channel is null)
            {
                continue;
            }

            var key = $"slack:{team.Id}:{SlackPlaces.MessageOf(pressed)}:{id}:{user}:{action.ActionTs}";
            var place = await places.FindAsync(team, pressed, channel, key, ct);
            if (!id.StartsWith(Token, StringComparison.Ordinal) || action.Value is not { Length: > 0 } token)
            {
                await outbox.SendAsync(team.Tenant, key, place.ReplyTo, new TurnReply("triage_agent", Stale), ct);
                continue;
            }

            var speaker = await people.FindAsync(team, user, pressed.User.TeamId, ct);
            var request = new TurnRequest(team.Tenant, place.Conversation, speaker, "", place.ReplyTo, now)
            {
                Press = token,
                SharedRoom = place.Shared || (speaker.Role == Roles.Guest && !channel.StartsWith('D')),
            };
            await inbox.AcceptAsync([key], request, ct);
        }
    }
}
