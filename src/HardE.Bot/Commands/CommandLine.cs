using System.CommandLine;
using HardE.Agents.Services;
using HardE.Agents.State;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary>The words after <c>./harde</c>.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Hard-E, the AI sales director for residential contractors.")
        {
            UpCommand.Make(),
            SayCommand.Make(),
            ChatCommand.Make(),
        };
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (SettingsException problem)
        {
            return Fail("Hard-E cannot start with these settings:", problem.Problems);
        }
        catch (Exception problem) when (problem is SchemaException or DataFolderTakenException or ServiceException)
        {
            return Fail(problem.Message, []);
        }
        catch (OperationCanceledException)
        {
            return 130; // Ctrl-C
        }
    }

    private static int Fail(string headline, IReadOnlyList<string> problems)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.MarkupLine($"[red]{Markup.Escape(headline)}[/]");
        foreach (var problem in problems)
        {
            console.MarkupLine($"  - {Markup.Escape(problem)}");
        }

        return 1;
    }
}
