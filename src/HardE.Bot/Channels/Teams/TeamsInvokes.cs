using System.Text.Json;
using HardE.Agents.Services;
using HardE.Bot.Channels.Teams.Cards;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Answers what Teams waits for: presses and thumbs. A press is stored and answered at once with the card as used; the
/// work is done behind it. Teams shows an error for any other shape of answer than these.
/// </summary>
internal sealed class TeamsInvokes(
    Inbox inbox, TeamsRequests requests, SentActivities sent, UsedCards used, ILogger<TeamsInvokes> log)
{
    private const int LongestFeedback = 4_000;

    public async Task<IResult> AnswerAsync(Arrival arrival, HttpContext http, CancellationToken ct)
    {
        switch (arrival.Activity.Name)
        {
            case "adaptiveCard/action":
                return Json(await PressAsync(arrival, http, ct));
            case "message/submitAction":
                await KeepFeedbackAsync(arrival, ct);
                return Json(new { });
            default:
                TeamsLog.Ignored(log, "invoke");
                return Results.StatusCode(StatusCodes.Status501NotImplemented); // the known answer for "not supported"
        }
    }

    private async Task<CardAnswer> PressAsync(Arrival arrival, HttpContext http, CancellationToken ct)
    {
        var value = arrival.Activity.Value;
        if (Text(value, "trigger") == "automatic")
        {
            return CardAnswer.Message("Nothing new."); // a refresh is no press
        }

        if (Press.Read(Member(Member(value, "action"), "data")) is not { } press)
        {
            return CardAnswer.Error(StatusCodes.Status400BadRequest, "BadRequest", "This is no button of mine.");
        }

        try
        {
            await inbox.AcceptAsync([arrival.Key], await requests.MakeAsync(arrival, "", press, ct), ct);
            var card = await used.FindAsync(arrival.Activity, press.Token, ct);
            if (card is not null && arrival.Activity.IsPersonal)
            {
                http.Response.OnCompleted(() => used.ReplaceAsync(arrival.Activity, card)); // the answer alone would not last
            }

            return card is null ? CardAnswer.Message("Got it.") : CardAnswer.Card(card);
        }
        catch (ServiceException problem)
        {
            TeamsLog.NotStored(log, "invoke", $"{problem.Service} {problem.Failure}");
            return CardAnswer.Error(
                StatusCodes.Status500InternalServerError, "NotStored", "I could not take this just now. Please press again.");
        }
    }

    private async Task KeepFeedbackAsync(Arrival arrival, CancellationToken ct)
    {
        var activity = arrival.Activity;
        var action = Member(activity.Value, "actionValue");
        var reaction = Text(action, "reaction");
        if (Text(activity.Value, "actionName") != "feedback" || reaction is not ("like" or "dislike"))
        {
            return;
        }

        var place = new SentPlace(arrival.Tenant, activity.TenantId, activity.Conversation.Id, activity.ReplyToId ?? "");
        var words = CardText.Clip(Words(Text(action, "feedback")), LongestFeedback);
        await sent.SaveFeedbackAsync(place, activity.From.AadObjectId ?? activity.From.Id, reaction, words, ct);
    }

    /// <summary>The words come as JSON inside a string; both may be missing.</summary>
    private static string Words(string? feedback)
    {
        try
        {
            return string.IsNullOrEmpty(feedback) ? "" : Text(JsonSerializer.Deserialize<JsonElement>(feedback, TeamsJson.Options), "feedbackText") ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? json, string name)
    {
        try
        {
            return Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair: no text at all
        }
    }

    private static IResult Json<T>(T body) => Results.Json(body, TeamsJson.Options);
}

/// <summary>The typed body Teams wants for a pressed button; the HTTP status is always 200.</summary>
internal sealed record CardAnswer(int StatusCode, string Type, object Value)
{
    public static CardAnswer Card(AdaptiveCard card) => new(StatusCodes.Status200OK, WireAttachment.AdaptiveCard, card);

    public static CardAnswer Message(string text) => new(StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", text);

    public static CardAnswer Error(int status, string code, string message) =>
        new(status, "application/vnd.microsoft.error", new CardError(code, message));
}

internal sealed record CardError(string Code, string Message);
