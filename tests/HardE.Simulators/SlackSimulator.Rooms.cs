using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace HardE.Simulators;

/// <summary>Who is in a room, and the file host.</summary>
public sealed partial class SlackSimulator
{
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> served = new();

    /// <summary>Members of every channel beside the bot.</summary>
    public IReadOnlyList<string> Members { get; set; } = [Rep];

    /// <summary>Channels that another company reads.</summary>
    public HashSet<string> SharedChannels { get; } = [];

    /// <summary>What asked for a file: path and Authorization header.</summary>
    public ConcurrentQueue<(string Path, string Authorization)> Downloads { get; } = new();

    /// <summary>What <c>files.info</c> tells about a file.</summary>
    public void PutFile(JsonObject file) => files[file["id"]!.GetValue<string>()] = file;

    /// <summary>Puts a file on the file host.</summary>
    /// <returns>Its address.</returns>
    public string Serve(string name, Func<HttpContext, Task> answer)
    {
        served[name] = answer;
        return $"http://{Authority}/files/{name}";
    }

    /// <summary>Puts bytes on the file host.</summary>
    public string Serve(string name, string contentType, byte[] bytes) => Serve(name, async http =>
    {
        http.Response.ContentType = contentType;
        await http.Response.Body.WriteAsync(bytes);
    });

    private JsonObject RoomInfo(JsonObject arguments)
    {
        var id = arguments["channel"]!.GetValue<string>();
        return new JsonObject { ["ok"] = true, ["channel"] = new JsonObject { ["id"] = id, ["is_ext_shared"] = SharedChannels.Contains(id) } };
    }

    private JsonObject RoomMembers(JsonObject arguments) => int.Parse(arguments["limit"]!.GetValue<string>(), CultureInfo.InvariantCulture) < Members.Count + 1
        ? new() { ["ok"] = true, ["members"] = new JsonArray(BotUser), ["response_metadata"] = new JsonObject { ["next_cursor"] = "more" } } :
        new() { ["ok"] = true, ["members"] = new JsonArray([BotUser, .. Members.Select(m => (JsonNode)m)]) };

    private Task DownloadAsync(HttpContext http, string name)
    {
        Downloads.Enqueue((http.Request.Path, http.Request.Headers.Authorization.ToString()));
        if (served.TryGetValue(name, out var answer))
        {
            return answer(http);
        }

        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
