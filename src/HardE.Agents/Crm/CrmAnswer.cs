using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>Tables, choices and refusals that the CRM tools share.</summary>
internal static class CrmAnswer
{
    /// <summary>A choice card shows at most this many.</summary>
    public const int MostChoices = 5;

    public static ToolResult Refused(CrmError error) => error.Kind switch
    {
        CrmErrorKind.NotFound => ToolResult.NotFound(error.UserMessage, "Search by name, phone number or job number to find the right one."),
        CrmErrorKind.Validation => new ToolResult(ToolOutcome.NeedsInput, error.UserMessage) { Data = error.Fields is null ? null : TurnJson.Element(error.Fields) },
        CrmErrorKind.OutcomeUnknown => new ToolResult(ToolOutcome.Unknown, error.UserMessage),
        _ => ToolResult.Failed(error.UserMessage),
    };

    public static TablePart Table(IReadOnlyList<CustomerRow> rows) => new(
        "Customers",
        ["Name", "City", "Phone", "Jobs", "Newest stage"],
        [.. rows.Select(r => (IReadOnlyList<string>)[r.Name, r.City ?? "-", r.Phone, $"{r.JobCount}", r.NewestStage ?? "-"])]);

    public static TablePart Table(string title, IReadOnlyList<JobRow> rows, TimeZoneInfo zone) => new(
        title,
        ["Job", "Customer", "Trade", "Stage", "Rep", "Updated"],
        [
            .. rows.Select(r => (IReadOnlyList<string>)
                [r.Number ?? r.JobId, r.Customer, Words.TradeList(r.Trades), r.Stage, r.Rep ?? "-", Words.Day(r.Updated, zone)]),
        ]);

    /// <summary>Buttons that say which job is meant; the words sent are the target grammar's.</summary>
    public static ButtonsPart Choose(IReadOnlyList<JobRow> rows) => new(
        [.. rows.Take(MostChoices).Select(r => new ReplyButton(Label($"{r.Number}: {Words.TradeList(r.Trades)}, {r.Stage}{In(r.City)}"), $"say:@job:{r.Number ?? r.JobId}"))]);

    /// <summary>Buttons that say which customer is meant.</summary>
    public static ButtonsPart Choose(IReadOnlyList<CustomerRow> rows) => new(
        [.. rows.Take(MostChoices).Select(r => new ReplyButton(Label($"{r.Name}{In(r.City)}{(r.NewestStage is null ? "" : $", {r.NewestStage}")}"), $"say:@customer:{r.CustomerId}"))]);

    /// <summary>2603-101-01, roofing, in Appointment, rep Dana Whitlock.</summary>
    public static string Line(JobRow job) => Line(job, withCustomer: false);

    public static string Line(JobRow job, bool withCustomer) =>
        $"{job.Number ?? job.JobId}{(withCustomer ? $" for {job.Customer}" : "")}, {Words.TradeList(job.Trades)}, in {job.Stage}, {(job.Rep is null ? "no rep" : $"rep {job.Rep}")}";

    /// <summary>Their own words end in one full stop.</summary>
    public static string Sentence(string text) => text.Trim() is { Length: > 0 } words ? words.TrimEnd('.') + "." : "";

    /// <summary>How many there are, which, and what the pipeline holds.</summary>
    public static string Sentence(int all, IReadOnlyList<JobRow> shown, IReadOnlyList<StageCount>? pipeline, string? stage)
    {
        if (pipeline is not null && stage is null)
        {
            var held = pipeline.Where(p => p.Jobs > 0).Select(p => $"{p.Stage} {p.Jobs}").ToList();
            return held.Count == 0 ? "The pipeline is empty." : $"The pipeline: {Words.And(held)}.";
        }

        var where = stage is null ? "" : $" in {pipeline?.FirstOrDefault(p => Folding.Fold(p.Stage) == Folding.Fold(stage))?.Stage ?? stage}";
        if (all == 0)
        {
            return $"No jobs{where}.";
        }

        var names = shown.Select(j => $"{j.Number ?? j.JobId} ({j.Customer}, {Words.TradeList(j.Trades)}{(stage is null ? $", {j.Stage}" : "")}{(j.Rep is null ? "" : $", {j.Rep}")})");
        var rest = all > shown.Count ? $", and {all - shown.Count} more" : "";
        return $"{Words.Count(all, "job")}{where}: {string.Join("; ", names)}{rest}.";
    }

