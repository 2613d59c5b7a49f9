using System.Collections.Concurrent;

namespace HardE.Agents.Turns;

/// <summary>The turns that run in this process, so that a stop reaches them at once. Other nodes learn of it from the turn's row.</summary>
public sealed class RunningTurns
{
    private readonly ConcurrentDictionary<string, RunningTurn> running = new(StringComparer.Ordinal);

    /// <summary>Notes a turn as running until it is disposed.</summary>
    /// <param name="ct">Ends with the process; a stop by the person ends only <see cref="RunningTurn.Token"/>.</param>
    internal RunningTurn Begin(TurnRequest request, CancellationToken ct)
    {
        var turn = new RunningTurn(request, this, ct);
        running[request.Id] = turn;
        return turn;
    }

    internal void End(RunningTurn turn) => running.TryRemove(turn.Request.Id, out _);

    /// <summary>Stops what runs for this person in this conversation.</summary>
    /// <param name="except">The turn that carries the stop.</param>
    /// <returns>How many turns were told.</returns>
    public int Stop(TurnRequest except)
    {
        var theirs = running.Values.Where(t => t.Request.Id != except.Id && t.Request.Tenant == except.Tenant
            && t.Request.Conversation == except.Conversation && t.Request.Speaker.UserId == except.Speaker.UserId).ToList();
        theirs.ForEach(t => t.Stop());
        return theirs.Count;
    }
}

/// <summary>One turn while it runs.</summary>
internal sealed class RunningTurn : IDisposable
{
    private readonly RunningTurns owner;
    private readonly CancellationTokenSource stop;

    public RunningTurn(TurnRequest request, RunningTurns owner, CancellationToken ct)
    {
        Request = request;
        Lifetime = ct;
        this.owner = owner;
        stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
    }

    public TurnRequest Request { get; }

    /// <summary>Ends with the process only: a write that has begun is finished.</summary>
    public CancellationToken Lifetime { get; }

    /// <summary>Ends when the person says stop, or with the process.</summary>
    public CancellationToken Token => stop.Token;

    public bool IsStopped { get; private set; }

    public void Stop()
    {
        IsStopped = true;
        stop.Cancel();
    }

    public void Dispose()
    {
        owner.End(this);
        stop.Dispose();
    }
}
