using System.CommandLine;
using System.CommandLine.Help;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Bot.Commands.Demo;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary>The words after <c>./harde</c>.</summary>
internal static class CommandLine
{
    /// <summary>Runs what was typed at this terminal.</summary>
    public static Task<int> RunAsync(string[] args) =>
        RunAsync(args, null, Terminal(), CancellationToken.None);

    /// <summary>Runs a command, in a running host when <paramref name="host"/> is given.</summary>
    public static async Task<int> RunAsync(string[] args, IServiceProvider? host, IAnsiConsole console, CancellationToken ct)
    {
        var context = new CommandContext(args, host, console);
        var root = new Command("./harde", "Hard-E, the AI sales director for residential contractors.")
        {
            new HelpOption { Recursive = true },
            new VersionOption(),
            PeopleCommand.Make(context),
            DoctorCommand.Make(context),
            ConfigCommand.Make(context),
            ImportCommand.Make(context),
            LoginCommand.Make(context),
            TenantCommand.Make(context),
        };
        if (host is null)
        {
            root.Add(UpCommand.Make());
            root.Add(ChatCommand.Make());
            root.Add(SayCommand.Make());
            root.Add(PrimerCommand.Make(console));
            root.Add(ManifestCommand.Make(console));
            root.Add(DemoCommand.Make());
            root.Add(InitCommand.Make(context));
            root.Add(EvalCommand.Make(context));
        }

        try
        {
            var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
            var words = console.Profile.Out.Writer;
            var output = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = words,
                Error = ReferenceEquals(words, Console.Out) ? Console.Error : words,
            };
            return await parsed.InvokeAsync(output, ct);
        }
        catch (SettingsException problem)
        {
            return Fail(console, "Hard-E cannot start with these settings:", problem.Problems);
        }
        catch (Exception problem) when (problem is SchemaException or DataFolderTakenException or ServiceException or ArgumentException or ConfigException
            or IOException or UnauthorizedAccessException)
        {
            var parameter = problem is ArgumentException { ParamName: { } name } ? $" (Parameter '{name}')" : "\0"; // a word for programmers
            return Fail(console, problem.Message.Replace(parameter, "", StringComparison.Ordinal), []);
        }
        catch (OperationCanceledException)
        {
            return 130; // Ctrl-C
        }
    }

    /// <summary>Colours only where somebody looks; a pipe or a file gets plain text.</summary>
    private static IAnsiConsole Terminal()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
        plain.Profile.Width = 120;
        return AnsiConsole.Console = plain;
    }

    private static int Fail(IAnsiConsole console, string headline, IReadOnlyList<string> problems)
    {
        console.MarkupLine($"[red]{Markup.Escape(headline)}[/]");
        foreach (var problem in problems)
        {
            console.MarkupLine($"  - {Markup.Escape(problem)}");
        }

        return 1;
    }
}
