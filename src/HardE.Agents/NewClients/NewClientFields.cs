using HardE.Agents.NewClients.Reading;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients;

/// <summary>
/// The new customer as a form to fill in: which fields it has, what stands in them, and whether what was typed can be
/// used. The same readers decide as for sentences, so a form lets nothing through that a message would not.
/// </summary>
public sealed class NewClientFields
{
    private static readonly HashSet<string> Plain =
    [
        Slots.FirstName, Slots.LastName, Slots.CompanyName, Slots.Phone, Slots.Email, Slots.Street, Slots.City, Slots.State, Slots.Zip,
        Slots.Trades, Slots.JobDescription, Slots.Notes,
    ];

    private readonly Intake intake;
    private readonly TimeProvider clock;

    internal NewClientFields(Intake intake, TimeProvider clock) => (this.intake, this.clock) = (intake, clock);

    /// <summary>The fields, by slot, in the order people fill them in.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        Slots.FirstName, Slots.LastName, Slots.CompanyName, Slots.Phone, Slots.Email, Slots.Street, Slots.City, Slots.State, Slots.Zip,
        Slots.Trades, Slots.JobDescription, Slots.LeadSource, Slots.SalesRep, Slots.AppointmentPref, Slots.Notes,
    ];

    /// <summary>Small print under a field; null for fields that explain themselves.</summary>
    public static string? HintOf(string slot) => slot switch
    {
        Slots.CompanyName => "For commercial customers only.",
        Slots.Trades => "For example: roofing and gutters.",
        Slots.LeadSource => "For example: Google, or: sent by Mike Brown.",
        Slots.AppointmentPref => "For example: next Tuesday afternoon, or: call first.",
        Slots.Email => "If they have none, write: no e-mail.",
        _ => null,
    };

    /// <summary>What stands in the fields of a form.</summary>
    public static IReadOnlyDictionary<string, string> Values(NewClientForm form) =>
        Names.Where(form.Has).ToDictionary(slot => slot, slot => ValueOf(form, slot), StringComparer.Ordinal);

    /// <summary>What a message says, as the fields would hold it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string tenant, string text, CancellationToken ct)
    {
        var turn = Turn(tenant, text);
        var users = await intake.UsersAsync(turn, ct);
        return Values(intake.Hear(turn, NextDraft.Fresh(turn), new Said(turn.TurnId, text), users).Draft.Form);
    }

    /// <summary>Checks what was typed.</summary>
    /// <returns>What is wrong, by slot; empty when all of it can be used.</returns>
    /// <exception cref="Services.ServiceException">The CRM cannot be asked for its people.</exception>
    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(string tenant, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        var turn = Turn(tenant, "");
        var context = intake.Context(turn, NextDraft.Fresh(turn), await intake.UsersAsync(turn, ct));
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (slot, text) in values.Where(v => v.Value.Trim().Length > 0 && Names.Contains(v.Key)))
        {
            var found = Read(slot, text, turn.TurnId, 0, context);
            if (found.Count == 0)
            {
                problems[slot] = $"I cannot read this as the {Slots.Label(slot)}.{(HintOf(slot) is { } hint ? $" {hint}" : "")}";
            }
            else if (found[0] is { State: SlotState.Invalid } wrong)
            {
                problems[slot] = wrong.Reason ?? $"This is no valid {Slots.Label(slot)}.";
            }
        }

        return problems;
    }

    /// <summary>The form after what was typed; fields that were left as they are change nothing, emptied ones are emptied.</summary>
    internal static (NewClientForm Form, IReadOnlyList<Finding> Heard) Apply(
        NewClientForm form, IReadOnlyDictionary<string, string> values, TurnContext turn, ReadingContext context)
    {
        var now = Values(form);
        var heard = new List<Finding>();
        foreach (var slot in Names.Where(values.ContainsKey))
        {
            var text = values[slot].Trim();
            if (text == now.GetValueOrDefault(slot, ""))
            {
                continue;
            }

            form = form.Without(slot);
            if (text.Length > 0)
            {
                heard.AddRange(Read(slot, text, turn.TurnId, Math.Max(0, turn.Text.IndexOf(text, StringComparison.Ordinal)), context with { Form = form }));
            }
        }

        return (FormMerge.Apply(form, heard, correction: true), heard);
    }

    private static IReadOnlyList<Finding> Read(string slot, string text, string message, int at, ReadingContext context)
    {
        var span = new WordSpan(message, at, text);
        if (slot == Slots.Trades)
        {
            var trades = TradeReader.Find(new Said(message, text), context with { Asked = [slot] });
            return [.. trades.Where(f => f.Slot == slot).Select(f => f with { Words = span, Merge = Merge.Add })];
        }

        if (SlotParser.Parse(slot, text, span, context) is not { } found)
        {
            return [];
        }

        return slot == Slots.CompanyName && found.State == SlotState.Filled ? [found, Finding.Of(Slots.CustomerType, "commercial", span)] : [found];
    }

    private static string ValueOf(NewClientForm form, string slot)
    {
        var value = form[slot];
        return value is { State: SlotState.Filled, Source: not SlotSource.Default } && Plain.Contains(slot)
            ? FormFacts.Value(form, slot, [], masked: false)
            : value.Said?.Words ?? "";
    }

    private TurnContext Turn(string tenant, string text) => new(
        new TurnRequest(tenant, "form", new Speaker("", "", Roles.Rep), text, new ReplyAddress("form", "", ""), clock.GetUtcNow()) { Id = Ids.New(clock.GetUtcNow()) },
        new StateBag(new Dictionary<string, StoredDocument>()), []);
}
