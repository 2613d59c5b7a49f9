namespace HardE.Agents.State;

/// <summary>
/// When to look for what signals missed: seldom while all goes well, soon after something had to be left undone (another
/// node was at it, the database was away).
/// </summary>
public sealed class LeftoverWatch(TimeProvider clock) : IDisposable
{
    /// <summary>The safety net under the signals.</summary>
    public static readonly TimeSpan Seldom = TimeSpan.FromSeconds(10);

    /// <summary>How long something that was left undone rests.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim left = new(0, 1);

    /// <summary>Something was left undone.</summary>
    public void LeftBehind()
    {
        try
        {
            left.Release();
        }
        catch (SemaphoreFullException)
        {
            return; // known already
        }
    }

    /// <summary>Returns when it is time to look again.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        using var night = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var seldom = Task.Delay(Seldom, clock, night.Token);
        var undone = left.WaitAsync(night.Token);
        var first = await Task.WhenAny(seldom, undone);
        var hurry = first == undone && !ct.IsCancellationRequested;
        await night.CancelAsync();
        await Task.WhenAll(seldom, undone).ContinueWith(_ => { }, TaskScheduler.Default);
        ct.ThrowIfCancellationRequested();
        if (hurry)
        {
            await Task.Delay(Soon, clock, ct);
        }
    }

    public void Dispose() => left.Dispose();
}
