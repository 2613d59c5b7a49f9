using HardE.Agents.Crm;
using HardE.Agents.NewClients.Reading;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients;

/// <summary>
/// The intake agent without a model: reads every message into the draft, asks for what is doubtful and then for what is
/// missing, looks for duplicates, and shows the record for a yes.
/// </summary>
internal sealed class NewClientRules(Intake intake) : IAgentRules
{
    public string Agent => "new_clients_agent";

    public bool Takes(StandingOrder order) => order == StandingOrder.StartOver;

    public async ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct)
    {
        if ((turn.ResultOf("submit_new_customer") ?? turn.ResultOf("show_new_customer")) is { } done)
        {
            return Say(done.Next is { } next ? $"{done.Summary} {next}" : done.Summary, done.Parts);
        }

        var draft = turn.State.Get<NewClientDraft>(turn.Mine(NewClientDraft.Document));
        if (draft?.HeardIn == turn.TurnId)
        {
            return AfterSearch(turn, draft);
        }

        if (turn.Request.Fields is { Count: > 0 } fields)
        {
            return await HearFieldsAsync(turn, draft ?? NextDraft.Fresh(turn), fields, ct);
        }

        return await CommandAsync(turn, draft, ct) ?? (draft is not null && IsForOthers(turn, draft)
            ? new Decision.HandOver("triage_agent")
            : await HearAsync(turn, draft ?? NextDraft.Fresh(turn), LeadSplitter.Split(turn.TurnId, turn.Text), ct));
    }

    private static bool IsForOthers(TurnContext turn, NewClientDraft draft) =>
        Commands.IsDigression(turn.Text) || (draft.IsParked && !Commands.OpensNewLead(turn.Text) && !turn.Text.Any(char.IsAsciiDigit));

    /// <returns>The next step of a command about the draft; null when the message is none.</returns>
    private async Task<Decision?> CommandAsync(TurnContext turn, NewClientDraft? draft, CancellationToken ct)
    {
        var (command, end) = Commands.Read(turn.Text);
        var rest = turn.Text[end..].Trim();
        switch (command)
        {
            case DraftCommand.StartOver:
                var reads = rest.Length > 3 ? LeadSplitter.Split(turn.TurnId, rest) : [];
                return await HearAsync(turn, NextDraft.Fresh(turn), reads, ct);
            case DraftCommand.Cancel when draft is not null:
                NextDraft.TakeUp(turn, draft);
                return Say($"All right, the draft{(draft.Form.DisplayName is { } who ? $" for {who}" : "")} is gone; nothing was created.{NextDraft.Sentence(draft)}");
            case DraftCommand.Save when draft is not null:
                var (kept, _) = intake.Hear(turn, draft, new Said(turn.TurnId, turn.Text), await intake.UsersAsync(turn, ct));
                Save(turn, kept with { IsParked = true, HeardIn = turn.TurnId });
                return Say($"Saved as a draft{(draft.Form.DisplayName is { } name ? $" for {name}" : "")}. It stays for seven days; say \"continue\" or just send the next detail.");
            case DraftCommand.Show when draft is not null:
                return Decision.Tool("show_new_customer", new { });
            case DraftCommand.Create or DraftCommand.CreateAnyway or DraftCommand.Continue when draft is not null:
                var known = draft.IsKnownToBeNew || command == DraftCommand.CreateAnyway;
                return await HearAsync(turn, draft with { IsKnownToBeNew = known, IsParked = false }, [], ct);
            default:
                return null;
        }
    }

    private async Task<Decision> HearAsync(TurnContext turn, NewClientDraft draft, IReadOnlyList<Said> leads, CancellationToken ct)
    {
        var users = await intake.UsersAsync(turn, ct);
        if (leads.Count > 1)
        {
            return Several(turn, draft, intake.HearAll(turn, leads, users));
        }

        var (before, heard) = (draft, (IReadOnlyList<Finding>)[]);
        if (leads.Count == 1)
        {
            (draft, heard) = Interrupted(turn, draft, leads[0], users) ?? intake.Hear(turn, draft, leads[0], users);
        }

        var understood = heard.Count > 0 || leads.Count == 0 || before.Form.IsEmpty;
        return understood ? Heard(turn, draft, before, heard, users) : NotHeard(turn, draft, before);
    }

    /// <summary>A form that was filled in says what a message would say, field by field.</summary>
    private async Task<Decision> HearFieldsAsync(TurnContext turn, NewClientDraft draft, IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        var users = await intake.UsersAsync(turn, ct);
        var (form, heard) = NewClientFields.Apply(draft.Form, fields, turn, intake.Context(turn, draft, users));
        return Heard(turn, draft.With(form), draft, heard, users);
    }

    private static Decision NotHeard(TurnContext turn, NewClientDraft draft, NewClientDraft before)
    {
        draft = Asking(draft, before) with { HeardIn = turn.TurnId };
        Save(turn, draft);
        return new Decision.Unsure(NotUnderstood(draft));
    }

    private Decision Heard(TurnContext turn, NewClientDraft draft, NewClientDraft before, IReadOnlyList<Finding> heard, IReadOnlyList<CrmUser> users)
    {
        draft = Asking(draft, before) with { HeardIn = turn.TurnId };
        Save(turn, draft);
        var who = Identity.Of(draft.Form);
        return who.IsEnough && who.Key != draft.SearchedFor && !draft.IsKnownToBeNew
            ? Decision.Tool("find_duplicates", new { })
            : Next(turn, draft, Echo.Of(heard, draft.Form, users, turn.Request.SharedRoom), null);
    }

    /// <summary>A new lead with another name while one is open: the open one waits.</summary>
    private (NewClientDraft, IReadOnlyList<Finding>)? Interrupted(TurnContext turn, NewClientDraft draft, Said lead, IReadOnlyList<CrmUser> users)
    {
        if (draft.Form.DisplayName is not { } name || !Commands.OpensNewLead(turn.Text))
        {
            return null;
        }

        var (fresh, heard) = intake.Hear(turn, NextDraft.Fresh(turn), new Said(lead.Message, lead.Original), users);
        var other = fresh.Form.DisplayName is { } newName && newName != name && fresh.Form.Has(Slots.LastName);
        return other ? (fresh with { Waiting = [draft.Form, .. draft.Waiting] }, heard) : null;
    }

    private Decision AfterSearch(TurnContext turn, NewClientDraft draft)
    {
        var found = turn.ResultOf("find_duplicates");
        var searched = draft with { SearchedFor = Identity.Of(draft.Form).Key };
        Save(turn, searched);
        var echo = Echo.Of(draft.Form, turn.TurnId, turn.Request.SharedRoom);
        var best = found?.DataAs<FindDuplicatesTool.Output>();
        if (best is { Best: >= Duplicates.Stop })
        {
            return Existing(draft, best.Found[0], echo, found!.Parts);
        }

        var mention = best is { Best: >= Duplicates.Mention } ? $"By the way, {FindDuplicatesTool.Line(best.Found[0])} looks alike." : null;
        return Next(turn, searched, echo, mention);
    }

    private Decision Existing(NewClientDraft draft, Duplicate hit, string echo, IReadOnlyList<ReplyPart> parts)
    {
        var trades = draft.Form.List(Slots.Trades);
        var order = $"create a {(trades.Count > 0 ? Words.TradeList(trades) + " " : "")}job for @customer:{hit.CustomerId}{(draft.Form.Text(Slots.JobDescription) is { } text ? $": {text}" : "")}";
        var buttons = new ButtonsPart([new ReplyButton("Add a job to them", $"say:{order}", ButtonStyle.Primary), new ReplyButton("It is someone else", "say:create anyway")]);
        return Say($"{echo}This looks like a customer we have: {FindDuplicatesTool.Line(hit)}. Shall I add a job to them (say \"{order}\"), or is it someone else (say \"create anyway\")?", [.. parts, buttons]);
    }

    private Decision Next(TurnContext turn, NewClientDraft draft, string echo, string? mention)
    {
        if (draft.Asked.Count == 0 && draft.Form.IsComplete)
        {
            return Decision.Tool("submit_new_customer", new { draft_id = draft.Id, revision = draft.Revision, confirm = false });
        }

        var opening = draft.Form.IsEmpty ? "Happy to set up a new customer. " : echo;
        var question = Questions.Ask(draft.Form, draft.Asked, draft.TimesAsked);
        var language = OtherLanguage.Note(turn.Text) is { } note ? $"{note} " : "";
        return Say($"{language}{opening}{(mention is null ? "" : mention + " ")}{question}");
    }

    /// <summary>A verdict for each lead of a paste; the first is taken up, the others wait.</summary>
    private Decision Several(TurnContext turn, NewClientDraft draft, IReadOnlyList<NewClientForm> forms)
    {
        var open = draft.Form.IsEmpty ? [] : (IReadOnlyList<NewClientForm>)[draft.Form, .. draft.Waiting];
        var first = Asking(NextDraft.Fresh(turn) with { Form = forms[0], Waiting = [.. forms.Skip(1), .. open] }, draft) with { HeardIn = turn.TurnId };
        Save(turn, first);
        var table = new TablePart("Leads", ["#", "Name", "Work", "Verdict"], [.. forms.Select((f, i) => Row(i + 1, f))]);
        var complete = forms.Count(f => f.IsComplete);
        var ask = first.Asked.Count == 0 ? "It is complete: say \"create\" to see it." : Questions.Ask(first.Form, first.Asked, first.TimesAsked);
        return Say($"I read {Words.Count(forms.Count, "lead")}: {complete} complete, {forms.Count - complete} with something open. We go through them one after another. First {forms[0].DisplayName ?? "number 1"}. {ask}", [table]);
    }

    private static IReadOnlyList<string> Row(int number, NewClientForm form)
    {
        var verdict = form.IsComplete ? "complete"
            : string.Join("; ", new[]
            {
                form.Problems.Count > 0 ? $"check {string.Join(", ", form.Problems.Select(Slots.Label))}" : null,
                form.Missing.Count > 0 ? $"missing {string.Join(", ", form.Missing.Select(Slots.Label))}" : null,
            }.OfType<string>());
        return [$"{number}", form.DisplayName ?? "?", Words.TradeList(form.List(Slots.Trades)), verdict];
    }

    private static string NotUnderstood(NewClientDraft draft)
    {
        var ask = draft.Asked.Count == 0 ? "The draft is complete: say \"create\", or tell me what to change." : Questions.Ask(draft.Form, draft.Asked, draft.TimesAsked);
        return $"I could not find anything for the new customer in that. {ask} (\"show\", \"save as draft\" and \"cancel\" always work.)";
    }

    /// <summary>What to ask next, and how often each was asked in vain.</summary>
    private static NewClientDraft Asking(NewClientDraft draft, NewClientDraft before)
    {
        var asked = Questions.Next(draft.Form);
        var extra = asked is [Slots.InsuranceClaim] && draft.TimesAsked.ContainsKey(Slots.InsuranceClaim);
        asked = extra ? [] : asked;
        var times = asked.ToDictionary(s => s, s => before.TimesAsked.GetValueOrDefault(s) + 1, StringComparer.Ordinal);
        foreach (var (slot, n) in before.TimesAsked.Where(p => !times.ContainsKey(p.Key)))
        {
            times[slot] = n;
        }

        return draft with { Asked = asked, TimesAsked = times };
    }

    private static void Save(TurnContext turn, NewClientDraft draft) =>
        turn.State.Set(turn.Mine(NewClientDraft.Document), draft, NewClientDraft.Lifetime);

    private Decision Say(string text, IReadOnlyList<ReplyPart>? parts = null) => Decision.Say(new TurnReply(Agent, text) { Parts = parts ?? [] });
}
