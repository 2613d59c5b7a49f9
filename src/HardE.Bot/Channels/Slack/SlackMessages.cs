using System.Globalization;
using HardE.Agents.State;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>Takes messages: decides whether they are for us, who speaks, and which conversation they belong to.</summary>
internal sealed class SlackMessages(
    SlackPeople people, SlackThreads threads, Inbox inbox, Outbox outbox, IOptions<SlackOptions> options)
{
    private const string NoFiles = "I cannot open files or listen to voice clips here yet. Please type what you need.";

    /// <summary>Stores the message when it is for us.</summary>
    /// <exception cref="Agents.Services.ServiceException">It could not be stored; Slack will send it again.</exception>
    public async Task TakeAsync(SlackTeam team, SlackEnvelope envelope, SlackEvent said, CancellationToken ct)
    {
        var thread = said.ThreadTs ?? (said.IsDirect && !options.Value.AgentView ? null : said.Ts);
        if (said is not { UserId: { } user, Channel: { } channel, Ts: { } ts } || !await IsForUsAsync(team, said, user, channel, ct))
        {
            return;
        }

        var speaker = await people.FindAsync(team, user, said.UserTeam ?? said.SourceTeam, ct);
        var replyTo = new ReplyAddress("slack", team.Id, channel, thread);
        var shared = envelope.IsExtSharedChannel || (!said.IsDirect && speaker.Role == Roles.Guest);
        var request = new TurnRequest(
            team.Tenant, ConversationOf(replyTo), speaker, SlackText.Plain(said.Text ?? "", team.BotUser), replyTo, TimeOf(ts))
        {
            SharedRoom = shared,
        };
        var noted = said.IsDirect || thread is null
            ? Task.CompletedTask
            : threads.NoteAsync(team, channel, thread, new SlackThread(user, shared ? 1 : 0), ct);
        await Task.WhenAll(noted, StoreAsync(envelope, said, request, ct));
    }

    /// <summary>The key of the dialogue at an address: workspace, channel and thread together.</summary>
    public static string ConversationOf(ReplyAddress place) => place.Destination;

    private Task StoreAsync(SlackEnvelope envelope, SlackEvent said, TurnRequest request, CancellationToken ct)
    {
        // A mention in a channel arrives twice, with two event ids and one ts.
        var message = $"slack:{request.ReplyTo.Account}:{said.Channel}:{said.Ts}";
        if (request.Text.Length == 0 && said.Files is { Count: > 0 })
        {
            return outbox.SendAsync(request.Tenant, $"{message}:files", request.ReplyTo, new TurnReply("triage_agent", NoFiles), ct);
        }

        string[] keys = envelope.EventId is { } id ? [$"slack:{request.ReplyTo.Account}:{id}", message] : [message];
        return inbox.AcceptAsync(keys, request, ct);
    }

    private async Task<bool> IsForUsAsync(SlackTeam team, SlackEvent said, string user, string channel, CancellationToken ct)
    {
        if (user == team.BotUser || said.BotId is not null || said.Hidden
            || said.Subtype is not (null or "" or "file_share" or "thread_broadcast"))
        {
            return false;
        }

        var text = said.Text ?? "";
        if (said.Type == "app_mention" || said.IsDirect || SlackText.Mentions(text, team.BotUser))
        {
            return true;
        }

        // Without a mention only the person we answered last in this thread, and only when nobody else is addressed.
        return said.ThreadTs is { } thread && !SlackText.MentionsAnyone(text)
            && await threads.FindAsync(team, channel, thread, ct) is { } ours && ours.LastUser == user;
    }

    private static DateTimeOffset TimeOf(string ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_799m
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : DateTimeOffset.UnixEpoch;
}
