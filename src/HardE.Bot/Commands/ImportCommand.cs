using System.CommandLine;
using System.Globalization;
using HardE.Bot.Commands.Import;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde import</c>: customers, catalog or knowledge of the company; shown first, taken whole or not at all.</summary>
internal static class ImportCommand
{
    private const int MostProblems = 50;

    public static Command Make(CommandContext context) => new("import", "Take in customers, a price catalog or knowledge; shows what would happen first.")
    {
        Make(context, "customers", "CSV file with last_name (or company), first_name, phone; also email, street, city, state, zip, lead_source, note.", CustomerImport.PlanAsync),
        MakeCatalog(context),
        MakeRollback(context),
        Make(context, "knowledge", "Folder with the seven bases (CORE_KNOWLEDGE and so on) and Markdown files in them.", KnowledgeImport.PlanAsync),
    };

    private static Command MakeCatalog(CommandContext context)
    {
        var path = new Argument<string>("path") { Description = "CSV file of one module, with the columns of samples/catalog." };
        var from = new Option<string?>("--from") { Description = "Day from which the prices count, such as 2026-04-01. Without it they count at once." };
        var yes = MakeYes();
        var command = new Command("catalog", "Import the price list of a module; shows what it changes.") { path, from, yes };
        command.SetAction((parsed, ct) =>
        {
            var (full, day) = (Path.GetFullPath(parsed.GetRequiredValue(path)), parsed.GetValue(from));
            string[] words = ["import", "catalog", full, .. day is null ? Array.Empty<string>() : ["--from", day], .. parsed.GetValue(yes) ? ["--yes"] : Array.Empty<string>()];
            return context.WithDataAsync(
                async (services, stop) => await RunAsync(context.Console, await CatalogImport.PlanAsync(services, full, day, stop), parsed.GetValue(yes), stop), ct, words);
        });
        return command;
    }

    private static Command MakeRollback(CommandContext context)
    {
        var module = new Argument<string>("module") { Description = "roofing, siding, gutters, windows or another module that was imported." };
        var yes = MakeYes();
        var command = new Command("rollback", "Take the last imported price list of a module back.") { module, yes };
        command.SetAction((parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(module);
            string[] words = ["import", "rollback", name, .. parsed.GetValue(yes) ? ["--yes"] : Array.Empty<string>()];
            return context.WithDataAsync(
                async (services, stop) => await RunAsync(context.Console, await CatalogImport.RollbackAsync(services, name, stop), parsed.GetValue(yes), stop), ct, words);
        });
        return command;
    }

    private static Command Make(
        CommandContext context, string kind, string from, Func<IServiceProvider, string, CancellationToken, Task<ImportPlan>> plan)
    {
        var path = new Argument<string>("path") { Description = from };
        var yes = MakeYes();
        var command = new Command(kind, $"Import {kind}.") { path, yes };
        command.SetAction((parsed, ct) =>
        {
            var full = Path.GetFullPath(parsed.GetRequiredValue(path));
            string[] words = ["import", kind, full, .. parsed.GetValue(yes) ? ["--yes"] : Array.Empty<string>()];
            return context.WithDataAsync(
                async (services, stop) =>
                {
                    var found = File.Exists(full) || Directory.Exists(full)
                        ? await plan(services, full, stop)
                        : ImportPlan.Refused($"{full} does not exist.");
                    return await RunAsync(context.Console, found, parsed.GetValue(yes), stop);
                },
                ct,
                words);
        });
        return command;
    }

    private static Option<bool> MakeYes() => new("--yes") { Description = "Do it. Without this the import is only shown." };

    private static async Task<int> RunAsync(IAnsiConsole console, ImportPlan plan, bool yes, CancellationToken ct)
    {
        Show(console, plan);
        if (plan.Problems.Count > 0)
        {
            var more = plan.Problems.Count > MostProblems ? $" (the first {MostProblems} are shown)" : "";
            console.MarkupLine($"[red]{plan.Problems.Count.ToString(CultureInfo.InvariantCulture)} problems{more}; nothing was imported.[/]");
            return 1;
        }

        if (!yes)
        {
            console.MarkupLine("Nothing was changed yet. Add [blue]--yes[/] to import it.");
            return 0;
        }

        console.MarkupLine($"[green]✔[/] {Markup.Escape(await plan.ApplyAsync(ct))}");
        return 0;
    }

    private static void Show(IAnsiConsole console, ImportPlan plan)
    {
        if (plan.Summary.Length > 0)
        {
            console.MarkupLine(Markup.Escape(plan.Summary));
        }

        if (plan.Rows.Count > 0)
        {
            var table = new Table().Border(TableBorder.Rounded);
            table.AddColumns([.. plan.Columns.Select(c => new TableColumn(Markup.Escape(c)))]);
            foreach (var row in plan.Rows)
            {
                table.AddRow([.. row.Select(Markup.Escape)]);
            }

            console.Write(table);
        }

        foreach (var remark in plan.Remarks)
        {
            console.MarkupLine($"[yellow]○[/] {Markup.Escape(remark)}");
        }

        foreach (var problem in plan.Problems.Take(MostProblems))
        {
            console.MarkupLine($"[red]✘[/] {Markup.Escape(problem)}");
        }
    }
}
