using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>A note that is ready to be saved: its text with the names in it, and the people it mentions.</summary>
internal sealed record ReadyNote(string Text, IReadOnlyList<CrmUser> Mentions)
{
    public IReadOnlyList<string> Names => [.. Mentions.Select(m => m.Name)];
}

/// <summary>What the two note tools share: length, mentions, delivery, receipt.</summary>
internal sealed class NoteWriting(ICrm crm, Staff staff, CrmWriting writing)
{
    public const int LongestNote = 4000;
    private const int MostMentions = 5;

    public ToolResult? Refusal => writing.Refusal;

    /// <summary>Checks text and people; the text is kept as it was said, with <c>@First Last</c> in front for each person.</summary>
    /// <returns>The note, or what has to be asked first.</returns>
    public async Task<(ReadyNote? Note, ToolResult? Question)> PrepareAsync(string text, IReadOnlyList<string>? mentions, TurnContext turn, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, ToolResult.NeedsInput("What shall the note say?"));
        }

        if (text.Length > LongestNote)
        {
            return (null, ToolResult.NeedsInput($"A note can have {LongestNote:N0} characters; this one has {text.Length:N0}. Please shorten it, or send it as two notes."));
        }

        if (mentions is null or [])
        {
            return (new ReadyNote(text.Trim(), []), null);
        }

        if (mentions.Count > MostMentions)
        {
            return (null, ToolResult.NeedsInput($"A note can mention at most {MostMentions} people."));
        }

        var users = await staff.ListAsync(turn.Tenant, ct);
        var found = mentions.Select(m => Staff.Find(users, m)).ToList();
        if (found.FirstOrDefault(f => f.Problem is not null) is { Problem: { } problem })
        {
            return (null, ToolResult.NeedsInput(problem));
        }

        CrmUser[] people = [.. found.Select(f => f.One!).DistinctBy(u => u.Id.Value)];
        var missing = people.Where(p => !text.Contains($"@{p.Name}", StringComparison.OrdinalIgnoreCase)).Select(p => $"@{p.Name}");
        return (new ReadyNote(string.Join(' ', missing.Append(text.Trim())), people), null);
    }

    public static ToolResult Preview(string where, ReadyNote note, object data) => ToolResult.Preview(
        $"I would add this note to {where}: {Words.Quote(note.Text)}{(note.Mentions.Count == 0 ? "" : $" It mentions {Words.And(note.Names)}.")}",
        data,
        new FactsPart("New note", [new Fact("On", where), new Fact("Text", note.Text), .. note.Mentions.Count == 0 ? [] : new[] { new Fact("Mentions", Words.And(note.Names)) }]));

    /// <summary>Saves the note and tells the people it mentions.</summary>
    /// <param name="storedIn"><c>job</c> or <c>customer</c>.</param>
    public async Task<ToolResult> SaveAsync(
        TurnContext turn, WriteContext write, CrmId target, string where, string storedIn, ReadyNote note, CancellationToken ct)
    {
        var saved = await crm.AddNoteAsync(turn.Tenant, target, new NoteBody(note.Text, [.. note.Mentions.Select(m => m.Id)]), write, ct);
        if (!saved.Ok)
        {
            return CrmAnswer.Refused(saved.Error!);
        }

        var undelivered = await DeliverAsync(turn, write, target, note, ct);
        var delivered = note.Names.Except(undelivered).ToList();
        var facts = new List<Fact> { new("Before", "no such note"), new("After", note.Text) };
        if (note.Mentions.Count > 0)
        {
            facts.Add(new Fact("Mentions", Words.And(note.Names)));
        }

        var receipt = await writing.ReceiptAsync(
            turn, write, $"Note added to {where}", facts, new UndoPlan("note", saved.Value.Id.Value, $"the note on {where} is removed"), ct);
        var missed = undelivered.Count == 0 ? "" : $" {Words.And(undelivered)} could not be notified; the name stands in the note.";
        return ToolResult.Done(
            $"Done: the note is on {where}: {Words.Quote(note.Text)}{missed}",
            new { note_id = saved.Value.Id.Value, stored_in = storedIn, delivered_mentions = delivered, undelivered },
            receipt);
    }

    /// <summary>By setting: the name in the text is all, or a task for everyone but the author.</summary>
    private async Task<IReadOnlyList<string>> DeliverAsync(TurnContext turn, WriteContext write, CrmId target, ReadyNote note, CancellationToken ct)
    {
        if (writing.MentionDelivery != "task" || target.Kind != CrmKind.Job || !crm.Capabilities.HasFlag(CrmCapabilities.Tasks))
        {
            return [];
        }

        var author = Staff.Of(note.Mentions, turn.Speaker);
        var others = note.Mentions.Where(m => m.Id != author?.Id).ToList();
        if (others.Count == 0)
        {
            return [];
        }

        var job = await crm.GetJobAsync(turn.Tenant, target, ct);
        var task = new NewTask($"Note mentions you: {(job.Ok ? job.Value.Value.Number : target.Value)}", [.. others.Select(o => o.Id)], target, note.Text, null);
        var made = await crm.CreateTaskAsync(turn.Tenant, task, write with { IdempotencyKey = write.IdempotencyKey + ":task" }, ct);
        return made.Ok ? [] : [.. others.Select(o => o.Name)];
    }
}
