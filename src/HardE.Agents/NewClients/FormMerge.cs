using HardE.Agents.NewClients.Reading;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients;

/// <summary>Brings what was read from a message into the form. New explicit words win; nothing is ever erased by silence.</summary>
internal static class FormMerge
{
    private static readonly HashSet<string> Lists = [Slots.Trades, Slots.OtherPhones, Slots.MoreEmails];
    private static readonly HashSet<string> Sentences = [Slots.JobDescription, Slots.Notes];

    public static NewClientForm Apply(NewClientForm form, IReadOnlyList<Finding> findings, bool correction)
    {
        foreach (var finding in findings)
        {
            form = finding.Slot switch
            {
                Slots.Email => Email(form, finding, correction, findings),
                _ when Lists.Contains(finding.Slot) => List(form, finding),
                _ when Sentences.Contains(finding.Slot) => Sentence(form, finding),
                _ => Single(form, finding, correction),
            };
        }

        return form;
    }

    private static NewClientForm Single(NewClientForm form, Finding finding, bool correction)
    {
        var now = form[finding.Slot];
        var open = now.State != SlotState.Filled || now.Source == SlotSource.Default;
        if (finding.Merge == Merge.Fill && !open)
        {
            return form;
        }

        var weaker = finding.State is SlotState.Invalid or SlotState.Declined && now.State == SlotState.Filled && now.Source != SlotSource.Default && !correction;
        if (weaker)
        {
            return form;
        }

        if (finding.Slot == Slots.Street && form.Has(Slots.Unit) && form.Text(Slots.Street) != finding.Text)
        {
            form = form.Without(Slots.Unit);
        }

        return form.With(finding.Slot, Value(finding));
    }

    /// <summary>The first address is the main one; a second one in the same breath is kept beside it.</summary>
    private static NewClientForm Email(NewClientForm form, Finding finding, bool correction, IReadOnlyList<Finding> all)
    {
        var now = form[Slots.Email];
        var second = now.State == SlotState.Filled && finding.Text is { } mail && mail != now.Text
            && (!correction || all.First(f => f.Slot == Slots.Email) != finding);
        return second ? List(form, finding with { Slot = Slots.MoreEmails }) : Single(form, finding, correction);
    }

    private static NewClientForm List(NewClientForm form, Finding finding)
    {
        if (finding.Value is not { } value)
        {
            return form;
        }

        var now = finding.Merge == Merge.Set ? [] : form[finding.Slot].As<List<System.Text.Json.JsonElement>>() ?? [];
        var same = now.FindIndex(e => TurnJson.Write(e) == TurnJson.Write(value));
        if (finding.Merge == Merge.Remove)
        {
            if (same >= 0)
            {
                now.RemoveAt(same);
            }
        }
        else if (same < 0)
        {
            now.Add(value);
        }

        if (now.Count == 0)
        {
            return form.Without(finding.Slot);
        }

        return same >= 0 && finding.Merge == Merge.Add ? form : form.With(finding.Slot, Value(finding) with { Value = TurnJson.Element(now) });
    }

    private static NewClientForm Sentence(NewClientForm form, Finding finding)
    {
        var had = form.Text(finding.Slot);
        var text = finding.Text ?? "";
        var whole = had is null || finding.Merge == Merge.Set ? text : had.Contains(text, StringComparison.OrdinalIgnoreCase) ? had : $"{had}. {text}";
        var most = finding.Slot == Slots.Notes ? 2000 : 1000;
        return form.With(finding.Slot, Value(finding) with { Value = TurnJson.Element(whole.Length > most ? whole[..most] : whole) });
    }

    private static SlotValue Value(Finding finding) => new()
    {
        State = finding.State,
        Source = finding.Source,
        Value = finding.Value,
        Said = finding.Words,
        Reason = finding.Reason,
    };
}
