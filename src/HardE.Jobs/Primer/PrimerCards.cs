using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Jobs.Primer;

/// <summary>The living card of a run in the chats it was asked for in: one message that follows the steps.</summary>
internal sealed class PrimerCards(PrimerStore store, PrimerEffects effects, Outbox outbox)
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["read_request"] = "Request read",
        ["find_customer"] = "Customer found",
        ["write_script"] = "Script written",
        ["speak"] = "Spoken",
        ["enhance_voice"] = "Voice refined",
        ["upload"] = "Material ready",
        ["assemble"] = "Film made and checked",
        ["deliver"] = "Link made",
        ["notify"] = "Everyone told",
        ["clean_up"] = "Tidied up",
    };

    /// <summary>Shows where the run stands; the same stand is shown once.</summary>
    public async Task ShowAsync(PrimerRun run, CancellationToken ct)
    {
        foreach (var door in await store.DoorsAsync(run.Tenant, run.Id, ct))
        {
            if (door.Address.Chat is { } place)
            {
                var card = Card(run);
                var stand = $"card:{run.State}:{run.StepsDone}:{run.Round}:{door.Key}".ToLowerInvariant();
                await effects.OnceAsync(run, stand, db => outbox.AddAsync(db, run.Tenant, $"primer:{run.Id}:{stand}", place, card), ct);
                outbox.Wake();
            }
        }
    }

    private static TurnReply Card(PrimerRun run)
    {
        var steps = PrimerPipeline.Order.Select((name, i) => new ProgressStep(Names[name], StateOf(run, i), null)).ToList();
        var text = run.State switch
        {
            PrimerState.Held => $"The primer video for {run.CustomerName} is ready and waits for your yes.",
            PrimerState.Asking => $"The primer video for {run.CustomerName} waits for your answer.",
            PrimerState.Cancelled => $"The primer video for {run.CustomerName} was cancelled.",
            PrimerState.Failed => $"The primer video for {run.CustomerName} could not be made.",
            _ when run.StepsDone >= PrimerPipeline.Order.Count - 1 => $"The primer video for {run.CustomerName} is done.",
            _ => $"Primer video for {run.CustomerName}: step {run.StepsDone + 1} of {PrimerPipeline.Order.Count}.",
        };
        return new TurnReply(PrimerWords.Agent, text)
        {
            Slot = $"primer:{run.Id}",
            Parts = [new ProgressPart($"Primer video for {run.CustomerName}", steps)],
        };
    }

    private static string StateOf(PrimerRun run, int index) =>
        index < run.StepsDone ? "done"
        : run.State is PrimerState.Failed or PrimerState.Cancelled ? (index == run.StepsDone ? "failed" : "skipped")
        : index == run.StepsDone && run.State == PrimerState.Running ? "running" : "waiting";
}
