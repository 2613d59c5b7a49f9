using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// The part of Slack's Web API that Hard-E calls: form bodies for what reads, JSON for what writes, the token in the
/// header only. A refusal is an answer; only a Slack that cannot be asked throws.
/// </summary>
internal sealed class SlackApi(
    HttpClient http, IOptions<SlackOptions> options, SlackPauses pauses, TimeProvider clock, ILogger<SlackApi> log)
{
    private static readonly TimeSpan DefaultRest = TimeSpan.FromSeconds(30);

    /// <summary>Calls a method that reads its arguments from a form.</summary>
    /// <exception cref="ServiceException">Slack cannot be asked now; nothing else throws.</exception>
    public Task<SlackAnswer> ReadAsync(string token, string method, IReadOnlyDictionary<string, string> arguments, CancellationToken ct) =>
        CallAsync(token, method, new FormUrlEncodedContent(arguments), ct);

    /// <summary>Calls a method that reads JSON.</summary>
    /// <exception cref="ServiceException">Slack cannot be asked now; <c>MaybeDone</c> when no answer came.</exception>
    public Task<SlackAnswer> WriteAsync(string token, string method, object arguments, CancellationToken ct)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(arguments, SlackJson.Options);
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return CallAsync(token, method, content, ct);
    }

    /// <summary>Posts to an address that Slack gave us, without any token.</summary>
    /// <returns>The status Slack answered with.</returns>
    /// <exception cref="ServiceException">Nobody answered.</exception>
    public async Task<HttpStatusCode> PostAsync(Uri address, HttpContent content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        using var response = await SendAsync("post", request, ct);
        return response.StatusCode;
    }

    private async Task<SlackAnswer> CallAsync(string token, string method, HttpContent content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.ApiBase, method)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var account = AccountOf(token);
        if (pauses.Left(account, method) is { Ticks: > 0 } left)
        {
            throw Busy(method, left);
        }

        using var response = await SendAsync(method, request, ct);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var rest = RestAskedFor(response);
            pauses.Pause(account, method, rest);
            SlackLog.RateLimited(log, method, rest.TotalSeconds);
            throw Busy(method, rest);
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new ServiceException("Slack", Failure.Transient, $"{method}: HTTP {(int)response.StatusCode}")
            {
                MaybeDone = response.StatusCode >= HttpStatusCode.InternalServerError,
            };
        }

        return Judge(new SlackAnswer(method, await ReadAsync(method, response, ct)));
    }

    private SlackAnswer Judge(SlackAnswer answer)
    {
        if (answer.Ok)
        {
            return answer;
        }

        SlackLog.Refused(log, answer.Method, answer.Error, answer.Hint);
        return SlackErrors.IsPassing(answer.Error) ? throw answer.Refusal() : answer;
    }

    private async Task<HttpResponseMessage> SendAsync(string method, HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (HttpRequestException problem)
        {
            var unsent = problem.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            throw new ServiceException("Slack", Failure.Transient, $"{method}: {problem.HttpRequestError}", problem) { MaybeDone = !unsent };
        }
        catch (OperationCanceledException problem) when (!ct.IsCancellationRequested)
        {
            throw new ServiceException("Slack", Failure.Transient, $"{method}: no answer in time", problem) { MaybeDone = true };
        }
    }

    private static async Task<JsonElement> ReadAsync(string method, HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            var bytes = await response.Content.ReadAsByteArrayAsync(ct);
            var body = JsonSerializer.Deserialize<JsonElement>(bytes, SlackJson.Options);
            return body.ValueKind == JsonValueKind.Object ? body : throw new JsonException($"{body.ValueKind} where an object is due.");
        }
        catch (Exception problem) when (problem is JsonException or HttpRequestException or IOException)
        {
            throw new ServiceException("Slack", Failure.Transient, $"{method}: no JSON came back", problem) { MaybeDone = true };
        }
    }

    private TimeSpan RestAskedFor(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { Ticks: > 0 } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => DefaultRest,
    };

    private static ServiceException Busy(string method, TimeSpan rest) =>
        new("Slack", Failure.Transient, $"{method}: rate limited") { RetryAfter = rest };

    /// <summary>Limits count per token; its hash stands for it so that no token is kept anywhere else.</summary>
    private static string AccountOf(string token) =>
        SlackCommands.Digest(token);
}
