using System.Data.Common;
using System.Globalization;
using Dapper;

namespace HardE.Scenarios;

/// <summary>A director orders a film by mail, and what of it can be seen from outside in the end.</summary>
internal static class FilmOrder
{
    public const string Director = "dana@example.com";

    /// <summary>Everything quick: mail is looked for each second, the film has one sentence, lost triggers are found at once.</summary>
    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["HARDE_Mail__PollInterval"] = "00:00:01",
        ["HARDE_Primer__MaxSentences"] = "1",
        ["HARDE_Primer__Sweep"] = "00:00:02",
        ["HARDE_Primer__FirstRetry"] = "00:00:00.5",
    };

    public static Task SettleAsync(RunningProgram program) => program.CommandAsync("people", "add", "Dana Director", Director, "director");

    /// <summary>Puts the mail into the mailbox as a mail system would: written beside, moved in whole.</summary>
    /// <param name="mailbox">The mailbox's folder.</param>
    /// <param name="fields">Further header lines, above the others as a receiving server writes them.</param>
    public static async Task DropAsync(string mailbox, params string[] fields)
    {
        var folder = Directory.CreateDirectory(Path.Combine(mailbox, "in", "new")).FullName;
        string[] mail =
        [
            .. fields, $"From: Dana Director <{Director}>", "To: Hard-E <harde@example.com>", "Subject: Primer for Thursday",
            $"Date: {DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture)}", $"Message-ID: <{Guid.NewGuid():N}@example.com>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "", "Please produce Primer Video for John Smith.", "",
        ];
        var draft = Path.Combine(mailbox, $"{Guid.NewGuid():N}.draft");
        await File.WriteAllTextAsync(draft, string.Join("\r\n", mail));
        File.Move(draft, Path.Combine(folder, "order.eml"));
    }

    /// <summary>Waits until there is a run and it has ended.</summary>
    public static async Task EndAsync(DbConnection db, Func<string> otherwise) => await Until.TrueAsync(
        async () => await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM primer_run WHERE ended_at IS NOT NULL") > 0,
        () => $"The film was not made. {otherwise()}");
}

/// <summary>What a film left in the world.</summary>
/// <param name="Runs">State of each run.</param>
/// <param name="ClientMails">Mails to the homeowner.</param>
/// <param name="Answers">Mails to the director.</param>
/// <param name="Notes">Notes on the film in the CRM.</param>
/// <param name="Films">Films behind links.</param>
internal sealed record FilmTraces(string Runs, int ClientMails, int Answers, long Notes, int Films)
{
    public static readonly FilmTraces Once = new("done", 1, 1, 1, 1);

    public static async Task<FilmTraces> ReadAsync(DbConnection db, string mailbox, string files)
    {
        var outgoing = Path.Combine(mailbox, "out");
        var mails = Directory.Exists(outgoing) ? Directory.GetFiles(outgoing, "*.eml").Select(File.ReadAllText).ToList() : [];
        var toDirector = mails.Count(m => m.Split('\n').Any(l => l.StartsWith("To:", StringComparison.OrdinalIgnoreCase) && l.Contains(FilmOrder.Director, StringComparison.Ordinal)));
        return new FilmTraces(
            string.Join(", ", await db.QueryAsync<string>("SELECT state FROM primer_run ORDER BY id")),
            mails.Count - toDirector,
            toDirector,
            await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM crm_note WHERE text LIKE 'Primer video made%'"),
            Directory.Exists(files) ? Directory.EnumerateFiles(files, "*.mp4", SearchOption.AllDirectories).Count() : 0);
    }

    /// <summary>Files of runs that are over: on the node, and in the file store.</summary>
    public static IReadOnlyList<string> Leftovers(string folder, string files) =>
    [
        .. new[] { Path.Combine(folder, "work"), Path.Combine(files, "main", "runs") }.Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)),
    ];
}
