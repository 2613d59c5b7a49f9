using System.Text;
using HardE.Agents.Services;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace HardE.Bot.Channels.Slack;

/// <summary>Slack's way in over HTTP: prove the sender, store, answer 200 at once. Nothing is decided here.</summary>
internal sealed class SlackEndpoint(
    SlackSignature signature, SlackReceiver receiver, IOptions<SlackOptions> options, TimeProvider clock, ILogger<SlackEndpoint> log)
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    public Task<IResult> EventsAsync(HttpRequest request) => TakeAsync(request, Json, async (body, ct) =>
    {
        var envelope = SlackJson.Read<SlackEnvelope>(body);
        if (envelope is { Type: "url_verification" })
        {
            return Results.Text(envelope.Challenge ?? "", "text/plain");
        }

        await receiver.TakeEventAsync(envelope, ct);
        return Results.Ok();
    });

    public Task<IResult> CommandsAsync(HttpRequest request) => TakeAsync(request, Form, async (body, ct) =>
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
        string Field(string name) => form.TryGetValue(name, out var value) ? value.ToString() : "";
        var shown = await receiver.TakeCommandAsync(
            new SlackCommand
            {
                Command = Field("command"),
                Text = Field("text"),
                TeamId = Field("team_id"),
                ChannelId = Field("channel_id"),
                UserId = Field("user_id"),
                ResponseUrl = Field("response_url"),
                TriggerId = Field("trigger_id"),
            },
            ct);
        return shown is null ? Results.Ok() : Results.Json(new { response_type = "ephemeral", text = shown });
    });

    public Task<IResult> InteractionsAsync(HttpRequest request) => TakeAsync(request, Form, async (body, ct) =>
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
        var payload = form.TryGetValue("payload", out var value) ? value.ToString() : "";
        var answer = await receiver.TakeInteractionAsync(SlackJson.Read<SlackInteraction>(Encoding.UTF8.GetBytes(payload)), ct);
        return answer is null ? Results.Ok() : Results.Json(answer, SlackJson.Options);
    });

    private async Task<IResult> TakeAsync(HttpRequest request, string mediaType, Func<byte[], CancellationToken, Task<IResult>> take)
    {
        var aborted = request.HttpContext.RequestAborted;
        using var slow = new CancellationTokenSource(options.Value.BodyTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, aborted);
        try
        {
            var body = await SlackBody.ReadAsync(request, either.Token);
            return body is null ? Refuse(413, "too large")
                : IsSslCheck(request, mediaType, body) ? Results.Ok()
                : Refusal(request, mediaType, body) ?? await StoreAsync(body, take, aborted);
        }
        catch (OperationCanceledException)
        {
            return Refuse(408, aborted.IsCancellationRequested ? "the sender went away" : "too slow");
        }
        catch (Exception problem) when (SlackJson.IsUnreadable(problem))
        {
            return Refuse(400, "no JSON of a known shape");
        }
        catch (BadHttpRequestException problem)
        {
            return Refuse(problem.StatusCode, "malformed request");
        }
        catch (ServiceException problem)
        {
            SlackLog.NotTaken(log, SlackErrors.Redact(problem.Message));
            return Results.StatusCode(503);
        }
    }

    /// <summary>Slack waits three seconds; what takes longer may be stored all the same, and the repetition is then dropped.</summary>
    private async Task<IResult> StoreAsync(byte[] body, Func<byte[], CancellationToken, Task<IResult>> take, CancellationToken aborted)
    {
        using var late = new CancellationTokenSource(options.Value.AcceptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, aborted);
        try
        {
            return await take(body, either.Token);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            SlackLog.NotTaken(log, "storing took too long.");
            return Results.StatusCode(503);
        }
    }

    /// <returns>Why the request is not even read; null when it is Slack's and of the right kind.</returns>
    private IResult? Refusal(HttpRequest request, string mediaType, byte[] body)
    {
        var verdict = signature.Check(request.Headers, body);
        if (verdict is SignatureVerdict.Stale or SignatureVerdict.Future)
        {
            SlackLog.ClockDrift(log, verdict);
            return Results.StatusCode(401);
        }

        if (verdict != SignatureVerdict.Valid)
        {
            SlackLog.SignatureRefused(log, verdict);
            return Results.StatusCode(401);
        }

        return IsOf(request, mediaType) ? null : Refuse(415, "wrong content type");
    }

    /// <summary>Slack probes command addresses unsigned; it gets its 200 and nothing else happens.</summary>
    private static bool IsSslCheck(HttpRequest request, string mediaType, byte[] body) =>
        mediaType == Form && body.Length < 512 && IsOf(request, Form) && !request.Headers.ContainsKey(SlackSignature.SignatureHeader)
        && QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)).TryGetValue("ssl_check", out var check) && check == "1";

    private static bool IsOf(HttpRequest request, string mediaType) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var sent)
        && sent.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase);

    private IResult Refuse(int status, string reason)
    {
        SlackLog.BadRequest(log, status, reason);
        return Results.StatusCode(status);
    }
}
