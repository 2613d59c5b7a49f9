using System.Collections.Concurrent;
using HardE.Agents.Services;
using HardE.Agents.State;

namespace HardE.Bot.Channels;

/// <summary>
/// The leases this node holds on conversations. They are kept for a while after a turn, because people answer; a
/// heartbeat renews them and gives idle ones back. A node that finds a conversation held calls the node that holds it.
/// </summary>
internal sealed class ConversationLeases(Leases leases, InboxQueue queue, NodeCalls calls, TimeProvider clock, ILogger<ConversationLeases> log)
    : BackgroundService
{
    private const string Subject = "inbox";
    private const string Urgent = "urgent";
    private static readonly TimeSpan Forgetting = TimeSpan.FromHours(1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Beat = Leases.Length / 3;
    private readonly ConcurrentDictionary<ConversationKey, (Lease Lease, DateTimeOffset UsedAt)> held = new();
    private DateTimeOffset forgotAt;

    /// <summary>Tells the worker of conversations this node holds for which another node took a message.</summary>
    public void Hear(InboxSignal signal) => calls.On(Subject, called =>
    {
        if (called.Split('\t') is [var tenant, var conversation, var lane] && new ConversationKey(tenant, conversation, lane == Urgent) is var key && held.ContainsKey(key))
        {
            signal.Set(key);
        }
    });

    /// <returns>The lease; null while another node has the conversation.</returns>
    public async Task<Lease?> HoldAsync(ConversationKey conversation, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (held.TryGetValue(conversation, out var mine))
        {
            held[conversation] = (mine.Lease, now);
            return mine.Lease;
        }

        var lease = await leases.TakeAsync(Name(conversation), ct);
        if (lease is not null)
        {
            held[conversation] = (lease, now);
        }
        else
        {
            await calls.CallAsync(Subject, $"{conversation.Tenant}\t{conversation.Conversation}\t{(conversation.Urgent ? Urgent : "")}", ct);
        }

        return lease;
    }

    /// <summary>It was lost to another node.</summary>
    public void Forget(ConversationKey conversation) => held.TryRemove(conversation, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await BeatAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            held.Clear();
        }
    }

    private async Task BeatAsync(CancellationToken ct)
    {
        try
        {
            var old = clock.GetUtcNow() - Idle;
            var idle = held.Where(h => h.Value.UsedAt < old).Select(h => h.Key).ToList();
            idle.ForEach(Forget);
            if (idle.Count > 0)
            {
                await leases.ReleaseAsync([.. idle.Select(Name)], ct);
            }

            if (!held.IsEmpty)
            {
                await leases.RenewAsync(ct);
            }

            if (clock.GetUtcNow() - forgotAt >= Forgetting)
            {
                forgotAt = clock.GetUtcNow();
                await queue.ForgetOldKeysAsync(ct);
            }
        }
        catch (ServiceException problem) // the border of a timer tick: the database comes back
        {
            Log.InboxUnavailable(log, problem);
        }
    }

    private static string Name(ConversationKey conversation) => $"conversation:{conversation.Tenant}:{conversation.Conversation}{(conversation.Urgent ? $":{Urgent}" : "")}";
}