    /// <summary>Several customers or only near names: a question with choices, never a guess.</summary>
    public static ToolResult WhichCustomer(string reference, CustomerMatch match)
    {
        IReadOnlyList<CustomerRow> rows = [.. (match.Hits.Count > 0 ? match.Hits : match.Near).Take(MostChoices).Select(CrmReading.Row)];
        if (rows.Count == 0)
        {
            return ToolResult.NotFound($"No customer matches \"{reference}\".", "A phone number, street or part of the last name may find them.");
        }

        var names = Words.Or(rows.Select(r => $"{r.Name}{In(r.City)}"));
        var summary = match.Hits.Count > 0
            ? $"{Words.Count(match.Hits.Count, "customer")} match \"{reference}\". Which one: {names}?"
            : $"No customer matches \"{reference}\" exactly. Did you mean {names}?";
        return ToolResult.NeedsInput(summary) with
        {
            Data = TurnJson.Element(new CustomerSearchData(rows, match.Hits.Count > rows.Count, null, match.Hits.Count == 0)),
            Parts = [Table(rows), Choose(rows)],
        };
    }

    public static FactsPart Facts(CustomerData c, TimeZoneInfo zone)
    {
        var facts = new List<Fact>();
        Add("Contact", c.Contact);
        Add("Phone", string.Join(", ", c.Phones.Select(p => $"{p.Number} {p.Label}{(p.Ext is null ? "" : $" ext. {p.Ext}")}")));
        Add("E-mail", c.Email);
        Add("Address", c.Address);
        Add("Rep", c.Rep);
        Add("Lead source", c.LeadSource);
        Add("Also", string.Join(", ", c.Contacts));
        Add("Customer note", c.Note);
        facts.AddRange(c.Jobs.Select(j => new Fact($"Job {j.Number}", $"{Words.TradeList(j.Trades)}, {j.Stage}, {j.Rep ?? "no rep"}, updated {Words.Day(j.Updated, zone)}")));
        facts.AddRange(c.Notes.Select(n => NoteFact(n, zone)));
        return new FactsPart(c.Name, facts);

        void Add(string label, string? value)
        {
            if (value is { Length: > 0 })
            {
                facts.Add(new Fact(label, value));
            }
        }
    }

    public static FactsPart Facts(JobData j, TimeZoneInfo zone)
    {
        var facts = new List<Fact>
        {
            new("Customer", $"{j.Job.Customer}{In(j.Job.City)}"),
            new("Trade", Words.TradeList(j.Job.Trades)),
            new("Stage", j.Job.Stage),
            new("Rep", j.Job.Rep ?? "none"),
            new("Description", Words.Fact("", j.Job.Description).Value),
            new("Updated", Words.Day(j.Job.Updated, zone)),
        };
        if (j.Appointment is { } appointment)
        {
            facts.Insert(4, new Fact("Appointment", Words.Moment(appointment, zone)));
        }

        if (j.Insurance)
        {
            facts.Add(new Fact("Insurance", "yes"));
        }

        if (j.Money is { } money)
        {
            facts.Add(new Fact("Money", $"total {Words.Money(money.Total)}, received {Words.Money(money.Received)}, owed {Words.Money(money.Owed)}"));
        }

        facts.AddRange(j.Notes.Select(n => NoteFact(n, zone)));
        return new FactsPart($"Job {j.Job.Number}", facts);
    }

    private static Fact NoteFact(NoteRow note, TimeZoneInfo zone) => new($"Note, {Words.Day(note.At, zone)}, {note.By}", note.Text);

    private static string In(string? city) => city is { Length: > 0 } ? $" ({city})" : "";

    private static string Label(string text) => text.Length <= 75 ? text : text[..72] + "...";
}
