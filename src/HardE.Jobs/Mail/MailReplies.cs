using System.Text.RegularExpressions;
using HardE.Agents.State;
using HardE.Jobs.Primer;

namespace HardE.Jobs.Mail;

/// <summary>Answers of proven directors to our own mails: who was meant, let it go, stop.</summary>
public sealed partial class MailReplies(PrimerStore runs, PrimerActions actions)
{
    /// <returns>What was understood, with the run; null when it answers nothing of ours.</returns>
    public async Task<(string Reason, string RunId, PrimerOrder? Order)?> ReadAsync(
        string tenant, IncomingMail mail, StaffMember director, CancellationToken ct)
    {
        var id = mail.Answers.Select(a => OurRun().Match(a)).FirstOrDefault(m => m.Success)?.Groups["run"].Value;
        if (id is null || await runs.FindAsync(tenant, id, ct) is not { } run)
        {
            return null;
        }

        var own = MailWords.Part(mail.Subject, mail.Text).Own;
        if (run.State == PrimerState.Asking)
        {
            var order = Meant(run, own);
            return order is null ? null : ("named", run.Id, order);
        }

        var first = own.Split('\n')[0];
        if (No().IsMatch(first))
        {
            return await actions.CancelAsync(tenant, run.Id, director.Name, "by mail", ct) ? ("cancelled", run.Id, null) : null;
        }

        return run.State == PrimerState.Held && Yes().IsMatch(first) && await actions.ReleaseAsync(tenant, run.Id, director.Name, "by mail", ct)
            ? ("released", run.Id, null) : null;
    }

    /// <summary>The order with the name or number that the answer gives.</summary>
    private static PrimerOrder? Meant(PrimerRun run, string own)
    {
        var choice = run.Work.Choices.FirstOrDefault(c => c.JobNumber is { } number && own.Contains(number, StringComparison.OrdinalIgnoreCase))
            ?? (Ordinal().Match(own) is { Success: true } place ? run.Work.Choices.ElementAtOrDefault(Place(place.Value)) : null);
        if (choice?.JobNumber is { } job)
        {
            return run.Order with { Job = job, Customer = null };
        }

        var name = own.Split('\n').Select(l => CustomerNames.At(Lead().Replace(l.Trim(), ""), 0)).FirstOrDefault(n => n is not null)?.Name;
        return OrderFields.Job(own) is { } number2 ? run.Order with { Job = number2, Customer = null }
            : name is not null ? run.Order with { Customer = name, Job = null, Trade = TradeWords.Find(own) ?? run.Order.Trade }
            : null;
    }

    private static int Place(string word) => word.ToLowerInvariant() switch { "first" or "1st" => 0, "second" or "2nd" => 1, "third" or "3rd" => 2, _ => 3 };

    [GeneratedRegex(@"harde-(?<run>[0-9a-f]{27})-")]
    private static partial Regex OurRun();

    [GeneratedRegex(@"^\W*(?:yes|ok|okay|yep|yeah|sure|approved?|send(?:\s+it)?|release(?:\s+it)?|let\s+it\s+go|go\s+ahead|looks?\s+(?:good|great|fine)|perfect|great|good\s+to\s+go|ship\s+it)\b(?!.*\bbut\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^\W*(?:no\b|cancel|stop|do\s+not|don'?t|kill\s+it|delete|scrap)", RegexOptions.IgnoreCase)]
    private static partial Regex No();

    [GeneratedRegex(@"\b(?:first|1st|second|2nd|third|3rd|fourth|4th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(?:it'?s|it\s+is|i\s+mean[t]?|for|the\s+one\s+(?:in|at|from)|make\s+it\s+for|please)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();
}
