using System.Collections.Concurrent;
using System.Threading.Channels;
using Dapper;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// Shows "is working on it…" (with Slack's stop button, where Hard-E is an agent) when an answer takes longer than a
/// moment, renews it while the work goes on, and takes it back. An extra: it never holds anything up.
/// </summary>
internal sealed class SlackWorking(
    SlackTeams teams, SlackApi api, Database database, TimeProvider clock, ILogger<SlackWorking> log) : BackgroundService
{
    private const int MostAtOnce = 2_000;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(700);

    /// <summary>Slack forgets the status after two minutes.</summary>
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(90);

    private static readonly BoundedChannelOptions Bounds = new(MostAtOnce) { FullMode = BoundedChannelFullMode.DropWrite };
    private readonly Channel<Work> begun = Channel.CreateBounded<Work>(Bounds);
    private readonly Channel<Work> shown = Channel.CreateBounded<Work>(Bounds);
    private readonly ConcurrentDictionary<string, Work> current = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> ways = new(StringComparer.Ordinal);

    /// <summary>Work has begun for an answer at this place.</summary>
    /// <param name="place">Where the answer will be.</param>
    /// <param name="tenant">The company.</param>
    /// <param name="turn">The inbox id; null when there is none yet.</param>
    public void Began(ReplyAddress place, string tenant, string? turn)
    {
        if (place.Thread is null || SlackResponses.IsPrivate(place) || current.Count >= MostAtOnce)
        {
            return;
        }

        var work = new Work(place, tenant, turn, clock.GetUtcNow());
        current[place.Destination] = work;
        begun.Writer.TryWrite(work);
    }

    /// <summary>The answer is there, or will never be.</summary>
    public void Answered(OutgoingMessage message)
    {
        if (current.TryRemove(message.To.Destination, out var work) && work.Session)
        {
            shown.Writer.TryWrite(work with { Over = true });
        }
    }

    /// <summary>Shows the status now.</summary>
    public Task ShowAsync(ReplyAddress place, CancellationToken ct) =>
        place.Thread is null || SlackResponses.IsPrivate(place) ? Task.CompletedTask : TryShowAsync(new Work(place, "", null, default), ct);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RunAsync(begun.Reader, Moment, stoppingToken), RunAsync(shown.Reader, Renewal, stoppingToken));

    private async Task RunAsync(ChannelReader<Work> reader, TimeSpan after, CancellationToken ct)
    {
        await foreach (var work in reader.ReadAllAsync(ct))
        {
            if (work.Over)
            {
                await TryCallAsync(work, "active", ct);
                continue;
            }

            var due = work.Since + after;
            if (due > clock.GetUtcNow())
            {
                await Task.Delay(due - clock.GetUtcNow(), clock, ct);
            }

            if (!current.TryGetValue(work.Place.Destination, out var now) || now.Turn != work.Turn)
            {
                continue;
            }

            if (after == Renewal && !await IsWaitingAsync(work, ct))
            {
                current.TryRemove(work.Place.Destination, out _); // answered by another node
                await TryCallAsync(work, "active", ct);
                continue;
            }

            await TryShowAsync(work, ct);
        }
    }

    private async Task TryShowAsync(Work work, CancellationToken ct)
    {
        if (await TryCallAsync(work, "processing", ct) is { } session)
        {
            var renewed = work with { Since = clock.GetUtcNow(), Session = session };
            if (current.TryUpdate(work.Place.Destination, renewed, work))
            {
                shown.Writer.TryWrite(renewed);
            }
        }
    }

    /// <returns>Whether it is a session with a stop button; null when nothing could be shown.</returns>
    private async Task<bool?> TryCallAsync(Work work, string status, CancellationToken ct)
    {
        try
        {
            if (await teams.FindAsync(work.Place.Account, ct) is not { } team || ways.GetValueOrDefault(team.Id) == "none")
            {
                return null;
            }

            if (work.Place.Place.StartsWith('D') && ways.GetValueOrDefault(team.Id) != "status")
            {
                var answer = await api.WriteAsync(
                    team.BotToken, "agents.sessions.setStatus", new { channel_id = work.Place.Place, thread_ts = work.Place.Thread, status }, ct);
                if (answer.Ok)
                {
                    return true;
                }

                ways[team.Id] = "status"; // no agent, or an older workspace
            }

            if (status == "processing" && await ShowStatusAsync(team, work.Place, ct) is { Ok: false })
            {
                ways[team.Id] = "none"; // asking again would only fill the log
                return null;
            }

            return false;
        }
        catch (ServiceException problem)
        {
            SlackLog.LeftOut(log, "status", SlackErrors.Redact(problem.Message));
            return null;
        }
    }

    private Task<SlackAnswer> ShowStatusAsync(SlackTeam team, ReplyAddress place, CancellationToken ct) => api.WriteAsync(
        team.BotToken, "assistant.threads.setStatus",
        new { channel_id = place.Place, thread_ts = place.Thread, status = "is working on it…", loading_messages = Words }, ct);

    private static readonly string[] Words = ["Reading what you wrote…", "Looking things up…", "Checking the numbers…"];

    private async Task<bool> IsWaitingAsync(Work work, CancellationToken ct)
    {
        try
        {
            return await database.ReadAsync(
                db => db.ExecuteScalarAsync<long>(
                    "SELECT COUNT(*) FROM inbox WHERE id = @Turn AND tenant = @Tenant AND state = 'waiting'", new { work.Turn, work.Tenant }),
                ct) > 0;
        }
        catch (ServiceException problem)
        {
            SlackLog.LeftOut(log, "status", SlackErrors.Redact(problem.Message));
            return false;
        }
    }

    private sealed record Work(ReplyAddress Place, string Tenant, string? Turn, DateTimeOffset Since)
    {
        public bool Session { get; init; }
        public bool Over { get; init; }
    }
}
