using System.CommandLine;
using System.Text.Json;
using HardE.Agents.Turns;
using HardE.Bot.Commands.Eval;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde eval FILE…</c>: runs labelled cases through the real router, agents and parsers and says how many hold.</summary>
internal static class EvalCommand
{
    /// <summary>Files or options that cannot be used; nothing was run.</summary>
    private const int BadInput = 2;

    public static Command Make(CommandContext context)
    {
        var files = new Argument<string[]>("files") { Description = "Case files: one JSON object a line (samples/evals).", Arity = ArgumentArity.OneOrMore };
        var json = new Option<string?>("--json") { Description = "Write the results as JSON to this file." };
        var compare = new Option<string?>("--compare") { Description = "An earlier --json file: show what changed." };
        var mode = new Option<string>("--mode") { Description = "rules, or model: the models of this machine where the rules are unsure.", DefaultValueFactory = _ => "rules" };
        mode.AcceptOnlyFromAmong("rules", "model");
        var min = new Option<double?>("--min") { Description = "Percent that must pass; exit code 1 only below it." };
        var command = new Command("eval", "Run labelled cases and print what holds and what does not.") { files, json, compare, mode, min };
        command.SetAction((parsed, ct) => RunAsync(
            context.Console,
            new Wanted(parsed.GetRequiredValue(files), parsed.GetValue(json), parsed.GetValue(compare), parsed.GetValue(mode) == "model", parsed.GetValue(min)),
            ct));
        return command;
    }

    private sealed record Wanted(string[] Files, string? Json, string? Compare, bool WithModel, double? Min);

    private static async Task<int> RunAsync(IAnsiConsole console, Wanted wanted, CancellationToken ct)
    {
        var (cases, problems) = EvalFile.Read(wanted.Files);
        var old = ReadOld(wanted.Compare, out var unreadable);
        string[] all = [.. problems, .. unreadable is null ? [] : (string[])[unreadable], .. wanted.Min is < 0 or > 100 ? (string[])["--min is a percentage from 0 to 100."] : []];
        if (all.Length > 0)
        {
            all.ToList().ForEach(p => console.MarkupLine($"[red]✘[/] {Markup.Escape(p)}"));
            return BadInput;
        }

        var report = await EvalRunner.RunAsync(cases, wanted.WithModel, result => EvalTables.ShowFailed(console, result), ct);
        EvalTables.Show(console, report);
        if (wanted.Json is { } path)
        {
            await File.WriteAllTextAsync(path, TurnJson.Write(report), ct);
        }

        if (old is not null)
        {
            EvalComparison.Show(console, old, report);
        }

        console.WriteLine(FormattableString.Invariant($"{report.Passed} passed, {report.Failed} failed"));
        return wanted.Min is { } least ? (report.PassedPercent < least ? 1 : 0) : report.Failed > 0 ? 1 : 0;
    }

    private static EvalReport? ReadOld(string? path, out string? problem)
    {
        problem = null;
        try
        {
            return path is null ? null : EvalComparison.Read(path);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or JsonException)
        {
            problem = $"{path} cannot be compared with: {bad.Message}";
            return null;
        }
    }
}
