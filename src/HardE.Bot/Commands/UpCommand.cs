using System.CommandLine;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde up</c>: serves bot, worker and pages until Ctrl-C.</summary>
internal static class UpCommand
{
    public static Command Make()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => HostShape.DefaultUrl };
        var command = new Command("up", "Serve bot, worker and pages on this machine.") { urls };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(urls), ct));
        return command;
    }

    private static async Task<int> RunAsync(string urls, CancellationToken ct)
    {
        await using var app = Program.Build(new HostShape(urls));
        var address = await HostSession.StartAsync(app, ct);
        AnsiConsole.MarkupLine($"[bold]Hard-E is up:[/] {Markup.Escape(address.Url)}   Ctrl-C stops it.");
        AnsiConsole.MarkupLine("In another terminal: [blue]./harde chat[/]   The pages, from this machine's owner's own link:");
        await LoginCommand.PrintAsync(AnsiConsole.Console, app.Services, null, ct);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }
}
