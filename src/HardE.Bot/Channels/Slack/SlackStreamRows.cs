using Dapper;
using HardE.Agents.State;

namespace HardE.Bot.Channels.Slack;

/// <summary>One streamed Slack message; a long-lasting answer may need several.</summary>
/// <param name="Number">0 for the first.</param>
/// <param name="Ts">Slack's id of it; empty while Slack has not told us.</param>
/// <param name="Start">Where in the answer's text it begins, in UTF-16 units.</param>
/// <param name="OpenedAt">When we asked for it, UTC ms.</param>
/// <param name="Done">1 when everything it is to hold has arrived.</param>
internal sealed record StreamSegment(long Number, string Ts, long Start, long OpenedAt, long Done);

/// <summary>Remembers streams from before they open until long after they end.</summary>
internal sealed class SlackStreamRows(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Task<IReadOnlyList<StreamSegment>> FindAsync(string tenant, string message, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<StreamSegment>>(
            async db => [.. await db.QueryAsync<StreamSegment>(
                """
                SELECT segment AS Number, ts AS Ts, start_at AS Start, opened_at AS OpenedAt, done AS Done
                FROM slack_stream WHERE tenant = @tenant AND message_id = @message ORDER BY segment
                """,
                new { tenant, message })],
            ct);

    /// <summary>Notes that a stream is about to be opened.</summary>
    public async Task<StreamSegment> BeginAsync(string tenant, string message, long number, string channel, long start, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var segment = new StreamSegment(number, "", start, now.ToUnixTimeMilliseconds(), 0);
        await database.WriteAsync(
            db => db.ExecuteAsync(
                """
                DELETE FROM slack_stream WHERE opened_at < @oldest;
                INSERT INTO slack_stream (tenant, message_id, segment, channel, ts, start_at, opened_at, done)
                VALUES (@tenant, @message, @number, @channel, '', @start, @OpenedAt, 0)
                ON CONFLICT (tenant, message_id, segment) DO UPDATE SET ts = '', start_at = excluded.start_at, opened_at = excluded.opened_at, done = 0;
                """,
                new { tenant, message, number, channel, start, segment.OpenedAt, oldest = (now - Kept).ToUnixTimeMilliseconds() }),
            ct);
        return segment;
    }

    public Task SetAsync(string tenant, string message, StreamSegment segment, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "UPDATE slack_stream SET ts = @Ts, done = @Done WHERE tenant = @tenant AND message_id = @message AND segment = @Number",
            new { tenant, message, segment.Ts, segment.Done, segment.Number }),
        ct);

    /// <summary>Slack never opened it.</summary>
    public Task ForgetAsync(string tenant, string message, long number, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            "DELETE FROM slack_stream WHERE tenant = @tenant AND message_id = @message AND segment = @number",
            new { tenant, message, number }),
        ct);
}
