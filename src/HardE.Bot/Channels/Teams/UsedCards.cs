using HardE.Agents.Services;
using HardE.Bot.Channels.Teams.Cards;

namespace HardE.Bot.Channels.Teams;

/// <summary>A card after its button was pressed: the same, with the choice in place of the buttons.</summary>
internal sealed class UsedCards(
    SentActivities sent, TeamsConversations conversations, ConnectorClient connector, ILogger<UsedCards> log)
{
    /// <returns>Null when the card is not ours, or one of several of a reply.</returns>
    public async Task<AdaptiveCard?> FindAsync(Activity press, string token, CancellationToken ct)
    {
        var reply = press.ReplyToId is { Length: > 0 } id
            ? await sent.FindCardAsync(press.TenantId, press.Conversation.Id, id, ct)
            : null;
        return reply is null || CardDrawing.Draw(reply).Count != 1 ? null : CardDrawing.Draw(reply, token).SingleOrDefault();
    }

    /// <summary>Replaces the card for good; what Teams shows after a press is gone with the next look.</summary>
    public async Task ReplaceAsync(Activity press, AdaptiveCard card)
    {
        using var limit = new CancellationTokenSource(ConnectorClient.Timeout);
        try
        {
            if (await conversations.FindAsync(press.TenantId, press.Conversation.Id, limit.Token) is { } place)
            {
                var activity = ReplyDrawing.Card(card, place);
                await connector.UpdateAsync(place.ServiceUrl, place.Id, press.ReplyToId!, activity, limit.Token);
            }
        }
        catch (Exception problem) when (problem is ServiceException or OperationCanceledException)
        {
            TeamsLog.ConnectorUnreachable(log, problem.GetType().Name); // the buttons stay; pressing them again does nothing
        }
    }
}
