using System.Text.Json;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Commands;

namespace HardE.Bot.Channels.Terminal;

/// <summary>What a terminal says: a sentence or the token of a choice.</summary>
internal sealed record TerminalMessage(string Id, string Conversation, string? Text, string? Press, string? Name, string? Role);

/// <summary>
/// The terminal's way in. Whoever can read the host file of the data folder is the owner of the machine; loopback alone
/// proves nothing, because behind a proxy every request comes from there.
/// </summary>
internal static class TerminalEndpoint
{
    public static IServiceCollection AddTerminal(this IServiceCollection services) => services
        .AddSingleton<TerminalHub>().AddSingleton<IChannel, TerminalChannel>().AddSingleton<HostFile>();

    public static void MapTerminal(this IEndpointRouteBuilder app)
    {
        app.MapPost("/terminal/messages", SayAsync);
        app.MapGet("/terminal/events", ListenAsync);
    }

    private static async Task<IResult> SayAsync(
        HttpRequest request, HostFile host, Inbox inbox, TimeProvider clock, CancellationToken ct)
    {
        if (!host.IsOwner(request))
        {
            return Results.Unauthorized();
        }

        var said = await JsonSerializer.DeserializeAsync<TerminalMessage>(request.Body, TurnJson.Options, ct);
        if (said is not { Id.Length: > 0, Conversation.Length: > 0 })
        {
            return Results.BadRequest();
        }

        var speaker = new Speaker("terminal", said.Name ?? "You", Roles.All.Contains(said.Role) ? said.Role! : Roles.Owner);
        var turn = new TurnRequest(
            Tenants.Default, $"terminal:{said.Conversation}", speaker, said.Text ?? "", new ReplyAddress("terminal", "local", said.Conversation), clock.GetUtcNow())
        {
            Id = Ids.New(clock.GetUtcNow()),
            Press = said.Press,
        };
        await inbox.AcceptAsync([$"terminal:{said.Id}"], turn, ct);
        return Results.Json(new { id = turn.Id }, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task ListenAsync(HttpContext http, string conversation, HostFile host, TerminalHub hub, CancellationToken ct)
    {
        if (!host.IsOwner(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        http.Response.ContentType = "application/x-ndjson";
        await foreach (var item in hub.ListenAsync(conversation, ct))
        {
            await http.Response.WriteAsync(TurnJson.Write(item) + "\n", ct);
            await http.Response.Body.FlushAsync(ct);
        }
    }

}
