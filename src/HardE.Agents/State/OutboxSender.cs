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
    private static readonly TimeSpan SlowPoll = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, IChannel> byName = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> active = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var destination in await queue.DueDestinationsAsync([.. byName.Keys], stoppingToken))
                {
                    if (!active.ContainsKey(destination))
                    {
                        active[destination] = SendAllAsync(destination, stoppingToken);
                    }
                }

                await signal.WaitAsync(SlowPoll, stoppingToken);
            }
            catch (ServiceException problem) // the border of a timer tick: the database comes back
            {
                Log.OutboxUnavailable(log, problem);
                await Task.Delay(SlowPoll, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(active.Values);
    }

    private async Task SendAllAsync(string destination, CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            if (!await queue.OwnAsync(destination, ct))
            {
                return; // another node sends there
            }

            while (await queue.NextAsync(destination, ct) is { } row && await SendAsync(row, ct))
            {
            }
        }
        catch (ServiceException problem)
        {
            Log.OutboxUnavailable(log, problem);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return; // stays in the outbox for the next start
        }
        finally
        {
            active.TryRemove(destination, out _);
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
            await queue.RetryAsync(row, problem.RetryAfter ?? Backoff(row.Attempts), counts: problem.RetryAfter is null, ct);
            return false;
        }
        catch (Exception problem) when (problem is not OperationCanceledException) // the border between a channel and the queue
        {
            Log.SendFailed(log, problem, row.Message.Id, channel.Name, row.Attempts + 1, problem.GetType().Name);
            await queue.FailedAsync(row, problem.Message, ct);
            return true;
        }
    }

    private static TimeSpan Backoff(long attempts) =>
        TimeSpan.FromMilliseconds(Math.Min(60_000, 500 * Math.Pow(2, attempts)) * (0.8 + (0.4 * Random.Shared.NextDouble())));
}
