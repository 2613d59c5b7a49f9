using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HardE.Simulators;

/// <summary>Slack's side of the Events API: makes events, signs them, posts them, and keeps them when nobody takes them.</summary>
/// <param name="secret">The app's signing secret.</param>
public sealed class SlackDelivery(string secret)
{
    /// <summary>Posts a mention in a channel.</summary>
    /// <param name="http">Its base address is the app's.</param>
    /// <param name="thread">The thread's ts; null: the message begins one.</param>
    /// <returns>What the app answered; null when the connection broke.</returns>
    public Task<HttpStatusCode?> MentionAsync(HttpClient http, string text, string ts, string? thread = null, string channel = "C0SIM0001") =>
        PostAsync(http, Mention(text, ts, thread, channel));

    /// <summary>Posts a body with a good signature.</summary>
    public async Task<HttpStatusCode?> PostAsync(HttpClient http, byte[] body, string path = "slack/events", string type = "application/json")
    {
        var at = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var hash = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add("X-Slack-Request-Timestamp", at);
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(hash.ComputeHash([.. Encoding.UTF8.GetBytes($"v0:{at}:"), .. body]))}");
        try
        {
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>The event of a mention; the same arguments make the same delivery.</summary>
    public static byte[] Mention(string text, string ts, string? thread = null, string channel = "C0SIM0001") => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "event_callback",
        team_id = SlackSimulator.Team,
        api_app_id = "A0SIM",
        event_id = $"Ev{channel}{ts}",
        authorizations = new[] { new { team_id = SlackSimulator.Team, user_id = SlackSimulator.BotUser, is_bot = true } },
        @event = new Dictionary<string, string?>
        {
            ["type"] = "app_mention",
            ["user"] = SlackSimulator.Rep,
            ["text"] = $"<@{SlackSimulator.BotUser}> {text}",
            ["channel"] = channel,
            ["ts"] = ts,
            ["event_ts"] = ts,
            ["thread_ts"] = thread ?? ts,
        },
    });
}
