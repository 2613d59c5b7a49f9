using System.Collections.Concurrent;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HardE.Agents.State;

/// <summary>
/// Sends what the outbox holds: in order for each destination, as many destinations at a time as wait, again and again
/// until the channel takes it or refuses it for good.
/// </summary>
public sealed class OutboxSender(
    OutboxQueue queue, OutboxSignal signal, IEnumerable<IChannel> channels, TimeProvider clock, ILogger<OutboxSender> log)
    : BackgroundService
{
    private const int MostAttempts = 12;
    private readonly Dictionary<string, IChannel> byName = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> active = new();
    private readonly ConcurrentDictionary<string, bool> again = new(); // became due while it was being sent to

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var destination in await queue.DueDestinationsAsync([.. byName.Keys], stoppingToken))
                {
                    Begin(destination, stoppingToken);
                }

                await signal.WaitAsync(LeftoverWatch.Seldom, stoppingToken);
            }
            catch (ServiceException problem) // the border of a timer tick: the database comes back
            {
                Log.OutboxUnavailable(log, problem);
                await Task.Delay(LeftoverWatch.Soon, clock, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(active.Values.Select(a => a.Task));
    }

    private void Begin(string destination, CancellationToken ct)
    {
        again[destination] = true; // said before looking: whoever ends meanwhile sees it
        var done = new TaskCompletionSource();
        if (active.TryAdd(destination, done))
        {
            again.TryRemove(destination, out _);
            _ = SendAllAsync(destination, done, ct);
        }
    }

    private async Task SendAllAsync(string destination, TaskCompletionSource done, CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            if (!await queue.OwnAsync(destination, ct))
            {
                _ = WakeAfterAsync(LeftoverWatch.Soon, ct); // another node sends there and was called; if it is dead, its lease runs out
                return;
            }

            while (await queue.NextAsync(destination, ct) is { } row && await SendAsync(row, ct))
            {
            }
        }
        catch (ServiceException problem)
        {
            Log.OutboxUnavailable(log, problem);
            _ = WakeAfterAsync(LeftoverWatch.Soon, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return; // stays in the outbox for the next start
        }
        finally
        {
            active.TryRemove(destination, out _);
            done.SetResult();
            if (again.TryRemove(destination, out _))
            {
                signal.Set();
            }
        }
    }

    /// <returns>True when the destination can go on with its next message.</returns>
    private async Task<bool> SendAsync(OutboxRow row, CancellationToken ct)
    {
        var channel = byName[row.Message.To.Channel];
        try
        {
            var platformId = await channel.SendAsync(row.Message, ct);
            await queue.SentAsync(row, platformId, ct);
            return true;
        }
        catch (ServiceException problem) when (problem.Failure == Failure.Transient && (problem.RetryAfter is not null || row.Attempts + 1 < MostAttempts))
        {
            Log.SendFailed(log, problem, row.Message.Id, channel.Name, row.Attempts + 1, problem.Failure.ToString());
            // Being told to wait is no failed attempt: a long storm of 429 must not use the message up.
            var pause = problem.RetryAfter ?? Backoff(row.Attempts);
            await queue.RetryAsync(row, pause, counts: problem.RetryAfter is null, ct);
            _ = WakeAfterAsync(pause, ct);
            return false;
        }
        catch (Exception problem) when (problem is not OperationCanceledException) // the border between a channel and the queue
        {
            Log.SendFailed(log, problem, row.Message.Id, channel.Name, row.Attempts + 1, problem.GetType().Name);
            await queue.FailedAsync(row, problem.Message, ct);
            return true;
        }
    }

    private async Task WakeAfterAsync(TimeSpan pause, CancellationToken ct)
    {
        await Task.Delay(pause, clock, ct).ContinueWith(_ => { }, TaskScheduler.Default);
        signal.Set();
    }

    private static TimeSpan Backoff(long attempts) =>
        TimeSpan.FromMilliseconds(Math.Min(60_000, 500 * Math.Pow(2, attempts)) * (0.8 + (0.4 * Random.Shared.NextDouble())));
}
