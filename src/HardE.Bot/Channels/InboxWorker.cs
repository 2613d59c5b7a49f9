using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels;

/// <summary>
/// Runs the turns that wait in the inbox: one at a time in each conversation, many conversations at once. A conversation
/// is worked on by the node that holds its lease.
/// </summary>
internal sealed class InboxWorker(
    InboxQueue queue, InboxSignal signal, ConversationLeases leases, TurnRunner runner, ILogger<InboxWorker> log) : BackgroundService
{
    private const int AtOnce = 64;
    private readonly Dictionary<ConversationKey, bool> active = []; // value: something came while it was worked on
    private readonly Lock gate = new();
    private readonly SemaphoreSlim places = new(AtOnce);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        leases.Hear(signal);
        var leftovers = WatchLeftoversAsync(stoppingToken);
        try
        {
            await foreach (var conversation in signal.ReadAllAsync(stoppingToken))
            {
                if (Begin(conversation))
                {
                    await places.WaitAsync(stoppingToken);
                    _ = WorkAsync(conversation, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await leftovers;
        }
    }

    private async Task WorkAsync(ConversationKey conversation, CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            await AnswerAllAsync(conversation, ct);
        }
        catch (Exception problem) when (problem is ServiceException or LeaseLostException or StateConflictException)
        {
            Log.ConversationPostponed(log, problem, conversation.Conversation);
            signal.LeftBehind();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return; // the inbox keeps it for the next start
        }
        catch (Exception problem) // the border of the worker: one broken conversation must not stop the others
        {
            Log.ConversationFailed(log, problem, conversation.Conversation);
            signal.LeftBehind();
        }
        finally
        {
            places.Release();
            End(conversation);
        }
    }

    /// <returns>False when it is being worked on already; then it is looked at once more afterwards.</returns>
    private bool Begin(ConversationKey conversation)
    {
        lock (gate)
        {
            if (active.TryAdd(conversation, false))
            {
                return true;
            }

            active[conversation] = true;
            return false;
        }
    }

    private void End(ConversationKey conversation)
    {
        lock (gate)
        {
            if (active.Remove(conversation, out var again) && again)
            {
                signal.Set(conversation);
            }
        }
    }

    private async Task AnswerAllAsync(ConversationKey conversation, CancellationToken ct)
    {
        while (await queue.NextAsync(conversation, ct) is { } request)
        {
            if (await leases.HoldAsync(conversation, ct) is not { } lease)
            {
                signal.LeftBehind(); // another node works in this conversation and was called; if it is dead, its lease runs out
                return;
            }

            try
            {
                await runner.RunAsync(request, lease, ct);
            }
            catch (LeaseLostException)
            {
                leases.Forget(conversation);
                throw;
            }

            await queue.DoneAsync(request.Id, ct);
        }
    }

    /// <summary>The safety net under the signal: messages of a former run of this node, or of a node that died.</summary>
    private async Task WatchLeftoversAsync(CancellationToken ct)
    {
        var age = TimeSpan.Zero;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                foreach (var conversation in await queue.WaitingAsync(age, ct))
                {
                    signal.Set(conversation);
                }

                age = LeftoverWatch.Soon;
                await signal.LeftoversAsync(ct);
            }
            catch (ServiceException problem) // the border of a timer tick: the database comes back
            {
                Log.InboxUnavailable(log, problem);
                signal.LeftBehind();
                await Task.Delay(LeftoverWatch.Soon, ct).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
