using System.Text.Json;
using HardE.Agents.Services;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// Reads what the connector says and decides what may be tried again (the table in docs/wire/teams.md). A new message is
/// not idempotent: where it may have arrived, it is tried once more and no oftener.
/// </summary>
internal static class ConnectorFailures
{
    private const int LongestCode = 80;
    private static readonly TimeSpan OnceMoreAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <param name="maybeSent">True when an earlier attempt at this message may have arrived.</param>
    /// <exception cref="ServiceException">The answer is no success.</exception>
    public static void ThrowUnlessOk(ConnectorAnswer answer, HttpMethod method, bool maybeSent)
    {
        if (!answer.Ok)
        {
            throw For(answer, method != HttpMethod.Post, maybeSent);
        }
    }

    /// <summary>The call got no answer at all.</summary>
    public static ServiceException Unreachable(Exception problem, HttpMethod method)
    {
        var beforeSending = problem is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
        return new ServiceException("Teams", Failure.Transient, "no answer", problem)
        {
            MaybeDone = method == HttpMethod.Post && !beforeSending,
        };
    }

    public static ConnectorAnswer Read(HttpResponseMessage response, string body, TimeProvider clock)
    {
        var json = Parse(body);
        return new ConnectorAnswer(
            response.StatusCode,
            response.IsSuccessStatusCode ? Text(json, "id") : null,
            response.IsSuccessStatusCode ? "" : Code(json),
            Wait(response, clock));
    }

    /// <summary>The number Microsoft's support asks for.</summary>
    public static string Correlation(HttpResponseMessage response) =>
        response.Headers.TryGetValues("MS-CV", out var values) ? Short(values.First()) : "none";

    private static ServiceException For(ConnectorAnswer answer, bool repeatable, bool maybeSent)
    {
        var status = (int)answer.Status;
        var (failure, maybeDone) = status switch
        {
            429 or 412 => (Failure.Transient, false),
            503 when answer.RetryAfter is not null => (Failure.Transient, false),
            408 or >= 500 when repeatable => (Failure.Transient, false),
            502 or 504 => (maybeSent ? Failure.BadReply : Failure.Transient, true),
            408 or >= 500 => (Failure.BadReply, true),
            404 or 410 => (Failure.Missing, false),
            _ => (Failure.Refused, false),
        };
        return new ServiceException("Teams", failure, $"status {status} {answer.Code}".TrimEnd())
        {
            RetryAfter = answer.RetryAfter ?? (failure == Failure.Transient && maybeDone ? OnceMoreAfter : null),
            MaybeDone = maybeDone,
        };
    }

    private static TimeSpan? Wait(HttpResponseMessage response, TimeProvider clock)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait is { } time ? TimeSpan.FromTicks(Math.Clamp(time.Ticks, 0, LongestWait.Ticks)) : null;
    }

    /// <summary>Errors come as <c>{"error":{"code"}}</c>, as <c>{"errorCode":209,"message":"{…}"}</c>, as text and as HTML.</summary>
    private static string Code(JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.Object } body)
        {
            return "";
        }

        if (body.TryGetProperty("error", out var error))
        {
            return Short(Text(error, "code") ?? "");
        }

        var inner = Text(body, "message") is { } message ? Parse(message) : null;
        return Short(Text(inner, "subCode") ?? Text(body, "subCode") ?? Text(body, "code") ?? Text(body, "errorCode") ?? "");
    }

    private static string? Text(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    private static JsonElement? Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null; // empty, text or HTML: the status alone decides
        }
    }

    private static string Short(string text) =>
        new([.. text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '/').Take(LongestCode)]);
}
