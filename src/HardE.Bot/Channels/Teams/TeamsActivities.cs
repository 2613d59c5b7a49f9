namespace HardE.Bot.Channels.Teams;

/// <summary>What an admitted activity means: something said, something pressed, the bot installed, or nothing to us.</summary>
internal sealed class TeamsActivities(
    Inbox inbox, TeamsConversations conversations, TeamsRequests requests, TeamsInvokes invokes, TeamsGreeting greeting)
{
    /// <exception cref="HardE.Agents.Services.ServiceException">Nothing was stored: Teams shall send it again.</exception>
    public async Task<IResult> TakeAsync(Arrival arrival, HttpContext http, CancellationToken ct)
    {
        var activity = arrival.Activity;
        if (activity.Type == "installationUpdate" && activity.Action?.StartsWith("remove", StringComparison.Ordinal) == true)
        {
            await conversations.GoneAsync(activity.TenantId, activity.Conversation.Id, ct);
            return Results.Accepted();
        }

        await conversations.SeenAsync(arrival.Tenant, activity, ct);
        switch (activity.Type)
        {
            case "message":
                await HearAsync(arrival, ct);
                break;
            case "conversationUpdate" or "installationUpdate":
                await greeting.WelcomeAsync(arrival, ct);
                break;
            case "invoke":
                return await invokes.AnswerAsync(arrival, http, ct);
            default:
                break; // edits, deletions, reactions, receipts and kinds we do not know: nothing is done again
        }

        return Results.Accepted();
    }

    private async Task HearAsync(Arrival arrival, CancellationToken ct)
    {
        var activity = arrival.Activity;
        if (IsBot(activity))
        {
            return; // two bots that answer each other never stop
        }

        if (Press.Read(activity.Value) is { } press)
        {
            await inbox.AcceptAsync([arrival.Key], await requests.MakeAsync(arrival, "", press, ct), ct);
            return;
        }

        if (!activity.IsPersonal && !Mentions.NameUs(activity))
        {
            return; // people talk to each other; heard only where the app may read along
        }

        var text = Mentions.Said(activity);
        if (text.Length == 0 && activity.Attachments?.Any(a => a.ContentType != "text/html") == true)
        {
            await greeting.SayAsync(arrival, "I cannot open files or pictures in Teams. Please write what you need in words.", ct);
            return;
        }

        await inbox.AcceptAsync([arrival.Key], await requests.MakeAsync(arrival, text.Length > 0 ? text : "help", null, ct), ct);
    }

    private static bool IsBot(Activity activity) =>
        activity.From.Id.StartsWith("28:", StringComparison.Ordinal)
        || activity.From.Id.Equals(activity.Recipient.Id, StringComparison.OrdinalIgnoreCase);
}
