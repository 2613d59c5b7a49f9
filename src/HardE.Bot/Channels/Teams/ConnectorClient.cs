using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HardE.Agents.Services;

namespace HardE.Bot.Channels.Teams;

/// <summary>
/// The part of the Bot Connector's REST API that Hard-E uses (docs/wire/teams.md). It has no fixed address: each call
/// goes to the service address of a conversation, and only to Microsoft's hosts.
/// </summary>
internal sealed class ConnectorClient(
    HttpClient http, ConnectorToken tokens, ServiceUrls hosts, TimeProvider clock, ILogger<ConnectorClient> log)
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private const int LongestAnswer = 256 * 1024;

    /// <exception cref="ServiceException">No answer came; <see cref="ServiceException.MaybeDone"/> when it may be there.</exception>
    public Task<ConnectorAnswer> SendAsync(string serviceUrl, string conversation, OutgoingActivity activity, CancellationToken ct) =>
        AskAsync(HttpMethod.Post, serviceUrl, $"v3/conversations/{Escape(conversation)}/activities", activity, ct);

    /// <exception cref="ServiceException">No answer came; doing it again is safe.</exception>
    public Task<ConnectorAnswer> UpdateAsync(
        string serviceUrl, string conversation, string id, OutgoingActivity activity, CancellationToken ct) =>
        AskAsync(HttpMethod.Put, serviceUrl, $"v3/conversations/{Escape(conversation)}/activities/{Escape(id)}", activity, ct);

    /// <exception cref="ServiceException">No answer came; doing it again is safe.</exception>
    public Task<ConnectorAnswer> DeleteAsync(string serviceUrl, string conversation, string id, CancellationToken ct) =>
        AskAsync(HttpMethod.Delete, serviceUrl, $"v3/conversations/{Escape(conversation)}/activities/{Escape(id)}", null, ct);

    /// <returns>The person; null when the conversation has no such member.</returns>
    /// <exception cref="ServiceException">The roster could not be read.</exception>
    public Task<WireMember?> FindMemberAsync(string serviceUrl, string conversation, string member, CancellationToken ct) =>
        ReadAsync<WireMember>(serviceUrl, $"v3/conversations/{Escape(conversation)}/members/{Escape(member)}", ct);

    /// <returns>The team; null when there is none.</returns>
    /// <exception cref="ServiceException">The team could not be read.</exception>
    public Task<WireTeam?> FindTeamAsync(string serviceUrl, string team, CancellationToken ct) =>
        ReadAsync<WireTeam>(serviceUrl, $"v3/teams/{Escape(team)}", ct);

    private async Task<T?> ReadAsync<T>(string serviceUrl, string path, CancellationToken ct) where T : class
    {
        var (answer, body) = await CallAsync(HttpMethod.Get, serviceUrl, path, null, ct);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            return null;
        }

        ConnectorFailures.ThrowUnlessOk(answer, HttpMethod.Get, maybeSent: false);
        try
        {
            return JsonSerializer.Deserialize<T>(body, TeamsJson.Options);
        }
        catch (JsonException problem)
        {
            throw new ServiceException("Teams", Failure.BadReply, "the answer is not the JSON that was promised", problem);
        }
    }

    private async Task<ConnectorAnswer> AskAsync(
        HttpMethod method, string serviceUrl, string path, OutgoingActivity? activity, CancellationToken ct) =>
        (await CallAsync(method, serviceUrl, path, activity, ct)).Answer;

    private async Task<(ConnectorAnswer Answer, string Body)> CallAsync(
        HttpMethod method, string serviceUrl, string path, OutgoingActivity? activity, CancellationToken ct)
    {
        if (!hosts.Allows(serviceUrl, out var service))
        {
            TeamsLog.HostStopped(log);
            throw new ServiceException("Teams", Failure.Refused, "the service address is not one of Teams");
        }

        var address = new Uri($"{service.AbsoluteUri.TrimEnd('/')}/{path}");
        var first = await SendOnceAsync(method, address, activity, freshToken: false, ct);
        return first.Answer.Status == HttpStatusCode.Unauthorized
            ? await SendOnceAsync(method, address, activity, freshToken: true, ct) // refused before it was done: safe to repeat once
            : first;
    }

    private async Task<(ConnectorAnswer Answer, string Body)> SendOnceAsync(
        HttpMethod method, Uri address, OutgoingActivity? activity, bool freshToken, CancellationToken ct)
    {
        var token = await tokens.GetAsync(freshToken, ct);
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = activity is null
            ? null
            : new StringContent(JsonSerializer.Serialize(activity, TeamsJson.Options), Encoding.UTF8, "application/json");
        using var limit = new CancellationTokenSource(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await ReadBodyAsync(response, either.Token);
            var answer = ConnectorFailures.Read(response, body, clock);
            if (!answer.Ok)
            {
                TeamsLog.ConnectorRefused(log, (int)answer.Status, answer.Code, method.Method, ConnectorFailures.Correlation(response));
            }

            return (answer, body);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException
            || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            TeamsLog.ConnectorUnreachable(log, problem is HttpRequestException known ? known.HttpRequestError.ToString() : "no answer in time");
            throw ConnectorFailures.Unreachable(problem, method);
        }
    }

    private static async Task<string> ReadBodyAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static string Escape(string id) => Uri.EscapeDataString(id);
}
