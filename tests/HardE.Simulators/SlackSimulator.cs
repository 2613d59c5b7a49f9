using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace HardE.Simulators;

/// <summary>One call of a Web API method as Slack saw it.</summary>
public sealed record SlackCall(string Method, JsonObject Arguments, bool Json, string Token);

/// <summary>
/// Slack's side of the wire on a loopback port: Web API, file host, response_url and Socket Mode. What a test wants
/// refused is queued by method; everything else is answered as Slack would.
/// </summary>
public sealed partial class SlackSimulator : IAsyncDisposable
{
    public const string BotToken = "xoxb-simulated-1";
    public const string AppToken = "xapp-simulated-1";
    public const string Team = "T0SIM0001";
    public const string BotUser = "U0SIMBOT0";
    public const string Rep = "U0SIMREP0";
    public const string Guest = "U0SIMGST0";
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> planned = new();
    private readonly ConcurrentDictionary<string, byte[]> uploads = new();
    private readonly ConcurrentDictionary<string, JsonObject> files = new();
    private long lastTs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000;

    private SlackSimulator(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First());
    public Uri ApiBase => new(Url, "/api/");

    /// <summary>Host and port, as the host lists want it.</summary>
    public string Authority => Url.Authority;

    /// <summary>Every call, in order of arrival.</summary>
    public ConcurrentQueue<SlackCall> Calls { get; } = new();

    /// <summary>What people see: posts, ephemeral messages, response_url posts and files; newest last.</summary>
    public ConcurrentQueue<JsonObject> Seen { get; } = new();

    /// <summary>Told of each post as it arrives: the ts of its thread.</summary>
    public Action<string>? Posted { get; set; }

    /// <summary>What is true of a user: <c>deleted</c>, <c>is_bot</c> and the like, by user id.</summary>
    public ConcurrentDictionary<string, string> Flags { get; } = new() { [Guest] = "is_restricted" };

    /// <summary>True: uploaded files never show up in the channel.</summary>
    public bool HideFiles { get; set; }

