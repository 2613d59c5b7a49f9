using Dapper;

namespace HardE.Jobs.Primer;

/// <summary>What people do to runs: each act names its actor and reason, which the run's history keeps.</summary>
public sealed class PrimerActions
{
    /// <summary>For an act that does not depend on what somebody saw.</summary>
    public const long AnyVersion = -1;

    private static readonly PrimerState[] Open =
        [PrimerState.Queued, PrimerState.Running, PrimerState.Retrying, PrimerState.Asking, PrimerState.Held];

    private readonly PrimerStore store;
    private readonly PrimerSchedule schedule;
    private readonly PrimerRestart restart;
    private readonly TimeProvider clock;

    internal PrimerActions(PrimerStore store, PrimerSchedule schedule, PrimerRestart restart, TimeProvider clock) =>
        (this.store, this.schedule, this.restart, this.clock) = (store, schedule, restart, clock);

    /// <summary>Stops a run: files are removed, the askers are told. Once the homeowner has the mail it is too late.</summary>
    /// <param name="version">The run's version as the person saw it: on another one nothing is done.</param>
    /// <returns>False when it is over, or changed since.</returns>
    public Task<bool> CancelAsync(string tenant, string id, string actor, string? reason, CancellationToken ct, long version = AnyVersion) => ActAsync(
        tenant,
        id,
        """
        cancelled_by = @actor,
        ends_as = CASE WHEN lease_owner IS NULL THEN 'cancelled' ELSE ends_as END,
        state = CASE WHEN lease_owner IS NULL THEN 'ending' ELSE state END,
        attempts = CASE WHEN lease_owner IS NULL THEN 0 ELSE attempts END,
        due_at = CASE WHEN lease_owner IS NULL THEN @now ELSE due_at END
        """,
        Open,
        new DynamicParameters(new { actor, version }),
        (actor, "cancelled", reason),
        ct);

    /// <summary>Keeps the film from the homeowner until somebody lets it go; works until the mail is out.</summary>
    public Task<bool> HoldAsync(string tenant, string id, string actor, string? reason, CancellationToken ct, long version = AnyVersion) => store.ActAsync(
        tenant,
        id,
        "hold = 1",
        [PrimerState.Queued, PrimerState.Running, PrimerState.Retrying, PrimerState.Asking],
        new DynamicParameters(new { version }),
        (actor, "held", reason),
        ct);

    /// <summary>Lets a held film go to the homeowner.</summary>
    public Task<bool> ReleaseAsync(string tenant, string id, string actor, string? reason, CancellationToken ct, long version = AnyVersion) => ActAsync(
        tenant,
        id,
        "hold = 0, state = 'queued', reason = NULL, attempts = 0, due_at = @now, deadline_at = @deadline",
        [PrimerState.Held],
        new DynamicParameters(new { deadline = store.Deadline, version }),
        (actor, "released", reason),
        ct);

    /// <summary>
    /// Runs a run again from a step, with what the steps before it have made: one that is over, held, or waits for its next
    /// try. The homeowner is never mailed a second time; the same link shows the new film.
    /// </summary>
    /// <param name="step">Name of the step to begin with; where its material is gone, an earlier one.</param>
    /// <returns>The step it really begins with; null when nothing was done, with the reason.</returns>
    /// <exception cref="HardE.Agents.Services.ServiceException">Database or file store cannot be reached.</exception>
    public async Task<(string? Step, string Words)> FromAsync(
        string tenant, string id, string step, string actor, string reason, CancellationToken ct, long version = AnyVersion)
    {
        var wanted = PrimerPipeline.Order.ToList().IndexOf(step);
        if (wanted < 0 || await store.FindAsync(tenant, id, ct) is not { } run || run.Id != id)
        {
            return (null, "There is no such run or step.");
        }

        var (from, work) = await restart.PlanAsync(run, wanted, ct);
        var name = PrimerPipeline.Order[from];
        var other = await store.AgainAsync(run, from, work, (actor, $"again from {name}", reason), version, ct);
        if (other != id)
        {
            return (null, other is null ? "The run has changed; look at it again." : $"Another run makes the same film already: {other}.");
        }

        await schedule.AtAsync(tenant, id, clock.GetUtcNow(), ct);
        return (name, from == wanted ? $"It goes on from step {name.Replace('_', ' ')}." : $"What later steps need is gone, so it begins at step {name.Replace('_', ' ')}.");
    }

    private async Task<bool> ActAsync(
        string tenant, string id, string set, PrimerState[] states, DynamicParameters values, (string Actor, string Act, string? Reason) history, CancellationToken ct)
    {
        var done = await store.ActAsync(tenant, id, set, states, values, history, ct);
        if (done)
        {
            await schedule.AtAsync(tenant, id, clock.GetUtcNow(), ct);
        }

        return done;
    }
}
