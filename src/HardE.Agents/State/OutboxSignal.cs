namespace HardE.Agents.State;

/// <summary>Wakes the sender of this process: a signal, not a poll.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim pending = new(0, 1);

    public void Set()
    {
        try
        {
            pending.Release();
        }
        catch (SemaphoreFullException)
        {
            return; // it is awake already
        }
    }

    /// <returns>When set, or after the longest wait.</returns>
    public Task WaitAsync(TimeSpan longest, CancellationToken ct) => pending.WaitAsync(longest, ct);

    public void Dispose() => pending.Dispose();
}
