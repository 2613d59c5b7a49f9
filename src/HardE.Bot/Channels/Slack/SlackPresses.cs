using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>Presses on our cards. The token a button carries means nothing here; the runner knows what it seals.</summary>
internal sealed class SlackPresses(
    SlackPeople people, SlackThreads threads, SlackResponses responses, Inbox inbox, IOptions<SlackOptions> options)
{
    /// <summary>Action ids of buttons whose value is a token; see <see cref="Blocks.ActionsBlock"/>.</summary>
    public const string Token = "press_";

    /// <summary>Action ids of buttons that open a link: Slack reports them, there is nothing to do.</summary>
    public const string Link = "open_";

    /// <summary>Stores each press.</summary>
    /// <exception cref="Agents.Services.ServiceException">It could not be stored.</exception>
    public async Task TakeAsync(SlackTeam team, SlackInteraction interaction, DateTimeOffset now, CancellationToken ct)
    {
        if (interaction.User is not { Id: { } user } || PlaceOf(interaction) is not { } channel)
        {
            return;
        }

        foreach (var action in interaction.Actions ?? [])
        {
            if (action.ActionId?.StartsWith(Link, StringComparison.Ordinal) ?? true)
            {
                continue;
            }

            var key = $"slack:{team.Id}:{MessageOf(interaction)}:{action.ActionId}:{user}:{action.ActionTs}";
            var speaker = await people.FindAsync(team, user, interaction.User.TeamId, ct);
            var request = await RequestAsync(team, interaction, speaker, channel, key, ct) with
            {
                // A button of an older version carries no token of ours: the runner answers it as lapsed.
                Press = action.Value is { Length: > 0 } value ? value : action.ActionId,
                SaidAt = now,
            };
            await inbox.AcceptAsync([key], request, ct);
        }
    }

    private async Task<TurnRequest> RequestAsync(
        SlackTeam team, SlackInteraction interaction, Speaker speaker, string channel, string key, CancellationToken ct)
    {
        if (interaction.Container is { IsEphemeral: true })
        {
            var priv = await responses.KeepAsync(team, SlackCommands.Digest(key), channel, speaker.UserId, interaction.ResponseUrl, ct);
            return new TurnRequest(
                team.Tenant, SlackCommands.ConversationOf(team.Id, channel, speaker.UserId), speaker, "", priv, default);
        }

        var thread = interaction.Container?.ThreadTs ?? interaction.Message?.ThreadTs
            ?? (channel.StartsWith('D') && !options.Value.AgentView ? null : MessageOf(interaction));
        var replyTo = new ReplyAddress("slack", team.Id, channel, thread);
        var ours = thread is null || channel.StartsWith('D') ? null : await threads.FindAsync(team, channel, thread, ct);
        return new TurnRequest(team.Tenant, SlackMessages.ConversationOf(replyTo), speaker, "", replyTo, default)
        {
            SharedRoom = ours is { Shared: 1 } || (speaker.Role == Roles.Guest && !channel.StartsWith('D')),
        };
    }

    private static string? PlaceOf(SlackInteraction interaction) => interaction.Channel?.Id ?? interaction.Container?.ChannelId;

    private static string? MessageOf(SlackInteraction interaction) => interaction.Container?.MessageTs ?? interaction.Message?.Ts;
}
