using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary>Runs commands for the owner of this machine, proven by the token in the host file.</summary>
internal static class OwnerEndpoint
{
    public static void MapOwner(this IEndpointRouteBuilder app) => app.MapPost("/owner/commands", RunAsync);

    private static async Task<IResult> RunAsync(
        HttpRequest request, HostFile host, IServiceProvider services, CancellationToken ct)
    {
        if (!host.IsOwner(request))
        {
            return Results.Unauthorized();
        }

        var asked = await request.ReadFromJsonAsync<OwnerCommand>(ct);
        if (asked is not { Args.Count: > 0 })
        {
            return Results.BadRequest();
        }

        await using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = 120;
        var code = await CommandLine.RunAsync([.. asked.Args], services, console, ct);
        return Results.Json(new OwnerCommandResult(code, output.ToString()));
    }
}
