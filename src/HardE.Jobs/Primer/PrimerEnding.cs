using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.Logging;

namespace HardE.Jobs.Primer;

/// <summary>The ways a run leaves the machine's hands: a question, a film to be looked at, or its end. Somebody is always told.</summary>
internal sealed class PrimerEnding(PrimerLeases leases, PrimerAnswers answers, PrimerCards cards, RunFiles files, ILogger<PrimerEnding> log)
{
    /// <summary>Asks who is meant. The run holds nothing while it waits.</summary>
    public async Task AskAsync(PrimerLease lease, PrimerRun run, string question, CancellationToken ct)
    {
        var asking = run with { State = PrimerState.Asking, Reason = question };
        var round = $"asked:{Round(question)}";
        if (await leases.PutDownAsync(lease, PrimerState.Asking, question, null, new { work = TurnJson.Write(run.Work) }, ", work = @work, attempts = 0", ct))
        {
            await answers.TellAsync(asking, round, PrimerWords.Question(asking), PrimerWords.Buttons(asking), ct);
            await cards.ShowAsync(asking, ct);
        }
    }

    /// <summary>Gives the film to the asker only, and waits for a yes.</summary>
    public async Task HoldAsync(PrimerLease lease, PrimerRun run, string reason, CancellationToken ct)
    {
        var held = run with { State = PrimerState.Held, Reason = reason };
        await answers.TellAsync(held, "held", PrimerWords.Held(held), HeldButtons(held), ct);
        if (await leases.PutDownAsync(lease, PrimerState.Held, reason, null, null, ", hold = 1, attempts = 0", ct))
        {
            await cards.ShowAsync(held, ct);
        }
    }

    /// <summary>Tells the askers, removes every file, and closes the run.</summary>
    /// <param name="lastTry">Close it even when somebody could not be told; it stays visible as failed.</param>
    /// <returns>False when it must be tried again.</returns>
    public async Task<bool> FinishAsync(PrimerLease lease, PrimerRun run, bool lastTry, CancellationToken ct)
    {
        var state = run.EndsAs ?? PrimerState.Failed;
        try
        {
            await files.RemoveAsync(run, film: true, ct);
            await answers.TellAsync(run, PrimerRows.Word(state), PrimerWords.Ended(run), [], ct);
        }
        catch (ServiceException problem) when (!lastTry)
        {
            PrimerLog.EndingFailed(log, problem, run.Id);
            return false;
        }

        await leases.FreeSubjectAsync(run, ct);
        await leases.PutDownAsync(
            lease, state, run.Reason, null, null, ", ended_at = @now", ct);
        await cards.ShowAsync(run with { State = state }, ct);
        return true;
    }

    private static IReadOnlyList<ReplyPart> HeldButtons(PrimerRun run) =>
    [
        new ButtonsPart(
        [
            new ReplyButton("Send it to the homeowner", $"say:Release the primer video {run.Id}", ButtonStyle.Primary),
            new ReplyButton("Cancel", $"say:Cancel the primer video {run.Id}", ButtonStyle.Danger),
        ]),
    ];

    /// <summary>The same question again is asked once; another one is asked anew.</summary>
    private static string Round(string question) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(question)))[..8];
}
