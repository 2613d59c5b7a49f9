using Dapper;
using HardE.Agents.State;

namespace HardE.Bot.Channels.Slack;

/// <summary>A thread in a channel that Hard-E takes part in.</summary>
/// <param name="LastUser">The person it answers without being mentioned.</param>
/// <param name="Shared">1 when people of other companies may read it.</param>
/// <param name="Follows">1 while that person has the word with us; 0 once somebody else spoke up.</param>
internal sealed record SlackThread(string LastUser, long Shared, long Follows = 1);

/// <summary>Remembers threads in channels; direct messages need no memory.</summary>
internal sealed class SlackThreads(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Sweep = TimeSpan.FromHours(1);
    private long nextSweep;

    public Task<SlackThread?> FindAsync(SlackTeam team, string channel, string thread, CancellationToken ct) => database.ReadAsync(
        db => db.QuerySingleOrDefaultAsync<SlackThread?>(
            """
            SELECT last_user AS LastUser, shared AS Shared, follows AS Follows FROM slack_thread
            WHERE tenant = @tenant AND team = @team AND channel = @channel AND thread = @thread
            """,
            new { tenant = team.Tenant, team = team.Id, channel, thread }),
        ct);

    /// <summary>Notes who spoke to us in a thread; once shared, a thread stays shared.</summary>
    public async Task NoteAsync(SlackTeam team, string channel, string thread, SlackThread seen, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var values = new
        {
            tenant = team.Tenant,
            team = team.Id,
            channel,
            thread,
            user = seen.LastUser,
            shared = seen.Shared,
            follows = seen.Follows,
            now = now.ToUnixTimeMilliseconds(),
            oldest = (now - Kept).ToUnixTimeMilliseconds(),
        };
        var sweep = IsSweepDue(now);
        await database.WriteAsync(
            async db =>
            {
                await db.ExecuteAsync(
                    """
                    INSERT INTO slack_thread (tenant, team, channel, thread, last_user, shared, follows, updated_at)
                    VALUES (@tenant, @team, @channel, @thread, @user, @shared, @follows, @now)
                    ON CONFLICT (tenant, team, channel, thread) DO UPDATE SET last_user = excluded.last_user,
                        follows = excluded.follows, shared = CASE WHEN slack_thread.shared = 1 THEN 1 ELSE excluded.shared END, updated_at = excluded.updated_at
                    """,
                    values);
                return sweep ? await db.ExecuteAsync("DELETE FROM slack_thread WHERE updated_at < @oldest", values) : 0;
            },
            ct);
    }

    /// <summary>Once an hour old threads are forgotten.</summary>
    private bool IsSweepDue(DateTimeOffset now)
    {
        var due = Interlocked.Read(ref nextSweep);
        return now.ToUnixTimeMilliseconds() >= due
            && Interlocked.CompareExchange(ref nextSweep, (now + Sweep).ToUnixTimeMilliseconds(), due) == due;
    }
}
