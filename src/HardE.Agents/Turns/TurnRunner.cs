using HardE.Agents.State;
using Microsoft.Extensions.Logging;

namespace HardE.Agents.Turns;

/// <summary>How one message becomes one answer: open the turn, decide, save everything in one transaction.</summary>
public sealed class TurnRunner(ConversationStore store, TurnAnswers answers, RunningTurns running, TimeProvider clock, ILogger<TurnRunner> log)
{
    private const int MostAttempts = 3;

    /// <summary>Runs the turn, or what is left of it after a restart. When this returns, the reply is stored.</summary>
    /// <exception cref="LeaseLostException">Another node has taken the conversation over; it will answer.</exception>
    public async Task RunAsync(TurnRequest request, Lease lease, CancellationToken ct)
    {
        var record = await store.StartAsync(request, lease, ct);
        if (record.Done)
        {
            return;
        }

        using var turn = running.Begin(request, ct);
        var work = new TurnWork(new TurnContext(Clean(request), new StateBag(record.Documents), record.History), lease, record) { Lifetime = ct, Clock = clock };
        var end = record.Attempts > MostAttempts ? Failed(work, "set aside after several attempts")
            : record.Stopping ? StoppedTurn.End(work)
            : await AnswerAsync(work, turn);
        await store.EndAsync(request, lease, end.Failure is null ? work.Context.State : new StateBag(record.Documents), end, ct);
        Log.TurnDone(log, request.Id, end.Reply.Agent, work.Context.Steps.Count);
    }

    private async Task<TurnEnd> AnswerAsync(TurnWork work, RunningTurn turn)
    {
        try
        {
            return await answers.AnswerAsync(work, turn.Token);
        }
        catch (Exception problem) when (problem is TurnStoppedException || (problem is OperationCanceledException && turn.IsStopped && !turn.Lifetime.IsCancellationRequested))
        {
            return StoppedTurn.End(work);
        }
        catch (Exception problem) when (problem is not (OperationCanceledException or LeaseLostException or Services.ServiceException))
        {
            Log.TurnFailed(log, problem, work.Context.TurnId, work.Record.Attempts);
            return Failed(work, problem.GetType().Name);
        }
    }

    private static TurnEnd Failed(TurnWork work, string reason) => new(
        new TurnReply("triage_agent", $"Something went wrong on my side and I could not finish this. Nothing half-done was saved; please try again. {ToolRunner.Reference(work.Context)}"),
        work.Record.FloorAgent,
        [],
        null)
    {
        Failure = reason,
    };

    /// <summary>A button that says a sentence is that sentence; the stored request stays as it came.</summary>
    private static TurnRequest Clean(TurnRequest request) => request.Press is { } press && press.StartsWith("say:", StringComparison.Ordinal)
        ? request with { Text = press[4..], Press = null }
        : request with { Text = PlainText.Of(request.Text) };
}
