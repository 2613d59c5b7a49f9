using System.Net;
using HardE.Agents.Services;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Hard-E's way to speak in Teams: texts and cards, one after the other, each kept by its id so that it can be replaced
/// in place. What may be tried again is decided by <see cref="ConnectorFailures"/>.
/// </summary>
internal sealed class TeamsChannel(
    ConnectorClient connector, TeamsConversations conversations, SentActivities sent, SendPace pace, ILogger<TeamsChannel> log)
    : IChannel
{
    private const string ConversationNotFound = "ConversationNotFound";

    public string Name => TeamsTokenCheck.Channel;

    public async Task<string?> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var place = await FindAsync(message.To, ct);
        if (place is null || place.IsGone)
        {
            throw new ServiceException("Teams", Failure.Missing, place is null
                ? "the bot has never been in this conversation" : "the bot was removed from this conversation");
        }

        var parts = await sent.OfMessageAsync(place.Account, message.Id, ct);
        var before = message.Replaces?.Split(',') ?? [];
        var drawn = ReplyDrawing.Draw(message.Reply, place);
        var ids = new List<string>();
        for (var i = 0; i < drawn.Count; i++)
        {
            var id = parts.GetValueOrDefault(i) is { } done && done != SentActivities.Unclear
                ? done
                : await PutOrPostAsync(place, message, drawn[i], i, i < before.Length ? before[i] : null, parts, ct);
            ids.Add(id);
        }

        foreach (var surplus in before.Skip(drawn.Count).Where(id => id.Length > 0))
        {
            await connector.DeleteAsync(place.ServiceUrl, place.Id, surplus, ct); // not allowed everywhere; then it stays
        }

        return ids.Any(id => id.Length > 0) ? string.Join(',', ids) : null;
    }

    public async Task ShowWorkingAsync(ReplyAddress place, CancellationToken ct)
    {
        try
        {
            if (await FindAsync(place, ct) is { IsGone: false } conversation)
            {
                await connector.SendAsync(conversation.ServiceUrl, conversation.Id, ReplyDrawing.Typing(conversation), ct);
            }
        }
        catch (ServiceException problem)
        {
            TeamsLog.ConnectorUnreachable(log, problem.Failure.ToString()); // a sign of life is worth no failure
        }
    }

    private Task<TeamsConversation?> FindAsync(ReplyAddress to, CancellationToken ct) =>
        conversations.FindAsync(to.Account, TeamsAddress.ConversationId(to), ct);

    /// <returns>The activity's id; empty where Teams gives none.</returns>
    private async Task<string> PutOrPostAsync(
        TeamsConversation place, OutgoingMessage message, ReplyDrawing.Drawn drawn, int part, string? replaces,
        IReadOnlyDictionary<int, string> parts, CancellationToken ct)
    {
        var sentPlace = new SentPlace(place.Tenant, place.Account, place.Id, message.Id);
        await pace.WaitAsync(place.Id, ct);
        var id = replaces is { Length: > 0 } && await TryUpdateAsync(place, replaces, drawn.Activity, ct)
            ? replaces
            : await PostAsync(place, sentPlace, drawn.Activity, part, wasUnclear: parts.ContainsKey(part), ct);
        await sent.SaveAsync(sentPlace, part, id, drawn.Pressable ? message.Reply : null, ct);
        return id;
    }

    /// <returns>False when the old message is no longer there.</returns>
    private async Task<bool> TryUpdateAsync(TeamsConversation place, string id, OutgoingActivity activity, CancellationToken ct)
    {
        var answer = await connector.UpdateAsync(place.ServiceUrl, place.Id, id, activity, ct);
        if (answer is { Status: HttpStatusCode.NotFound, Code: not ConversationNotFound } or { Code: "ActivityNotFoundInConversation" })
        {
            return false;
        }

        await NoticeAbsenceAsync(place, answer, ct);
        ConnectorFailures.ThrowUnlessOk(answer, HttpMethod.Put, maybeSent: false);
        return true;
    }

    private async Task<string> PostAsync(
        TeamsConversation place, SentPlace sentPlace, OutgoingActivity activity, int part, bool wasUnclear, CancellationToken ct)
    {
        try
        {
            var answer = await connector.SendAsync(place.ServiceUrl, place.Id, activity, ct);
            await NoticeAbsenceAsync(place, answer, ct);
            ConnectorFailures.ThrowUnlessOk(answer, HttpMethod.Post, wasUnclear);
            return answer.Id ?? "";
        }
        catch (ServiceException problem) when (problem is { MaybeDone: true, Failure: Failure.Transient })
        {
            if (wasUnclear)
            {
                throw new ServiceException("Teams", Failure.BadReply, "two attempts without a clear answer", problem) { MaybeDone = true };
            }

            await sent.SaveAsync(sentPlace, part, SentActivities.Unclear, null, ct);
            throw;
        }
    }

    private async Task NoticeAbsenceAsync(TeamsConversation place, ConnectorAnswer answer, CancellationToken ct)
    {
        var gone = answer.Status switch
        {
            HttpStatusCode.Forbidden => answer.Code is "MessageWritesBlocked" or "209" or "BotNotInConversationRoster",
            HttpStatusCode.NotFound => answer.Code == ConversationNotFound,
            _ => false,
        };
        if (gone)
        {
            TeamsLog.ConversationGone(log, answer.Code);
            await conversations.GoneAsync(place.Account, place.Id, ct);
        }
    }
}
