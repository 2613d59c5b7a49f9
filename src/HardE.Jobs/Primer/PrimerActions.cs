using Dapper;

namespace HardE.Jobs.Primer;

/// <summary>What people do to runs: each act names its actor and reason, which the run's history keeps.</summary>
public sealed class PrimerActions
{
    private static readonly PrimerState[] Open =
        [PrimerState.Queued, PrimerState.Running, PrimerState.Retrying, PrimerState.Asking, PrimerState.Held];

    private readonly PrimerStore store;
    private readonly PrimerSchedule schedule;
    private readonly TimeProvider clock;

    internal PrimerActions(PrimerStore store, PrimerSchedule schedule, TimeProvider clock) =>
        (this.store, this.schedule, this.clock) = (store, schedule, clock);

    /// <summary>Stops a run: files are removed, the askers are told. Once the homeowner has the mail it is too late.</summary>
    /// <returns>False when it is over.</returns>
    public Task<bool> CancelAsync(string tenant, string id, string actor, string? reason, CancellationToken ct) => ActAsync(
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
        new DynamicParameters(new { actor }),
        (actor, "cancelled", reason),
        ct);

    /// <summary>Keeps the film from the homeowner until somebody lets it go; works until the mail is out.</summary>
    public Task<bool> HoldAsync(string tenant, string id, string actor, string? reason, CancellationToken ct) => store.ActAsync(
        tenant, id, "hold = 1", [PrimerState.Queued, PrimerState.Running, PrimerState.Retrying, PrimerState.Asking], new DynamicParameters(), (actor, "held", reason), ct);

    /// <summary>Lets a held film go to the homeowner.</summary>
    public Task<bool> ReleaseAsync(string tenant, string id, string actor, string? reason, CancellationToken ct) => ActAsync(
        tenant,
        id,
        "hold = 0, state = 'queued', reason = NULL, attempts = 0, due_at = @now, deadline_at = @deadline",
        [PrimerState.Held],
        new DynamicParameters(new { deadline = store.Deadline }),
        (actor, "released", reason),
        ct);

    /// <summary>Tries a failed or cancelled run again, from its beginning: its files are gone.</summary>
    public Task<bool> AgainAsync(string tenant, string id, string actor, string reason, CancellationToken ct) => ActAsync(
        tenant,
        id,
        """
        state = 'queued', steps_done = 0, work = '{}', ends_as = NULL, cancelled_by = NULL, ended_at = NULL, reason = NULL, attempts = 0,
        due_at = @now, deadline_at = @deadline
        """,
        [PrimerState.Failed, PrimerState.Cancelled],
        new DynamicParameters(new { deadline = store.Deadline }),
        (actor, "again", reason),
        ct);

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
