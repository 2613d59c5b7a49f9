using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Slack;

/// <summary>What Slack tells us that is no message: tabs opened, profiles and rooms changed, the stop button.</summary>
internal sealed class SlackNotices(SlackPeople people, SlackVoices voices, SlackStreams streams, SlackHome home, Inbox inbox, TimeProvider clock)
{
    private const string Stop = "agent_session_stopped";

    private static readonly HashSet<string> RoomChanges =
        ["member_joined_channel", "member_left_channel", "channel_shared", "channel_unshared", "channel_converted_to_private"];

    public static bool Knows(string kind) => kind is "app_home_opened" or "user_change" or Stop || RoomChanges.Contains(kind);

    public async Task TakeAsync(SlackTeam team, SlackEnvelope envelope, SlackEvent told, CancellationToken ct)
    {
        switch (told)
        {
            case { Type: "app_home_opened" }:
                home.Open(team, told);
                break;
            case { Type: "user_change", UserId: { } user }:
                people.Forget(team.Id, user);
                break;
            case { Type: Stop, Channel: { } channel, UserId: { } user, ThreadTs: { } thread }:
                await StopAsync(team, envelope, told, new ReplyAddress("slack", team.Id, channel, thread), user, ct);
                break;
            case { Type: { } kind, Channel: { } channel } when RoomChanges.Contains(kind):
                voices.Forget(team, channel);
                break;
        }
    }

    /// <summary>The stop button says what the word "stop" says; what is being shown stops at once.</summary>
    private async Task StopAsync(SlackTeam team, SlackEnvelope envelope, SlackEvent told, ReplyAddress place, string user, CancellationToken ct)
    {
        foreach (var ts in told.StreamingMessageTs ?? [])
        {
            streams.Stop(place.Place, ts);
        }

        var speaker = await people.FindAsync(team, user, null, ct);
        var request = new TurnRequest(team.Tenant, SlackMessages.ConversationOf(place), speaker, "stop", place, clock.GetUtcNow());
        await inbox.AcceptAsync([$"slack:{team.Id}:{envelope.EventId}"], request, ct);
    }
}
