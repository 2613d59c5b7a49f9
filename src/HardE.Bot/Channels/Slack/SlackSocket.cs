using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// Socket Mode: two connections, opened ten seconds apart so that Slack never renews both at once. A renewed one is
/// opened before the old one is given up, and the old one is read on for five seconds: no event falls between.
/// </summary>
internal sealed class SlackSocket(
    SlackSocketFrames frames, SlackApi api, IOptions<SlackOptions> options, TimeProvider clock, ILogger<SlackSocket> log)
    : BackgroundService
{
    private const int Connections = 2;
    private static readonly TimeSpan Stagger = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private int open;

    /// <summary>Connections that are ready now.</summary>
    public int Open => Volatile.Read(ref open);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value is { IsOn: true, Mode: SlackMode.Socket }
            ? Task.WhenAll(Enumerable.Range(1, Connections).Select(number => KeepAsync(number, stoppingToken)))
            : Task.CompletedTask;

    private async Task KeepAsync(int number, CancellationToken ct)
    {
        var reading = new List<Task>(); // the connection in use, and for some seconds the one it replaces
        try
        {
            await Task.Delay((number - 1) * Stagger, clock, ct);
            while (await ConnectAsync(number, ct) is { } link)
            {
                var renewal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await Task.WhenAll(reading.Where(r => r.IsCompleted));
                reading.RemoveAll(r => r.IsCompleted);
                reading.Add(ReadAsync(number, link, renewal, ct));
                await renewal.Task.WaitAsync(ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await Task.WhenAll(reading);
        }
    }

    /// <summary>Reads a connection to its end. <paramref name="renewal"/> is set when the next one is due.</summary>
    private async Task ReadAsync(int number, SlackLink link, TaskCompletionSource renewal, CancellationToken ct)
    {
        Interlocked.Increment(ref open);
        SlackLog.SocketOpen(log, number);
        using var drained = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reason = "cut";
        try
        {
            while (await link.ReceiveAsync(drained.Token) is { } frame)
            {
                if (frame.Type == "disconnect")
                {
                    reason = SlackErrors.Redact(frame.Reason);
                    drained.CancelAfter(Drain);
                    renewal.TrySetResult();
                    continue;
                }

                await frames.TakeAsync(link, frame, ct);
            }
        }
        catch (OperationCanceledException) when (drained.IsCancellationRequested)
        {
            reason = ct.IsCancellationRequested ? "stopping" : reason;
        }
        finally
        {
            Interlocked.Decrement(ref open);
            SlackLog.SocketEnds(log, number, reason);
            await link.DisposeAsync();
            renewal.TrySetResult();
        }
    }

    /// <returns>A connection that has said hello; null when this token will never get one.</returns>
    private async Task<SlackLink?> ConnectAsync(int number, CancellationToken ct)
    {
        for (var failures = 0; ; failures++)
        {
            var link = new SlackLink();
            try
            {
                var answer = await api.WriteAsync(options.Value.AppToken, "apps.connections.open", new { }, ct);
                if (SlackErrors.IsDeadToken(answer.Error))
                {
                    SlackLog.DeadToken(log, answer.Error);
                    await link.DisposeAsync();
                    return null;
                }

                using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
                patience.CancelAfter(HelloTimeout);
                await link.OpenAsync(AddressOf(answer.OrThrow()), patience.Token);
                return link;
            }
            catch (ServiceException problem)
            {
                await link.DisposeAsync();
                ct.ThrowIfCancellationRequested();
                var pause = PauseAfter(failures, problem.RetryAfter);
                SlackLog.NotConnected(log, SlackErrors.Redact($"socket {number}: {problem.Message}"), pause.TotalSeconds);
                await Task.Delay(pause, clock, ct);
            }
        }
    }

    private static Uri AddressOf(SlackAnswer answer) =>
        Uri.TryCreate(answer.Text("url"), UriKind.Absolute, out var address) && SlackOptions.IsSafe(address)
            ? address
            : throw new ServiceException("Slack", Failure.BadReply, "apps.connections.open gave no wss address");

    /// <summary>1 s, doubled each time up to a minute, less up to a half by chance; never before Slack allows it.</summary>
    private static TimeSpan PauseAfter(int failures, TimeSpan? asked)
    {
        var most = Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(failures, 10)));
        var mine = TimeSpan.FromSeconds(most * (0.5 + (Random.Shared.NextDouble() / 2)));
        return asked > mine ? asked.Value : mine;
    }
}
