using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>Where something was pressed: where the answer goes, in which dialogue, and who may read it.</summary>
internal sealed record SlackPlace(ReplyAddress ReplyTo, string Conversation, bool Shared);

/// <summary>Finds the dialogue that a command, or a press on one of our cards, belongs to.</summary>
internal sealed class SlackPlaces(SlackThreads threads, SlackResponses responses, SlackQuiet quiet, IOptions<SlackOptions> options)
{
    /// <param name="team">The workspace.</param>
    /// <param name="pressed">What Slack sent.</param>
    /// <param name="channel">The channel or DM the card is in.</param>
    /// <param name="key">Name of the press; a private answer is kept under it.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<SlackPlace> FindAsync(SlackTeam team, SlackInteraction pressed, string channel, string key, CancellationToken ct)
    {
        if (pressed is { Container.IsEphemeral: true, User.Id: { } user })
        {
            var mine = await responses.KeepAsync(team, SlackCommands.Digest(key), channel, user, pressed.ResponseUrl, ct);
            return new SlackPlace(mine, SlackCommands.ConversationOf(team.Id, channel, user), Shared: false);
        }

        var isDirect = channel.StartsWith('D');
        var root = pressed.Container?.ThreadTs ?? pressed.Message?.ThreadTs;
        var replyTo = new ReplyAddress("slack", team.Id, channel, root ?? (isDirect && !options.Value.AgentView ? null : MessageOf(pressed)));
        var thread = isDirect || replyTo.Thread is null ? null : await threads.FindAsync(team, channel, replyTo.Thread, ct);
        return new SlackPlace(replyTo, SlackMessages.ConversationOf(replyTo), thread is { Shared: 1 });
    }

    /// <summary>The private place of a command's answers.</summary>
    public Task<ReplyAddress> KeepAsync(SlackTeam team, string key, SlackCommand command, CancellationToken ct) =>
        responses.KeepAsync(team, key, command.ChannelId, command.UserId, command.ResponseUrl, ct);

    /// <returns>What to say when the command is a wish about quiet in its channel; null when it is not.</returns>
    public async Task<string?> QuietAsync(SlackTeam team, SlackCommand command, string text, CancellationToken ct) =>
        command.Command == "/harde" && !command.ChannelId.StartsWith('D') && SlackQuiet.Read(text) is { } wish
            ? await quiet.SetAsync(team, command.ChannelId, null, wish with { WholeChannel = true }, command.UserId, ct)
            : null;

    /// <summary>Slack's id of the message that was pressed.</summary>
    public static string? MessageOf(SlackInteraction pressed) => pressed.Container?.MessageTs ?? pressed.Message?.Ts;
}
