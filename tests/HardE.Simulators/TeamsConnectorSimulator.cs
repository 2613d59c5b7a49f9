using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HardE.Simulators;

/// <summary>One call the connector took: what was asked and what it answered.</summary>
public sealed record ConnectorCall(string Method, string Path, JsonNode? Body, int Status);

/// <summary>What the next calls get instead of the normal answer.</summary>
public sealed record ScriptedAnswer(int Status, string Body = "", string? RetryAfter = null, string ContentType = "application/json");

/// <summary>
/// Microsoft's side of a Teams bot, on loopback: the connector's REST API (needs the bearer it has given out), Entra's
/// token endpoint, and the OpenID metadata with the keys that sign what Teams sends. The first part of each path is the
/// host that a client meant, because one server stands for several of Microsoft's.
/// </summary>
public sealed partial class TeamsConnectorSimulator : IAsyncDisposable
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/amer/";
    public const string AppId = "11111111-2222-4333-8444-555555555555";
    public const string Tenant = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ScriptedAnswer?> script = new();
    private readonly ConcurrentDictionary<string, bool> bearers = new();
    private int ids = 1000;
    private int tokens;

    private TeamsConnectorSimulator(WebApplication app) => this.app = app;

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>Calls of the connector's API in order of arrival.</summary>
    public ConcurrentQueue<ConnectorCall> Calls { get; } = new();

    /// <summary>What people see now: activities by conversation and id.</summary>
    public ConcurrentDictionary<(string Conversation, string Id), JsonNode> Shown { get; } = new();

    /// <summary>Roster entries by member id; others are not found.</summary>
    public ConcurrentDictionary<string, object> Members { get; } = new();

    public int TeamSize { get; set; } = 12;
    public int TokenFetches => tokens;

    public static async Task<TeamsConnectorSimulator> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var simulator = new TeamsConnectorSimulator(builder.Build());
        simulator.MapKeys();
        simulator.MapEntra();
        simulator.MapConnector();
        await simulator.app.StartAsync();
        simulator.Url = new Uri(simulator.app.Urls.First());
        return simulator;
    }

    /// <summary>Answers the next connector call with this; several are taken one after the other.</summary>
    public void FailNext(int status, string body = "", string? retryAfter = null, string contentType = "application/json") =>
        script.Enqueue(new ScriptedAnswer(status, body, retryAfter, contentType));

    /// <summary>The next connector call never gets an answer.</summary>
    public void HangNext() => script.Enqueue(null);

    /// <summary>Tokens given out so far are no longer good.</summary>
    public void ForgetTokens() => bearers.Clear();

    /// <summary>Messages sent or replaced, without typing signs.</summary>
    public IReadOnlyList<ConnectorCall> Messages =>
        [.. Calls.Where(c => c.Method is "POST" or "PUT" && c.Body?["type"]?.GetValue<string>() == "message")];

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private void MapEntra() => app.MapPost("/login.microsoftonline.com/{tenant}/oauth2/v2.0/token", async (HttpRequest request, string tenant) =>
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials" || form["client_id"] != AppId || form["client_secret"] != "test-secret"
            || form["scope"] != "https://api.botframework.com/.default" || tenant != Tenant)
        {
            return Results.Json(new { error = "invalid_client", error_description = "AADSTS7000215: Invalid client secret." }, statusCode: 401);
        }

        var token = $"bearer-{Interlocked.Increment(ref tokens)}";
        bearers[token] = true;
        return Results.Json(new { token_type = "Bearer", expires_in = 3599, access_token = token });
    });

    private void MapConnector()
    {
        var api = app.MapGroup("/smba.trafficmanager.net/amer/v3");
        api.MapPost("/conversations/{cid}/activities", (HttpContext http, string cid) =>
            TakeAsync(http, body => Posted(cid, body)));
        api.MapPut("/conversations/{cid}/activities/{aid}", (HttpContext http, string cid, string aid) =>
            TakeAsync(http, body => Replaced(cid, aid, body)));
        api.MapDelete("/conversations/{cid}/activities/{aid}", (HttpContext http, string cid, string aid) =>
            TakeAsync(http, _ => Shown.TryRemove((cid, aid), out var gone) ? Results.Ok() : NoSuchActivity()));
        api.MapGet("/conversations/{cid}/members/{id}", (HttpContext http, string id) =>
            TakeAsync(http, _ => Members.TryGetValue(id, out var member) ? Results.Json(member) : NotFound("MemberNotFoundInConversation")));
        api.MapGet("/teams/{id}", (HttpContext http, string id) =>
            TakeAsync(http, _ => Results.Json(new { id, name = "Sales", memberCount = TeamSize })));
    }

    private async Task<IResult> TakeAsync(HttpContext http, Func<JsonNode?, IResult> normally)
    {
        var body = await ReadAsync(http.Request);
        var result = await AnswerAsync(http, body, normally);
        var status = (result as IStatusCodeHttpResult)?.StatusCode ?? 200;
        Calls.Enqueue(new ConnectorCall(http.Request.Method, Decoded(http.Request.Path), body, status));
        http.Response.Headers["MS-CV"] = "test.cv.0";
        return result;
    }

    private async Task<IResult> AnswerAsync(HttpContext http, JsonNode? body, Func<JsonNode?, IResult> normally)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal) || !bearers.ContainsKey(header[7..]))
        {
            return Error(401, "Unauthorized", "Authorization has been denied for this request.");
        }

        if (script.TryDequeue(out var scripted))
        {
            if (scripted is null)
            {
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return Results.StatusCode(499);
            }

            if (scripted.RetryAfter is { } wait)
            {
                http.Response.Headers.RetryAfter = wait;
            }

            return Results.Text(scripted.Body, scripted.ContentType, Encoding.UTF8, scripted.Status);
        }

        return normally(body);
    }

    private IResult Posted(string conversation, JsonNode? body)
    {
        if (Refuse(body) is { } refusal)
        {
            return refusal;
        }

        if (body!["type"]!.GetValue<string>() != "message")
        {
            return Results.StatusCode(202); // typing
        }

        if (body["text"] is not null && body["attachments"] is not null)
        {
            return Results.StatusCode(202); // Teams splits it and gives no id
        }

        var id = Interlocked.Increment(ref ids).ToString(CultureInfo.InvariantCulture);
        Shown[(conversation, id)] = body;
        return Results.Json(new { id }, statusCode: 201);
    }

    private IResult Replaced(string conversation, string id, JsonNode? body)
    {
        if (Refuse(body) is { } refusal)
        {
            return refusal;
        }

        if (!Shown.ContainsKey((conversation, id)))
        {
            return NoSuchActivity();
        }

        Shown[(conversation, id)] = body!;
        return Results.Json(new { id });
    }

    /// <summary>What Teams would not take from anybody.</summary>
    private static IResult? Refuse(JsonNode? body)
    {
        if (body?["type"] is null)
        {
            return Error(400, "MissingProperty", "The 'Activity.Type' field is required.");
        }

        if (body.ToJsonString().Length * 2 > 100 * 1024)
        {
            return Error(413, "MessageSizeTooBig", "Message size too large.");
        }

        return body["id"] is not null || body["serviceUrl"] is not null
            ? Error(400, "BadSyntax", "Fields that only Teams sets.")
            : null;
    }

    private static async Task<JsonNode?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is null or 0)
        {
            return null;
        }

        if (request.ContentType != "application/json; charset=utf-8")
        {
            throw new BadHttpRequestException("charset", (int)HttpStatusCode.UnsupportedMediaType);
        }

        return await JsonNode.ParseAsync(request.Body);
    }

    private static string Decoded(PathString path) => Uri.UnescapeDataString(path.Value ?? "").Replace("/smba.trafficmanager.net/amer", "", StringComparison.Ordinal);

    private static IResult NoSuchActivity() => NotFound("ActivityNotFoundInConversation");

    private static IResult NotFound(string code) => Error(404, code, "Not found.");

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, (JsonSerializerOptions?)null, null, status);
}
