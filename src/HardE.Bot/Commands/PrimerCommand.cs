using System.CommandLine;
using System.Globalization;
using HardE.Bot.Api;
using HardE.Jobs.Primer;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary>
/// <c>./harde primer "John Smith"</c>: orders a primer video and shows its ten steps live. Beside a running host that one
/// makes it; else this command runs the host itself until the film is done.
/// </summary>
internal static class PrimerCommand
{
    /// <summary>Exit code when a person has to answer or to look first.</summary>
    private const int Waits = 2;

    public static Command Make(IAnsiConsole console)
    {
        var customer = new Argument<string?>("customer") { Description = "The homeowner's name as the CRM has it.", Arity = ArgumentArity.ZeroOrOne };
        var job = new Option<string?>("--job") { Description = "Job number in the CRM; enough without a name." };
        var trade = new Option<string?>("--trade") { Description = "Which of several jobs: roofing, siding, gutters, windows..." };
        var hold = new Option<bool>("--hold") { Description = "Show me the film first; nothing goes to the homeowner before my yes." };
        var note = new Option<string?>("--note") { Description = "Why it is wanted; kept in the run's history." };
        var command = new Command("primer", "Make a primer video for a homeowner.") { customer, job, trade, hold, note };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(customer) is null && parsed.GetValue(job) is null)
            {
                parsed.AddError("Whose video? Example: ./harde primer \"John Smith\", or --job 2603-101-01.");
            }
        });
        command.SetAction((parsed, ct) => RunAsync(
            console,
            new PrimerOrderBody
            {
                Customer = parsed.GetValue(customer),
                Job = parsed.GetValue(job),
                Trade = parsed.GetValue(trade),
                Hold = parsed.GetValue(hold),
                Note = parsed.GetValue(note),
            },
            ct));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, PrimerOrderBody order, CancellationToken ct)
    {
        await using var session = await HostSession.OpenAsync(new HostShape("http://127.0.0.1:0") { Quiet = true }, serve: true, ct);
        using var client = new PrimerClient(session.Address);
        var answer = await client.OrderAsync(order, Guid.NewGuid().ToString("N"), ct);
        while (answer.Taken is null)
        {
            if (Choose(console, answer) is not { } better)
            {
                return Waits;
            }

            answer = await client.OrderAsync(better(order), Guid.NewGuid().ToString("N"), ct);
        }

        if (answer.Taken.IsNew)
        {
            console.MarkupLine(Markup.Escape(answer.Taken.Message));
        }
        else
        {
            console.MarkupLine("This video was ordered before; here is that run.");
        }

        var run = await PrimerTable.WatchAsync(console, () => client.LookAsync(answer.Taken.Id, ct), IsEnough, TimeProvider.System, ct);
        return Tell(console, run, session.Services is not null);
    }

    private static bool IsEnough(PrimerDocument? run) => run is { IsOver: true } or { State: PrimerState.Held or PrimerState.Asking };

    /// <summary>Lets the person pick; where nobody can, says what could be meant.</summary>
    /// <returns>The change that makes the order clear; null when nothing was picked.</returns>
    private static Func<PrimerOrderBody, PrimerOrderBody>? Choose(IAnsiConsole console, PrimerAnswer answer)
    {
        console.MarkupLine($"[yellow]{Markup.Escape(answer.Problem)}[/]");
        if (answer.Choices.Count == 0 || !console.Profile.Capabilities.Interactive)
        {
            foreach (var choice in answer.Choices)
            {
                console.MarkupLine($"  - {Markup.Escape(choice.Words)}   [grey]./harde primer {Markup.Escape(choice.Job is { } number ? $"--job {number}" : $"\"{Name(choice)}\"")}[/]");
            }

            return null;
        }

        var none = new PrimerClientChoice("None of these", null);
        var picked = console.Prompt(new SelectionPrompt<PrimerClientChoice>().AddChoices([.. answer.Choices, none]).UseConverter(c => Markup.Escape(c.Words)));
        return picked == none ? null
            : picked.Job is { } job ? order => order with { Customer = null, Job = job }
            : order => order with { Customer = Name(picked) };
    }

    /// <summary>The customer's name of a choice: its words up to the city.</summary>
    private static string Name(PrimerClientChoice choice) => choice.Words.Split(", ")[0];

    private static int Tell(IAnsiConsole console, PrimerDocument? run, bool ownHost)
    {
        if (run is null)
        {
            console.MarkupLine("[red]The run is gone.[/]");
            return 1;
        }

        if (run.Film is { } film)
        {
            console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"Film of {film.Seconds:0.0} s in {run.Seconds:0.0} s:"));
            console.Profile.Out.Writer.WriteLine(film.Page); // never broken: people copy it
            if (ownHost)
            {
                console.MarkupLine("[grey]The link works while ./harde up runs.[/]");
            }
        }

        var (code, words) = run.State switch
        {
            PrimerState.Done when run.ClientMailed == true => (0, "[green]✔ Done; the homeowner was mailed.[/]"),
            PrimerState.Done => (0, $"[green]✔ Done.[/] The homeowner was not mailed: {Markup.Escape(run.NoClientMail ?? "")}"),
            PrimerState.Held => (Waits, $"[yellow]It waits for your yes:[/] ./harde say \"Release the primer video {run.Id}\" (or Cancel …)"),
            PrimerState.Asking => (Waits, $"[yellow]{Markup.Escape(run.Reason ?? "")}[/] {Markup.Escape(string.Join("; ", run.Choices))}"),
            _ => (1, $"[red]✘ {run.State}:[/] {Markup.Escape(run.Reason ?? "")}"),
        };
        console.MarkupLine(words);
        return code;
    }
}
