using HardE.Agents.Turns;
using HardE.Bot.Channels.Teams.Cards;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Draws a reply as activities: the text, then its cards. Never both in one, because Teams splits such a message and
/// gives no id, so that it could not be changed later.
/// </summary>
internal static class ReplyDrawing
{
    private const int LongestSummary = 120;

    /// <summary>An activity to send, and whether the card on it can be pressed.</summary>
    internal readonly record struct Drawn(OutgoingActivity Activity, bool Pressable);

    public static IReadOnlyList<Drawn> Draw(TurnReply reply, TeamsConversation place)
    {
        var texts = TeamsText.Pages(reply.Text);
        var pressable = CardDrawing.CanBePressed(reply);
        return
        [
            .. texts.Select((text, i) => new Drawn(Text(text, place, isLast: i == texts.Count - 1), false)),
            .. CardDrawing.Draw(reply).Select(card => new Drawn(Card(card, place), pressable)),
        ];
    }

    public static OutgoingActivity Card(AdaptiveCard card, TeamsConversation place) => Message(place) with
    {
        Summary = CardText.Clip(card.FallbackText, LongestSummary),
        Attachments = [new WireAttachment(WireAttachment.AdaptiveCard, card)],
    };

    public static OutgoingActivity Typing(TeamsConversation place) => Message(place) with { Type = "typing" };

    /// <summary>The last page asks for a thumb: up or down for the answer as a whole.</summary>
    private static OutgoingActivity Text(string text, TeamsConversation place, bool isLast) => Message(place) with
    {
        TextFormat = "markdown",
        Text = text,
        ChannelData = isLast ? new WireChannelData(new WireFeedbackLoop("default")) : null,
    };

    private static OutgoingActivity Message(TeamsConversation place) => new()
    {
        Type = "message",
        From = new WireAccount(place.BotId),
        Conversation = new WireConversation(place.Id, place.Kind),
    };
}
