using System.Globalization;
using HardE.Agents.State;
using HardE.Bot.Api;
using HardE.Jobs.Primer;
using Spectre.Console;

namespace HardE.Bot.Commands.Demo;

/// <summary>The other main job: a director's e-mail becomes a film, unattended, in ten steps.</summary>
internal sealed class DemoFilm(IServiceProvider services, DemoTranscript transcript)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly PrimerStore runs = services.GetRequiredService<PrimerStore>();
    private readonly PrimerProgress progress = services.GetRequiredService<PrimerProgress>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    /// <returns>True when the film, the note, both mails and the clean-up really are there.</returns>
    public async Task<bool> RunAsync(string folder, CancellationToken ct)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[green]e-mail from {DemoWorld.DirectorMail}>[/] Please produce Primer Video for John Smith");
        transcript.Heading("The director's e-mail");
        transcript.Said(DemoWorld.DirectorMail, "Please produce Primer Video for John Smith");
        await DropMailAsync(folder, ct);
        if (await WatchAsync(ct) is not { } view)
        {
            AnsiConsole.MarkupLine("[red]✘ the e-mail was not picked up in time[/]");
            return false;
        }

        var proof = new DemoProof(services, folder, view);
        var findings = await proof.CheckAsync(ct);
        Summarise(view, proof, findings);
        return findings.All(f => f.Good);
    }

    /// <summary>As any mail system would: written beside, then moved in whole.</summary>
    private async Task DropMailAsync(string folder, CancellationToken ct)
    {
        var inbox = Path.Combine(folder, "mail", "in", "new");
        Directory.CreateDirectory(inbox);
        var mail = string.Join(
            "\r\n",
            $"From: {DemoWorld.Director} <{DemoWorld.DirectorMail}>",
            "To: Hard-E <harde@example.com>",
            "Subject: Primer for Thursday",
            $"Date: {clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture)}",
            $"Message-ID: <{Guid.NewGuid():N}@example.com>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "Please produce Primer Video for John Smith.",
            "",
            "Thanks,",
            "Dana",
            "");
        var draft = Path.Combine(folder, "order.eml");
        await File.WriteAllTextAsync(draft, mail, ct);
        File.Move(draft, Path.Combine(inbox, "order.eml"));
    }

    private async Task<PrimerView?> WatchAsync(CancellationToken ct)
    {
        PrimerView? view = null;
        var until = clock.GetUtcNow() + Patience;
        await PrimerTable.WatchAsync(
            AnsiConsole.Console,
            async () => (view = await LatestAsync(ct)) is null ? null : PrimerDocument.From(view, clock.GetUtcNow()),
            _ => view?.Run.IsOver == true || clock.GetUtcNow() >= until,
            clock,
            ct);
        return view?.Run.IsOver == true ? view : null;
    }

    private async Task<PrimerView?> LatestAsync(CancellationToken ct)
    {
        IReadOnlyList<PrimerRun> latest = [.. await runs.ListAsync(Tenants.Default, open: false, 1, ct), .. await runs.ListAsync(Tenants.Default, open: true, 1, ct)];
        return latest is not [var run, ..] ? null : await progress.ReadAsync(Tenants.Default, run.Id, ct);
    }

    private void Summarise(PrimerView view, DemoProof proof, IReadOnlyList<DemoFinding> findings)
    {
        foreach (var step in view.Steps)
        {
            transcript.Line(string.Create(CultureInfo.InvariantCulture, $"- {step.Name}: {step.State}, {step.Took.TotalSeconds:0.00} s - {step.Output}"));
        }

        foreach (var finding in findings)
        {
            AnsiConsole.MarkupLine(finding.Good
                ? $"[green]✔[/] {Markup.Escape(finding.What)}"
                : $"[red]✘ {Markup.Escape(finding.What)}[/]");
            transcript.Line($"- {(finding.Good ? "✔" : "✘")} {finding.What}");
        }

        if (view.Run.Work.Film is { } film)
        {
            var wall = view.Age(clock.GetUtcNow()).TotalSeconds;
            AnsiConsole.MarkupLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Film of {film.Seconds:0.0} s in {wall:0.0} s from the stored request to the end: [bold]{film.Seconds / wall:0.0} x real time[/]."));
        }

        AnsiConsole.MarkupLine($"File: {Markup.Escape(proof.Copy)}");
        if (view.Run.Work.Delivered is { } delivered)
        {
            AnsiConsole.MarkupLine($"Link (while this program runs; ./harde up serves its own): {Markup.Escape(delivered.Page.ToString())}");
        }
    }
}
