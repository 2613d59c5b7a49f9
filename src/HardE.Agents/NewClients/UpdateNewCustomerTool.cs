using System.ComponentModel;
using HardE.Agents.Crm;
using HardE.Agents.NewClients.Reading;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients;

/// <summary>Puts values a model has read into the draft: each must quote the words of the person it stands in, or it is dropped.</summary>
internal sealed class UpdateNewCustomerTool(Intake intake) : Tool<UpdateNewCustomerTool.Input>
{
    public sealed record Value(
        [property: Description("Slot name, for example last_name, trades, lead_source.")] string Slot,
        [property: Description("The value.")] string Text,
        [property: Description("The person's exact words it was read from.")] string Quote);

    public sealed record Input(IReadOnlyList<Value> Values);

    public override string Name => "update_new_customer";
    public override string Description => "Fill slots of the new customer's draft with values the person said, each with its quote.";
    public override ToolEffect Effect => ToolEffect.Draft;
    public override IReadOnlyList<string> Scopes => [Permissions.CrmWrite];
    public override bool Idempotent => true;

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var name = turn.Mine(NewClientDraft.Document);
        var draft = turn.State.Get<NewClientDraft>(name) ?? NextDraft.Fresh(turn);
        var users = await intake.UsersAsync(turn, ct);
        var dropped = new List<string>();
        var found = new List<Finding>();
        foreach (var value in input.Values)
        {
            var finding = Read(value, turn, intake.Context(turn, draft, users));
            dropped.AddRange(finding is null ? [value.Slot] : []);
            found.AddRange(finding is null ? [] : [finding with { Source = SlotSource.Model }]);
        }

        var form = FormMerge.Apply(draft.Form, found, correction: true);
        draft = (found.Count == 0 ? draft : draft.With(form)) with { Asked = Questions.Next(form) };
        turn.State.Set(name, draft, NewClientDraft.Lifetime);
        var lost = dropped.Count == 0 ? "" : $" Not taken, because the words do not say it: {string.Join(", ", dropped)}.";
        var ask = form.IsComplete ? "The draft is complete." : Questions.Ask(form, draft.Asked, draft.TimesAsked);
        return ToolResult.Done(
            $"{(found.Count == 0 ? "Nothing was changed." : $"Noted: {Words.And(found.Select(f => Slots.Label(f.Slot)).Distinct())}.")}{lost} {ask}",
            new { draft_id = draft.Id, revision = draft.Revision, dropped, missing = form.Missing, problems = form.Problems, complete = form.IsComplete });
    }

    /// <summary>The value as a finding; null when its quote was not said or does not carry it.</summary>
    private static Finding? Read(Value value, TurnContext turn, ReadingContext context)
    {
        var said = turn.History.Where(l => l.Role == "user").Select(l => l.Text).Append(turn.Text)
            .LastOrDefault(t => value.Quote.Trim().Length > 0 && t.Contains(value.Quote.Trim(), StringComparison.OrdinalIgnoreCase));
        if (said is null || !Slots.All.Contains(value.Slot))
        {
            return null;
        }

        var at = said.IndexOf(value.Quote.Trim(), StringComparison.OrdinalIgnoreCase);
        var span = new WordSpan(turn.TurnId, at, said.Substring(at, value.Quote.Trim().Length));
        var fromQuote = SlotParser.Parse(value.Slot, span.Words, span, context);
        var free = value.Slot is Slots.FirstName or Slots.LastName or Slots.City or Slots.CompanyName or Slots.SecondContact or Slots.JobDescription or Slots.Notes;
        return !free ? fromQuote
            : Carries(span.Words, value.Text) ? SlotParser.Parse(value.Slot, value.Text, span, context)
            : null;
    }

    private static bool Carries(string quote, string value) =>
        Folding.Words(value) is { Count: > 0 } words && words.All(Folding.Words(quote).Contains);
}
