using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack.Blocks;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// Answers only one person sees: through Slack's <c>response_url</c> while it lives, then as an ephemeral message,
/// then as a direct message.
/// </summary>
internal sealed class SlackPrivateReplies(SlackApi api, SlackResponses responses, SlackThreads threads)
{
    public async Task<SlackAnswer> PostAsync(SlackTeam team, OutgoingMessage message, SlackDraft draft, CancellationToken ct)
    {
        var place = await PlaceAsync(team, message.To, ct);
        var blocks = draft.Blocks.Count > 0 ? draft.Blocks : null;
        if (await responses.TakeAsync(team, message.To, ct)
            && await RespondAsync(new Uri(place.Url), new { response_type = "ephemeral", text = draft.Text, blocks }, ct) is { } answered)
        {
            return answered;
        }

        var whispered = await api.WriteAsync(
            team.BotToken, "chat.postEphemeral", new { channel = place.Channel, user = place.UserId, text = draft.Text, blocks }, ct);
        return whispered.Ok || SlackErrors.IsDrawing(whispered.Error)
            ? whispered
            : await api.WriteAsync(
                team.BotToken, "chat.postMessage",
                new { channel = place.UserId, text = draft.Text, blocks, unfurl_links = false, unfurl_media = false }, ct);
    }

    /// <summary>The direct message with the person: files cannot be whispered.</summary>
    /// <exception cref="ServiceException">Slack did not open it.</exception>
    public async Task<string> OpenDirectAsync(SlackTeam team, ReplyAddress to, CancellationToken ct)
    {
        var place = await PlaceAsync(team, to, ct);
        return await OpenAsync(team, place.UserId, ct);
    }

    /// <summary>The direct message with the person who spoke to us in a thread.</summary>
    /// <returns>Where to answer instead; null when it is not known who asked, or it was a direct message already.</returns>
    public async Task<ReplyAddress?> InsteadAsync(SlackTeam team, ReplyAddress to, CancellationToken ct)
    {
        if (to.Thread is not { } thread || to.Place.StartsWith('D') || await threads.FindAsync(team, to.Place, thread, ct) is not { LastUser.Length: > 0 } asked)
        {
            return null;
        }

        return new ReplyAddress(to.Channel, team.Id, await OpenAsync(team, asked.LastUser, ct));
    }

    /// <summary>Opens the direct message with a person.</summary>
    public async Task<string> OpenAsync(SlackTeam team, string user, CancellationToken ct)
    {
        var opened = (await api.WriteAsync(team.BotToken, "conversations.open", new { users = user }, ct)).OrThrow();
        return opened.Find("channel") is { ValueKind: JsonValueKind.Object } channel && channel.TryGetProperty("id", out var id)
            ? id.GetString() ?? user
            : user;
    }

    private async Task<SlackResponse> PlaceAsync(SlackTeam team, ReplyAddress to, CancellationToken ct) =>
        await responses.FindAsync(team, to, ct)
        ?? throw new ServiceException("Slack", Failure.Missing, "the place of this private answer is forgotten");

    /// <returns>Slack's answer; null when the address has lapsed and another way has to be taken.</returns>
    private async Task<SlackAnswer?> RespondAsync(Uri address, object body, CancellationToken ct)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, SlackJson.Options));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        var status = await api.PostAsync(address, content, ct);
        return status switch
        {
            HttpStatusCode.OK => Answer("""{"ok":true}"""),
            HttpStatusCode.BadRequest => Answer("""{"ok":false,"error":"invalid_blocks"}"""),
            HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                throw new ServiceException("Slack", Failure.Transient, $"response_url: HTTP {(int)status}"),
            _ => null,
        };
    }

    private static SlackAnswer Answer(string json) => new("response_url", JsonElement.Parse(json));
}
