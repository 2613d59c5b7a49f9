using System.CommandLine;
using Spectre.Console;

namespace HardE.Bot.Commands.Demo;

/// <summary>
/// <c>./harde demo</c>: both main jobs for real, on embedded defaults, in a data folder of its own. Ends with 0 only when
/// everything that it shows has really happened.
/// </summary>
internal static class DemoCommand
{
    /// <summary>Where the demo keeps what it makes; emptied at each start.</summary>
    public const string Folder = ".harde-demo";

    public static Command Make()
    {
        var examples = new Option<DirectoryInfo?>("--examples") { Description = "Also write what happened into this folder: the conversation, the hand-offs, the pipeline's log (Markdown)." };
        var folder = new Option<string>("--folder") { Description = "Where the demo keeps what it makes; emptied first.", DefaultValueFactory = _ => Folder };
        var quick = new Option<bool>("--quick") { Description = "Make a film of a few seconds instead of two to three minutes." };
        var command = new Command("demo", "Run both main jobs on sample data, without any key.") { examples, folder, quick };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(folder) ?? Folder, parsed.GetValue(examples), parsed.GetValue(quick), ct));
        return command;
    }

    private static async Task<int> RunAsync(string folder, DirectoryInfo? examples, bool quick, CancellationToken ct)
    {
        if (HostFile.Find(folder) is not null)
        {
            AnsiConsole.MarkupLine($"[red]Another demo is running in {Markup.Escape(folder)}.[/] Wait for it, or stop it with Ctrl-C.");
            return 1;
        }

        if (Directory.Exists(folder))
        {
            if (!IsOurs(folder))
            {
                AnsiConsole.MarkupLine($"[red]{Markup.Escape(folder)} holds something else than a demo;[/] it is not emptied. Name another --folder.");
                return 2;
            }

            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, DemoWorld.Mark), "", ct);
        await using var session = await HostSession.OpenAsync(DemoWorld.Shape(folder, quick), serve: true, ct);
        var services = session.Services ?? throw new InvalidOperationException("The demo runs its own host.");
        await DemoWorld.SettleAsync(services, ct);
        var transcript = new DemoTranscript();
        AnsiConsole.MarkupLine("[bold]Hard-E demo[/]: sample company, sample customers, no key, no network. Everything below really happens.");

        var talk = new DemoTalk(session.Address, transcript);
        var talked = await talk.RunAsync(ct);
        var film = new DemoFilm(services, transcript);
        var filmed = await film.RunAsync(folder, ct);
        if (examples is not null)
        {
            await new DemoExamples(services).WriteAsync(examples, transcript, ct);
        }

        AnsiConsole.MarkupLine(talked && filmed
            ? "[green bold]Both jobs are done.[/] Next: [blue]./harde up[/] and [blue]./harde chat[/], then [blue]./harde init[/] for your own company."
            : "[red bold]Not everything worked; see above.[/]");
        return talked && filmed ? 0 : 1;
    }

    /// <summary>Only a folder that a demo made is ever emptied.</summary>
    private static bool IsOurs(string folder) =>
        !Directory.EnumerateFileSystemEntries(folder).Any() || File.Exists(Path.Combine(folder, DemoWorld.Mark));
}
