using Dapper;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>A voice clip that waits to become words.</summary>
/// <param name="Keys">Names of the delivery; the inbox drops what it has seen.</param>
/// <param name="Request">The message, with the text that was typed beside the clip.</param>
/// <param name="Files">The sound.</param>
/// <param name="EchoId">Id of the message that says what was understood; sorts before the request's.</param>
internal sealed record SlackClip(IReadOnlyList<string> Keys, TurnRequest Request, IReadOnlyList<SlackFile> Files, string EchoId);

/// <summary>
/// Turns voice clips into messages, after the acknowledgement: fetch, transcribe, say what was understood, then hand it to
/// the inbox like typed words. A clip is stored until that is done, so a restart loses none.
/// </summary>
internal sealed class SlackClips(
    Database database, Vault vault, SlackListening listening, IOptions<SlackOptions> options, TimeProvider clock, ILogger<SlackClips> log) : BackgroundService
{
    private static readonly TimeSpan SlowPoll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(50);
    private readonly SemaphoreSlim waiting = new(0);

    /// <summary>Stores the clip; when this returns, it will be answered.</summary>
    /// <exception cref="ServiceException">It could not be stored.</exception>
    public async Task TakeAsync(SlackClip clip, CancellationToken ct)
    {
        await database.WriteAsync(
            db => db.ExecuteAsync(
                "INSERT INTO slack_clip (tenant, id, clip, attempts, due_at) VALUES (@Tenant, @id, @body, 0, @now) ON CONFLICT (tenant, id) DO NOTHING",
                new { clip.Request.Tenant, id = clip.Keys[^1], body = vault.Seal(TurnJson.Write(clip)), now = Now }),
            ct);
        waiting.Release();
    }

    public override void Dispose()
    {
        waiting.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var rest = await WorkAsync(stoppingToken);
                await waiting.WaitAsync(rest, stoppingToken);
            }
            catch (ServiceException problem) // the border of a timer tick: the database comes back
            {
                SlackLog.LeftOut(log, "voice clip", SlackErrors.Redact(problem.Message));
                await Task.Delay(SlowPoll, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <returns>How long there is nothing to do.</returns>
    private async Task<TimeSpan> WorkAsync(CancellationToken ct)
    {
        var now = Now;
        var waitingRows = await database.ReadAsync(
            async db => (await db.QueryAsync<Row>(
                "SELECT tenant AS Tenant, id AS Id, clip AS Clip, attempts AS Attempts, due_at AS DueAt FROM slack_clip ORDER BY due_at, id LIMIT 4")).ToList(),
            ct);
        await Task.WhenAll(waitingRows.Where(r => r.DueAt <= now).Select(r => HearAsync(r, ct)));
        return waitingRows switch
        {
            [] => SlowPoll,
            [{ DueAt: var due }, ..] when due > now && due - now < SlowPoll.TotalMilliseconds => TimeSpan.FromMilliseconds(due - now),
            [{ DueAt: var due }, ..] when due > now => SlowPoll,
            _ => Soonest,
        };
    }

    private async Task HearAsync(Row row, CancellationToken ct)
    {
        // Claimed for a while, so that two nodes do not both pay for it; after a crash it is due again.
        var mine = await database.WriteAsync(
            db => db.ExecuteAsync(
                "UPDATE slack_clip SET due_at = @until WHERE tenant = @Tenant AND id = @Id AND due_at = @DueAt",
                new { until = Now + (long)Claim.TotalMilliseconds, row.Tenant, row.Id, row.DueAt }),
            ct);
        if (mine != 1)
        {
            return;
        }

        var again = await listening.HearAsync(TurnJson.Read<SlackClip>(vault.Open(row.Clip)), row.Attempts, ct);
        await database.WriteAsync(
            db => again is { } rest
                ? db.ExecuteAsync(
                    "UPDATE slack_clip SET attempts = attempts + 1, due_at = @due WHERE tenant = @Tenant AND id = @Id",
                    new { due = Now + (long)rest.TotalMilliseconds, row.Tenant, row.Id })
                : db.ExecuteAsync("DELETE FROM slack_clip WHERE tenant = @Tenant AND id = @Id", new { row.Tenant, row.Id }),
            ct);
    }

    private sealed record Row(string Tenant, string Id, string Clip, long Attempts, long DueAt);
}
