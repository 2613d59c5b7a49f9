using System.Globalization;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>Takes messages: who speaks, which conversation they belong to, who may read along; then stores them.</summary>
internal sealed class SlackMessages(SlackHearing hearing, SlackVoices voices, SlackThreads threads, SlackIntake intake, IOptions<SlackOptions> options)
{
    /// <summary>Stores the message when it is for us.</summary>
    /// <exception cref="Agents.Services.ServiceException">It could not be stored; Slack will send it again.</exception>
    public async Task TakeAsync(SlackTeam team, SlackEnvelope envelope, SlackEvent said, CancellationToken ct)
    {
        if (said is not { UserId: { } user, Channel: { } channel, Ts: { } ts } || !await hearing.IsForUsAsync(team, said, user, channel, ct))
        {
            return;
        }

        var place = PlaceOf(team, said, channel, ts);
        var (speaker, shared) = await voices.FindAsync(team, said, user, channel, envelope.IsExtSharedChannel, ct);
        var request = new TurnRequest(
            team.Tenant, ConversationOf(place), speaker, SlackText.Plain(said.Text ?? "", team.BotUser), place, TimeOf(ts))
        {
            SharedRoom = shared,
        };
        var noted = said.IsDirect || place.Thread is null
            ? Task.CompletedTask
            : threads.NoteAsync(team, channel, place.Thread, new SlackThread(user, shared ? 1 : 0), ct);
        await Task.WhenAll(noted, intake.StoreAsync(team, KeysOf(team, envelope, said, channel, ts), request, said, ct));
    }

    /// <summary>The key of the dialogue at an address: workspace, channel and thread together.</summary>
    public static string ConversationOf(ReplyAddress place) => place.Destination;

    /// <summary>The name of a message; a mention in a channel arrives twice, with two event ids and one ts.</summary>
    public static string NameOf(SlackTeam team, string channel, string ts) => $"slack:{team.Id}:{channel}:{ts}";

    /// <summary>Where an answer to the message belongs: its thread; a direct message of an older app has none.</summary>
    public ReplyAddress PlaceOf(SlackTeam team, SlackEvent said, string channel, string ts) =>
        new("slack", team.Id, channel, said.ThreadTs ?? (said.IsDirect && !options.Value.AgentView ? null : ts));

    /// <summary>The moment in a message's id.</summary>
    public static DateTimeOffset TimeOf(string ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_799m
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : DateTimeOffset.UnixEpoch;

    private static string[] KeysOf(SlackTeam team, SlackEnvelope envelope, SlackEvent said, string channel, string ts)
    {
        var name = said.Revision is { } revision ? $"{NameOf(team, channel, ts)}:edit:{revision}" : NameOf(team, channel, ts);
        return envelope.EventId is { } id ? [$"slack:{team.Id}:{id}", name] : [name];
    }
}
