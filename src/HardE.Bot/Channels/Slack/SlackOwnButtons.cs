using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack.Blocks;

namespace HardE.Bot.Channels.Slack;

/// <summary>Buttons that the channel itself understands: edit in a form, show in private, a vote, a sentence from App Home.</summary>
internal sealed class SlackOwnButtons(
    SlackForms forms, SlackFeedback feedback, SlackPlaces places, SlackPrivately privately, SlackHomeWords home)
{
    /// <returns>True when the button was one of these; it is dealt with.</returns>
    /// <exception cref="Agents.Services.ServiceException">It could not be stored.</exception>
    public async Task<bool> TakeAsync(SlackTeam team, SlackInteraction pressed, SlackAction action, string user, CancellationToken ct)
    {
        var value = action.Value ?? "";
        switch (action.ActionId)
        {
            case FeedbackBlock.Action:
                await feedback.TakeAsync(team, pressed, user, value, ct);
                return true;
            case SlackExtras.Privately when ChannelOf(pressed) is { } channel:
                await privately.TakeAsync(team, pressed, channel, user, value, ct);
                return true;
            case $"{SlackPresses.Form}{SlackForms.NewCustomer}" when ChannelOf(pressed) is { } channel && pressed.TriggerId is { Length: > 0 } trigger:
                var place = await places.FindAsync(team, pressed, channel, $"slack:{team.Id}:form:{trigger}", ct);
                await forms.OpenCustomerAsync(
                    team, trigger, new FormPlace(place.ReplyTo.Place, place.ReplyTo.Thread, place.Conversation, place.Shared), user, null, ct);
                return true;
            case SlackHomeWords.Action:
                await home.SayAsync(team, user, pressed.User?.TeamId, value, action.ActionTs ?? "", ct);
                return true;
            default:
                return false;
        }
    }

    private static string? ChannelOf(SlackInteraction pressed) => pressed.Channel?.Id ?? pressed.Container?.ChannelId;
}

/// <summary>Repeats a question where only the person who pressed sees the answer, and nothing is masked.</summary>
internal sealed class SlackPrivately(SlackPeople people, SlackResponses responses, ConversationArchive conversations, Inbox inbox, Outbox outbox, TimeProvider clock)
{
    private const string NotForGuests = "Only people of this company can see that.";
    private const string Forgotten = "I do not have that question any more. Please ask me in a direct message.";

    public async Task TakeAsync(SlackTeam team, SlackInteraction pressed, string channel, string user, string about, CancellationToken ct)
    {
        var key = $"slack:{team.Id}:private:{about}:{user}:{pressed.Actions?[0].ActionTs}";
        var place = await responses.KeepAsync(team, SlackCommands.Digest(key), channel, user, pressed.ResponseUrl, ct);
        var speaker = await people.FindAsync(team, user, pressed.User?.TeamId, ct);
        var said = speaker.Role == Roles.Guest ? null : await conversations.FindSaidAsync(team.Tenant, about, ct);
        if (said is not { Length: > 0 })
        {
            var sorry = speaker.Role == Roles.Guest ? NotForGuests : Forgotten;
            await outbox.SendAsync(team.Tenant, key, place, new TurnReply("triage_agent", sorry), ct);
            return;
        }

        var conversation = SlackCommands.ConversationOf(team.Id, channel, user);
        await inbox.AcceptAsync([key], new TurnRequest(team.Tenant, conversation, speaker, said, place, clock.GetUtcNow()), ct);
    }
}

/// <summary>Buttons of App Home say a sentence in the person's direct message.</summary>
internal sealed class SlackHomeWords(SlackPeople people, SlackPrivateReplies direct, Inbox inbox, TimeProvider clock)
{
    public const string Action = "home_say";

    public async Task SayAsync(SlackTeam team, string user, string? homeTeam, string sentence, string at, CancellationToken ct)
    {
        var speaker = await people.FindAsync(team, user, homeTeam, ct);
        var place = new ReplyAddress("slack", team.Id, await direct.OpenAsync(team, user, ct));
        var request = new TurnRequest(team.Tenant, SlackMessages.ConversationOf(place), speaker, sentence, place, clock.GetUtcNow());
        await inbox.AcceptAsync([$"slack:{team.Id}:home:{user}:{at}"], request, ct);
    }
}
