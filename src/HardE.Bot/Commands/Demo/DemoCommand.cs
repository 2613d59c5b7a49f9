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
        var transcript = new Option<FileInfo?>("--transcript") { Description = "Also write what is shown to this file (Markdown)." };
        var quick = new Option<bool>("--quick") { Description = "Make a film of a few seconds instead of two to three minutes." };
        var command = new Command("demo", "Run both main jobs on sample data, without any key.") { transcript, quick };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(transcript), parsed.GetValue(quick), ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo? transcriptFile, bool quick, CancellationToken ct)
    {
        if (HostFile.Find(Folder) is not null)
        {
            AnsiConsole.MarkupLine($"[red]Another demo is running in {Folder}.[/] Wait for it, or stop it with Ctrl-C.");
            return 1;
        }

        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        await using var session = await HostSession.OpenAsync(DemoWorld.Shape(Folder, quick), serve: true, ct);
        var services = session.Services ?? throw new InvalidOperationException("The demo runs its own host.");
        await DemoWorld.SettleAsync(services, ct);
        var transcript = new DemoTranscript();
        AnsiConsole.MarkupLine("[bold]Hard-E demo[/]: sample company, sample customers, no key, no network. Everything below really happens.");

        var talk = new DemoTalk(session.Address, transcript);
        var talked = await talk.RunAsync(ct);
        var film = new DemoFilm(services, transcript);
        var filmed = await film.RunAsync(Folder, ct);
        if (transcriptFile is not null)
        {
            await File.WriteAllTextAsync(transcriptFile.FullName, transcript.ToString(), ct);
        }

        AnsiConsole.MarkupLine(talked && filmed
            ? "[green bold]Both jobs are done.[/] Next: [blue]./harde up[/] and [blue]./harde chat[/], then [blue]./harde init[/] for your own company."
            : "[red bold]Not everything worked; see above.[/]");
        return talked && filmed ? 0 : 1;
    }
}