    public static async Task<SlackSimulator> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseWebSockets();
        var slack = new SlackSimulator(app);
        app.MapPost("/api/{method}", slack.CallAsync);
        app.MapPost("/upload/{file}", slack.UploadAsync);
        app.MapPost("/response/{key}", slack.RespondAsync);
        app.MapGet("/files/{name}", slack.DownloadAsync);
        app.Map("/link", slack.LinkAsync);
        await app.StartAsync();
        return slack;
    }

    /// <summary>Calls of one method.</summary>
    public IReadOnlyList<SlackCall> CallsOf(string method) => [.. Calls.Where(c => c.Method == method)];

    /// <summary>The next call of this method is refused with this code.</summary>
    public void Refuse(string method, string error) =>
        Plan(method, http => http.Response.WriteAsJsonAsync(new { ok = false, error }));

    /// <summary>The next call of this method is told to wait.</summary>
    public void Limit(string method, int seconds) => Plan(method, http =>
    {
        http.Response.StatusCode = 429;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return http.Response.WriteAsJsonAsync(new { ok = false, error = "ratelimited" });
    });

    /// <summary>The next call of this method is done, but its answer is lost.</summary>
    public void LoseAnswer(string method) => Plan(method, http =>
    {
        http.Abort();
        return Task.CompletedTask;
    }, afterwards: true);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private readonly ConcurrentDictionary<string, bool> afterDoing = new();

    private void Plan(string method, Func<HttpContext, Task> answer, bool afterwards = false)
    {
        afterDoing[method] = afterwards;
        planned.GetOrAdd(method, _ => new()).Enqueue(answer);
    }

    private async Task CallAsync(HttpContext http, string method)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var json = http.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) ?? false;
        var arguments = json ? JsonNode.Parse(body)!.AsObject() : Form(body);
        var token = http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        Calls.Enqueue(new SlackCall(method, arguments, json, token));
        Func<HttpContext, Task>? special = null;
        if (planned.TryGetValue(method, out var queue) && queue.TryDequeue(out special) && !afterDoing[method])
        {
            await special(http);
            return;
        }

        var answer = token == (method == "apps.connections.open" ? AppToken : BotToken)
            ? Answer(method, arguments)
            : new JsonObject { ["ok"] = false, ["error"] = "invalid_auth" };
        await (special ?? (h => h.Response.WriteAsync(answer.ToJsonString())))(http);
    }

    private JsonObject Answer(string method, JsonObject arguments) => method switch
    {
        "auth.test" => Ok(("team_id", Team), ("user_id", BotUser), ("bot_id", "B0SIM0001")),
        "users.info" => User(arguments["user"]!.GetValue<string>(), Flags),
        "chat.postMessage" => Post("post", arguments),
        "chat.postEphemeral" => Post("ephemeral", arguments),
        "chat.update" => Update(arguments),
        "chat.startStream" => StartStream(arguments),
        "chat.appendStream" => AppendStream(arguments),
        "chat.stopStream" => StopStream(arguments),
        "conversations.info" => RoomInfo(arguments),
        "conversations.members" => RoomMembers(arguments),
        "conversations.replies" or "conversations.history" => History(arguments),
        "conversations.open" => new JsonObject { ["ok"] = true, ["channel"] = new JsonObject { ["id"] = "D0SIM0001" } },
        "files.getUploadURLExternal" => OfferUpload(arguments),
        "files.completeUploadExternal" => CompleteUpload(arguments),
        "files.info" => files.TryGetValue(arguments["file"]!.GetValue<string>(), out var file)
            ? new JsonObject { ["ok"] = true, ["file"] = file.DeepClone() }
            : new JsonObject { ["ok"] = false, ["error"] = "file_not_found" },
        "apps.connections.open" => Ok(("url", $"ws://{Authority}/link")),
        _ => Ok(),
    };

    private static JsonObject Ok(params (string Name, string Value)[] members)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in members)
        {
            answer[name] = value;
        }

        return answer;
    }

    private static JsonObject User(string id, IReadOnlyDictionary<string, string> flags) => new()
    {
        ["ok"] = true,
        ["user"] = new JsonObject
        {
            ["id"] = id,
            [flags.GetValueOrDefault(id, "is_app_user")] = flags.ContainsKey(id),
            ["team_id"] = Team,
            ["profile"] = new JsonObject { ["display_name"] = id == Guest ? "Gil Guest" : "Riley Rep", ["email"] = $"{id.ToLowerInvariant()}@example.com" },
        },
    };

    /// <summary>Like Slack's: seconds of now and a counter.</summary>
    private string NextTs() => (Interlocked.Increment(ref lastTs) / 1e6).ToString("F6", CultureInfo.InvariantCulture);

    private JsonObject Post(string kind, JsonObject arguments)
    {
        var seen = arguments.DeepClone().AsObject();
        seen["kind"] = kind;
        seen["ts"] = NextTs();
        Seen.Enqueue(seen);
        Posted?.Invoke(arguments["thread_ts"]?.GetValue<string>() ?? "");
        return Ok(("channel", arguments["channel"]?.GetValue<string>() ?? ""), ("ts", seen["ts"]!.GetValue<string>()));
    }

    private JsonObject Update(JsonObject arguments)
    {
        var ts = arguments["ts"]!.GetValue<string>();
        if (Seen.FirstOrDefault(p => p["ts"]!.GetValue<string>() == ts) is not { } post)
        {
            return new JsonObject { ["ok"] = false, ["error"] = "message_not_found" };
        }

        if (post["open"]?.GetValue<bool>() == true)
        {
            return new JsonObject { ["ok"] = false, ["error"] = "streaming_state_conflict" };
        }

        post["metadata"] = arguments["metadata"]?.DeepClone() ?? post["metadata"]?.DeepClone();
        post["text"] = arguments["text"]!.DeepClone();
        post["blocks"] = arguments["blocks"]?.DeepClone();
        return Ok(("ts", ts));
    }

    /// <summary>Two messages a page, so that a client that forgets the cursor finds too little.</summary>
    private JsonObject History(JsonObject arguments)
    {
        var thread = arguments["ts"]?.GetValue<string>();
        var all = Seen.Where(p => p["kind"]!.GetValue<string>() is "post" or "stream" && p["thread_ts"]?.GetValue<string>() == thread).ToArray();
        var from = int.Parse(arguments["cursor"]?.GetValue<string>() ?? "0", CultureInfo.InvariantCulture);
        var page = all.Skip(from).Take(2).Select(p => (JsonNode)new JsonObject { ["ts"] = p["ts"]!.DeepClone(), ["user"] = BotUser, ["metadata"] = p["metadata"]?.DeepClone() });
        var next = from + 2 < all.Length ? (from + 2).ToString(CultureInfo.InvariantCulture) : "";
        return new JsonObject
        {
            ["ok"] = true,
            ["messages"] = new JsonArray([.. page]),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        };
    }

    private JsonObject OfferUpload(JsonObject arguments)
    {
        var id = $"F0SIM{files.Count:0000}";
        files[id] = new JsonObject { ["id"] = id, ["name"] = arguments["filename"]!.DeepClone(), ["length"] = arguments["length"]!.DeepClone() };
        return Ok(("file_id", id), ("upload_url", $"http://{Authority}/upload/{id}"));
    }

    private JsonObject CompleteUpload(JsonObject arguments)
    {
        var id = arguments["files"]![0]!["id"]!.GetValue<string>();
        if (!uploads.TryGetValue(id, out var bytes))
        {
            return new JsonObject { ["ok"] = false, ["error"] = "file_not_found" };
        }

        var channel = arguments["channel_id"]!.GetValue<string>();
        var seen = new JsonObject
        {
            ["kind"] = "file",
            ["ts"] = NextTs(),
            ["channel"] = channel,
            ["thread_ts"] = arguments["thread_ts"]?.DeepClone(),
            ["name"] = files[id]["name"]!.DeepClone(),
            ["bytes"] = bytes.Length,
        };
        if (!HideFiles)
        {
            Seen.Enqueue(seen);
            files[id]["shares"] = new JsonObject { ["public"] = new JsonObject { [channel] = new JsonArray(new JsonObject { ["ts"] = seen["ts"]!.DeepClone() }) } };
        }

        files[id]["permalink"] = $"https://sim.slack.com/files/{id}";
        return Ok();
    }

    private async Task UploadAsync(HttpContext http, string file)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes);
        var expected = long.Parse(files[file]["length"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        http.Response.StatusCode = bytes.Length == expected && http.Request.Headers.Authorization.Count == 0 ? 200 : 400;
        uploads[file] = bytes.ToArray();
    }

    private async Task RespondAsync(HttpContext http, string key)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        if (Seen.Count(p => p["key"]?.GetValue<string>() == key) >= 5)
        {
            http.Response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        body["kind"] = "response";
        body["key"] = key;
        body["ts"] = NextTs();
        Seen.Enqueue(body);
    }

    private static JsonObject Form(string body) =>
        new(QueryHelpers.ParseQuery(body).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)JsonValue.Create(p.Value.ToString()))));
}
