using System.Globalization;
using HardE.Bot.Api;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary>The ten steps of a run as a terminal shows them.</summary>
internal static class PrimerTable
{
    public static Table Of(PrimerDocument? run)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Step", "State", "Seconds", "Made");
        foreach (var step in run?.Steps ?? [])
        {
            var state = step.State switch
            {
                "done" => "[green]✔ done[/]",
                "running" => "[yellow]▶ running[/]",
                "failed" => "[red]✘ failed[/]",
                _ => "[grey]waiting[/]",
            };
            table.AddRow(
                step.Name.Replace('_', ' '), state, step.State == "done" ? step.Seconds.ToString("0.00", CultureInfo.InvariantCulture) : "",
                Markup.Escape(step.Output ?? step.Failure ?? ""));
        }

        return table;
    }

    /// <summary>Shows a run while it goes on; a pipe or a log gets the last picture only.</summary>
    /// <param name="look">Asks how far it is.</param>
    /// <param name="enough">Whether there is nothing more to wait for.</param>
    public static async Task<PrimerDocument?> WatchAsync(
        IAnsiConsole console, Func<Task<PrimerDocument?>> look, Func<PrimerDocument?, bool> enough, TimeProvider clock, CancellationToken ct)
    {
        PrimerDocument? run = null;
        async Task LookAsync(Action<Table> show)
        {
            while (!enough(run))
            {
                run = await look();
                show(Of(run));
                await Task.Delay(TimeSpan.FromMilliseconds(150), clock, ct);
            }
        }

        if (console.Profile.Capabilities.Interactive)
        {
            await console.Live(Of(null)).StartAsync(live => LookAsync(live.UpdateTarget));
        }
        else
        {
            await LookAsync(_ => { });
            console.Write(Of(run));
        }

        return run;
    }
}
