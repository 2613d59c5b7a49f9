using System.CommandLine;
using HardE.Bot.Commands.Doctor;
using HardE.Bot.Commands.Settings;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde doctor</c>: what is configured, embedded or missing, and the fix for each.</summary>
internal static class DoctorCommand
{
    public static Command Make(CommandContext context)
    {
        var live = new Option<bool>("--live") { Description = "Also try each configured service harmlessly." };
        var command = new Command("doctor", "Show what is configured, embedded or missing, and how to fix it.") { live };
        command.SetAction((parsed, ct) => RunAsync(context, parsed.GetValue(live), ct));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, bool live, CancellationToken ct)
    {
        var findings = new List<Diagnosis>(MachineDoctor.Look());
        var code = await context.WithDataAsync(
            async (services, stop) =>
            {
                findings.AddRange(await WorldDoctor.LookAsync(services, stop));
                if (live)
                {
                    findings.AddRange(await LiveDoctor.LookAsync(SettingsSources.Values(SettingsSources.Read()), stop));
                }

                Print(context.Console, findings);
                return findings.Any(f => f.State == DiagnosisState.Broken) ? 1 : 0;
            },
            ct);
        return code;
    }

    private static void Print(IAnsiConsole console, IEnumerable<Diagnosis> findings)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "Part", "State", "What to do");
        foreach (var finding in findings)
        {
            var (sign, word) = finding.State switch
            {
                DiagnosisState.Configured => ("[green]✔[/]", "configured"),
                DiagnosisState.Embedded => ("[blue]●[/]", "embedded"),
                DiagnosisState.Missing => ("[yellow]○[/]", "not configured"),
                _ => ("[red]✘[/]", "[red]broken[/]"),
            };
            table.AddRow(sign, Markup.Escape(finding.Part), $"{word}: {Markup.Escape(finding.Detail)}", Markup.Escape(finding.Fix));
        }

        console.Write(table);
    }
}
