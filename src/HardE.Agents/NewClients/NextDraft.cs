using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Agents.NewClients;

/// <summary>Takes up the next waiting lead when one is finished.</summary>
internal static class NextDraft
{
    /// <summary>Ends the draft; the next waiting one takes its place.</summary>
    public static void TakeUp(TurnContext turn, NewClientDraft done)
    {
        var name = turn.Mine(NewClientDraft.Document);
        if (done.Waiting.Count == 0)
        {
            turn.State.Remove(name);
            return;
        }

        var next = Fresh(turn) with { Form = done.Waiting[0], Waiting = [.. done.Waiting.Skip(1)] };
        turn.State.Set(name, next with { Asked = Questions.Next(next.Form), HeardIn = turn.TurnId }, NewClientDraft.Lifetime);
    }

    /// <summary>What comes next, as a sentence for the end of a reply; empty when nothing waits.</summary>
    public static string Sentence(NewClientDraft done)
    {
        if (done.Waiting.Count == 0)
        {
            return "";
        }

        var form = done.Waiting[0];
        var slots = Questions.Next(form);
        var ask = slots.Count == 0 ? "It is complete: say \"create\" to see it." : Questions.Ask(form, slots, new Dictionary<string, int>());
        return $"\n\nNext: {form.DisplayName ?? "the one without a name"} ({done.Waiting.Count} waiting). {ask}";
    }

    public static NewClientDraft Fresh(TurnContext turn) => new(Ids.New(turn.Now), 0, NewClientForm.Empty);
}
