using System.CommandLine;
using System.Globalization;
using HardE.Bot.Commands.Import;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde import</c>: customers, catalog, knowledge or recorded calls of the company; shown first, taken whole or not at all.</summary>
internal static class ImportCommand
{
    private const int MostProblems = 50;

    public static Command Make(CommandContext context) => new("import", "Take in customers, a price catalog, knowledge or a recorded call; shows what would happen first.")
    {
        Make(context, "customers", "CSV file with last_name (or company), first_name, phone; also email, street, city, state, zip, lead_source, note.", CustomerImport.PlanAsync),
        MakeCatalog(context),
        MakeRollback(context),
        Make(context, "knowledge", "Folder with the seven bases (CORE_KNOWLEDGE and so on) and Markdown files in them.", KnowledgeImport.PlanAsync),
        MakeCall(context),
    };

    private static Command MakeCatalog(CommandContext context)
    {
        var path = new Argument<string>("path") { Description = "CSV file of one module, with the columns of samples/catalog." };
        var from = new Option<string?>("--from") { Description = "Day from which the prices count, such as 2026-04-01. Without it they count at once." };
        var yes = MakeYes();
        var command = new Command("catalog", "Import the price list of a module; shows what it changes.") { path, from, yes };
        command.SetAction((parsed, ct) =>
        {
            var day = parsed.GetValue(from);
            return RunAsync(
                context, parsed.GetRequiredValue(path), parsed.GetValue(yes), (services, full, stop) => CatalogImport.PlanAsync(services, full, day, stop),
                ("catalog", day is null ? [] : ["--from", day]), ct);
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

    private static Command MakeCall(CommandContext context)
    {
        var path = new Argument<string>("path") { Description = "Transcript of one call: .vtt, .srt, or .txt with \"Name: words\" lines." };
        var rep = new Option<string?>("--rep") { Description = "The voice in the file that is the rep's. Without it the voices are shown." };
        var name = new Option<string?>("--rep-name") { Description = "Who that rep is; the voice's name when left out." };
        var consent = new Option<string?>("--consent") { Description = "all, one-party or unknown: what the people on it agreed to." };
        var trade = new Option<string>("--trade") { Description = "roofing, siding, gutters or windows.", DefaultValueFactory = _ => "any" };
        var lead = new Option<string>("--lead") { Description = "Where the lead came from.", DefaultValueFactory = _ => "unknown" };
        var title = new Option<string?>("--title") { Description = "A title; the file's name when left out." };
        var yes = MakeYes();
        var command = new Command("call", "Import the transcript of a recorded call.") { path, rep, name, consent, trade, lead, title, yes };
        command.SetAction((parsed, ct) =>
        {
            var facts = new CallFacts(
                parsed.GetValue(rep), parsed.GetValue(name), parsed.GetValue(consent), parsed.GetRequiredValue(trade), parsed.GetRequiredValue(lead), parsed.GetValue(title));
            return RunAsync(context, parsed.GetRequiredValue(path), parsed.GetValue(yes), (services, full, stop) => CallImport.PlanAsync(services, full, facts, stop), Words(facts), ct);
        });
        return command;
    }

    /// <summary>The facts of a call as a running host is told them.</summary>
    private static (string Kind, string[] Options) Words(CallFacts facts)
    {
        (string Name, string? Value)[] given =
            [("--rep", facts.Rep), ("--rep-name", facts.RepName), ("--consent", facts.Consent), ("--trade", facts.Trade), ("--lead", facts.Lead), ("--title", facts.Title)];
        return ("call", [.. given.Where(g => g.Value is not null).SelectMany(g => (string[])[g.Name, g.Value!])]);
    }

    private static Command Make(
        CommandContext context, string kind, string from, Func<IServiceProvider, string, CancellationToken, Task<ImportPlan>> plan)
    {
        var path = new Argument<string>("path") { Description = from };
        var yes = MakeYes();
        var command = new Command(kind, $"Import {kind}.") { path, yes };
        command.SetAction((parsed, ct) => RunAsync(context, parsed.GetRequiredValue(path), parsed.GetValue(yes), plan, (kind, []), ct));
        return command;
    }

    /// <summary>Plans where the data is, shows the plan, and follows it when the person said yes.</summary>
    private static Task<int> RunAsync(
        CommandContext context, string path, bool yes, Func<IServiceProvider, string, CancellationToken, Task<ImportPlan>> plan, (string Kind, string[] Options) words, CancellationToken ct)
    {
        var full = Path.GetFullPath(path);
        return context.WithDataAsync(
            async (services, stop) =>
            {
                var found = File.Exists(full) || Directory.Exists(full)
                    ? await plan(services, full, stop)
                    : ImportPlan.Refused($"{full} does not exist.");
                return await RunAsync(context.Console, found, yes, stop);
            },
            ct,
            ["import", words.Kind, full, .. words.Options, .. yes ? ["--yes"] : Array.Empty<string>()]);
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
