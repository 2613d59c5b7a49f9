using System.Globalization;
using System.Net;
using HardE.Agents.Crm;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Jobs.Primer;

namespace HardE.Bot.Commands.Demo;

/// <summary>Something that must be true after the film was made, looked at from outside.</summary>
internal sealed record DemoFinding(string What, bool Good);

/// <summary>Looks at what the run left behind: file, link, CRM note, mails, temporary files. Believes no status row.</summary>
internal sealed class DemoProof(IServiceProvider services, string folder, PrimerView view)
{
    private readonly PrimerRun run = view.Run;

    /// <summary>A copy of the film under a name that a person finds.</summary>
    public string Copy { get; } = Path.Combine(Path.GetFullPath(folder), "primer-john-smith.mp4");

    public async Task<IReadOnlyList<DemoFinding>> CheckAsync(CancellationToken ct)
    {
        if (run is not { State: PrimerState.Done, Work.Film: { } film, Work.Delivered: { } delivered, Work.Customer: { } customer })
        {
            return [new DemoFinding($"the run ended as {run.State}: {run.Reason}", false)];
        }

        var findings = new List<DemoFinding> { await DownloadAsync(delivered.File, ct) };
        findings.AddRange(await ProbeAsync(film.Seconds, ct));
        findings.Add(await PageAsync(delivered.Page, ct));
        findings.Add(await NoteAsync(customer, ct));
        var mails = Directory.GetFiles(Path.Combine(folder, "mail", "out"), "*.eml").Select(File.ReadAllText).ToList();
        findings.Add(new DemoFinding($"an e-mail with the link to {customer.Name} is in the outgoing folder", mails.Any(m => Is(m, customer.Email))));
        findings.Add(new DemoFinding($"an answer to {DemoWorld.Director} is in the outgoing folder", mails.Any(m => Is(m, DemoWorld.DirectorMail))));
        findings.Add(new DemoFinding("no temporary file is left", !Leftovers().Any()));
        return findings;
    }

    private async Task<DemoFinding> DownloadAsync(Uri link, CancellationToken ct)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(link, ct);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return new DemoFinding($"the signed link answers {(int)answer.StatusCode}", false);
        }

        await using (var file = File.Create(Copy))
        {
            await answer.Content.CopyToAsync(file, ct);
        }

        var megabytes = new FileInfo(Copy).Length / 1_000_000.0;
        return new DemoFinding(
            string.Create(CultureInfo.InvariantCulture, $"the signed link serves the film ({megabytes:0.0} MB, {answer.Content.Headers.ContentType})"),
            answer.Content.Headers.ContentType?.MediaType == "video/mp4" && megabytes > 0.02);
    }

    private async Task<IReadOnlyList<DemoFinding>> ProbeAsync(double seconds, CancellationToken ct)
    {
        var facts = await FilmFacts.ReadAsync(services.GetRequiredService<ChildProcess>(), Copy, ct);
        return
        [
            new DemoFinding($"ffprobe: {facts}", facts is { Video: "h264", Audio: "aac", Width: 1280, Height: 720 }),
            new DemoFinding("sound and picture have the length of the script", Math.Abs(facts.Seconds - seconds) < 1),
        ];
    }

    private static async Task<DemoFinding> PageAsync(Uri page, CancellationToken ct)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(page, ct);
        return new DemoFinding("the player page answers", answer.IsSuccessStatusCode);
    }

    private async Task<DemoFinding> NoteAsync(PrimerCustomer customer, CancellationToken ct)
    {
        var notes = await services.GetRequiredService<ICrm>().ListNotesAsync(Tenants.Default, customer.Job ?? customer.Id, new CrmPaging(1, 50), ct);
        return new DemoFinding(
            $"a note is on job {customer.JobNumber} in the CRM",
            notes.Ok && notes.Value.Items.Any(n => n.Text.Contains("video", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Work folders of runs on this node, and their files in the store that nobody needs any more.</summary>
    private IEnumerable<string> Leftovers() => new[] { "work", Path.Combine("files", Tenants.Default, "runs") }
        .Select(name => Path.Combine(folder, name))
        .Where(Directory.Exists)
        .SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories));

    private static bool Is(string mail, string? to) =>
        to is not null && mail.Contains($"To:", StringComparison.OrdinalIgnoreCase) && mail.Contains(to, StringComparison.OrdinalIgnoreCase);
}
