namespace HardE.Agents.Crm.Rules;

/// <summary>Short answers to the question that was asked, from the record and nothing else.</summary>
internal static class Answers
{
    /// <param name="jobs">The jobs the question is about.</param>
    /// <param name="details">All about them, when it was read.</param>
    public static string Customer(CustomerData c, IReadOnlyList<JobRow> jobs, IReadOnlyList<JobData> details, Facets asked, TimeZoneInfo zone)
    {
        var lines = new List<string>();
        var place = c.City is null ? c.Name : $"{c.Name}, {c.City}";
        Add(Facets.Phone, $"phone {(c.Phones.Count == 0 ? "not on file" : Words.And(c.Phones.Select(p => $"{p.Number} ({p.Label})")))}");
        Add(Facets.Email, $"e-mail {c.Email ?? "not on file"}");
        Add(Facets.Address, $"address {c.Address ?? "not on file"}");
        Add(Facets.Source, $"lead source {c.LeadSource ?? "not on file"}");
        Add(Facets.Contacts, $"other contacts: {(c.Contacts.Count == 0 ? "none" : Words.And(c.Contacts))}");
        void Add(Facets facet, string line)
        {
            if (asked.HasFlag(facet))
            {
                lines.Add(line);
            }
        }

        var text = lines.Count > 0 ? $"{place}: {string.Join("; ", lines)}." : "";
        if (asked.HasFlag(Facets.Notes))
        {
            text += $" {(c.Note is { Length: > 0 } note ? $"Customer note: {Words.Quote(note)}" : "")}{Notes($" Notes on {c.Name}", c.Notes, zone)}";
        }

        var ofJobs = asked & ~(Facets.Phone | Facets.Email | Facets.Address | Facets.Source | Facets.Contacts);
        if (ofJobs != Facets.None)
        {
            text += " " + (details.Count > 0 ? string.Join(" ", details.Select(d => Job(d, ofJobs, zone)))
                : jobs.Count == 0 ? $"{c.Name} has no jobs." : string.Join(" ", jobs.Select(j => Line(j, ofJobs, c.Name))));
        }

        return text.Trim();
    }

    public static string Job(JobData job, Facets asked, TimeZoneInfo zone)
    {
        var lines = new List<string> { Line(job.Job, asked, job.Job.Customer) };
        if (asked.HasFlag(Facets.Appointment))
        {
            lines.Add(job.Appointment is { } at ? $"Appointment: {Words.Moment(at, zone)}." : "The CRM states no appointment.");
        }

        if (asked.HasFlag(Facets.Money))
        {
            lines.Add(job.Money is { } money
                ? $"Total {Words.Money(money.Total)}, received {Words.Money(money.Received)}, owed {Words.Money(money.Owed)}."
                : "There is no price on this job yet.");
        }

        if (asked.HasFlag(Facets.Insurance))
        {
            lines.Add(job.Insurance ? "It is an insurance job." : "It is not marked as an insurance job.");
        }

        if (asked.HasFlag(Facets.Notes))
        {
            lines.Add(job.Notes.Count == 0
                ? $"No notes on it yet; last change {Words.Day(job.Job.Updated, zone)}."
                : Notes("Last notes", job.Notes, zone).Trim());
        }

        return string.Join(" ", lines);
    }

    private static string Line(JobRow job, Facets asked, string customer)
    {
        var line = $"{customer}'s job {job.Number} ({Words.TradeList(job.Trades)}) is in {job.Stage}, {(job.Rep is null ? "no rep" : $"rep {job.Rep}")}.";
        return asked.HasFlag(Facets.Description) ? $"{line} {CrmAnswer.Sentence(job.Description)}" : line;
    }

    private static string Notes(string title, IReadOnlyList<NoteRow> notes, TimeZoneInfo zone) => notes.Count == 0
        ? ""
        : $"{title}: {string.Join("; ", notes.Select(n => $"{Words.Day(n.At, zone)}, {n.By}: {Words.Quote(n.Text)}"))}";
}
