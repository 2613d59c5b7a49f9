using System.CommandLine;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Bot.Commands.Settings;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde config</c>: what is set, and everything that is wrong with it. Starts nothing, touches no data.</summary>
internal static class ConfigCommand
{
    private static readonly HostShape Shape = new("http://127.0.0.1:0") { Quiet = true };

    public static Command Make(CommandContext context)
    {
        var check = new Command("check", "Check the agent file and all settings; print every problem.");
        check.SetAction((_, _) => CheckAsync(context.Console));
        var show = new Command("show", "Show every setting, its value and where it comes from. Secrets are masked.");
        show.SetAction((_, _) => ShowAsync(context.Console));
        return new Command("config", "Check or show the configuration.") { check, show };
    }

    private static async Task<int> CheckAsync(IAnsiConsole console)
    {
        var (errors, warnings) = await FindAsync(Shape);
        foreach (var warning in warnings)
        {
            console.MarkupLine($"[yellow]○[/] {Markup.Escape(warning)}");
        }

        foreach (var error in errors)
        {
            console.MarkupLine($"[red]✘[/] {Markup.Escape(error)}");
        }

        console.MarkupLine(errors.Count == 0 ? "[green]✔[/] Settings and agent file are in order." : $"{errors.Count} problems.");
        return errors.Count == 0 ? 0 : 1;
    }

    /// <summary>Every problem that would stop <c>./harde up</c>, and what only deserves a look.</summary>
    internal static async Task<(IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings)> FindAsync(HostShape shape)
    {
        var errors = new List<string>();
        var warnings = new List<string>();
        try
        {
            await using var app = Program.Compose(shape);
            Collect(errors, () => SettingsCheck.Run(app.Services, shape.Given));
            if (errors.Count == 0)
            {
                Collect(errors, () => ProductionCheck.Run(app.Services));
            }

            var production = app.Environment.IsProduction();
            Collect(errors, () =>
            {
                var found = app.Services.GetRequiredService<RosterCheck>().Run(production);
                errors.AddRange(found.Where(p => p.IsError).Select(p => p.ToString()));
                warnings.AddRange(found.Where(p => !p.IsError).Select(p => p.ToString()));
            });
        }
        catch (SettingsException problem)
        {
            errors.AddRange(problem.Problems);
        }

        return ([.. errors.Distinct()], warnings);
    }

    private static void Collect(List<string> errors, Action check)
    {
        try
        {
            check();
        }
        catch (SettingsException problem)
        {
            errors.AddRange(problem.Problems);
        }
        catch (ConfigException problem)
        {
            errors.AddRange(problem.Problems.Select(p => p.ToString()));
        }
        catch (Microsoft.Extensions.Options.OptionsValidationException problem)
        {
            errors.AddRange(problem.Failures);
        }
    }

    private static async Task<int> ShowAsync(IAnsiConsole console)
    {
        await using var app = Program.Compose(Shape);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Setting", "Value", "From");
        foreach (var setting in KnownSettings.List(app.Services, Shape.Given))
        {
            table.AddRow(Markup.Escape(setting.Name), Markup.Escape(setting.Shown), Markup.Escape(setting.Origin));
        }

        console.Write(table);
        return 0;
    }
}
