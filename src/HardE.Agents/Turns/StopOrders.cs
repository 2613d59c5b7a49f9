using HardE.Agents.State;

namespace HardE.Agents.Turns;

/// <summary>Ends a person's running turns: at once in this process, at the next question to a model on another node.</summary>
public sealed class StopOrders(RunningTurns running, ConversationStore store)
{
    /// <returns>How many turns were told.</returns>
    public async Task<int> StopAsync(TurnRequest stop, CancellationToken ct)
    {
        var marked = await store.StopAsync(stop, ct);
        return Math.Max(marked, running.Stop(stop));
    }

    /// <summary>Asked before each call to a model.</summary>
    /// <exception cref="TurnStoppedException">The person has said stop meanwhile.</exception>
    public async Task CheckAsync(TurnRequest request, CancellationToken ct)
    {
        if (await store.IsStoppingAsync(request, ct))
        {
            throw new TurnStoppedException();
        }
    }
}

/// <summary>The person this turn works for has said stop.</summary>
public sealed class TurnStoppedException() : Exception("The turn was stopped by the person it works for.");
