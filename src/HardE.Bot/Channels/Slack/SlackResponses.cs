using Dapper;
using HardE.Agents.State;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>A place that only one person sees: the answer to a command or to a press on a private message.</summary>
/// <param name="Channel">Where it was given.</param>
/// <param name="UserId">Who gave it.</param>
/// <param name="Url">Slack's address for up to five posts; empty when there is none.</param>
internal sealed record SlackResponse(string Channel, string UserId, string Url);

/// <summary>Keeps <c>response_url</c>s until they lapse, under ids that may stand in a reply address.</summary>
internal sealed class SlackResponses(Database database, Vault vault, IOptions<SlackOptions> options, TimeProvider clock)
{
    private const string Prefix = "response:";
    private const int MostUses = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(29);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <returns>The address under which the channel finds it again. The same <paramref name="id"/> is stored once.</returns>
    public async Task<ReplyAddress> KeepAsync(SlackTeam team, string id, string channel, string user, string? url, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var values = new
        {
            tenant = team.Tenant,
            id,
            team = team.Id,
            channel,
            user,
            url = url is not null && IsAllowed(url) ? vault.Seal(url) : "",
            expires = (now + Lifetime).ToUnixTimeMilliseconds(),
            oldest = (now - Kept).ToUnixTimeMilliseconds(),
        };
        await database.WriteAsync(
            db => db.ExecuteAsync(
                """
                DELETE FROM slack_response WHERE expires_at < @oldest;
                INSERT INTO slack_response (tenant, id, team, channel, user_id, url, uses, expires_at)
                VALUES (@tenant, @id, @team, @channel, @user, @url, 0, @expires) ON CONFLICT (tenant, id) DO NOTHING;
                """,
                values),
            ct);
        return new ReplyAddress("slack", team.Id, Prefix + id);
    }

    /// <returns>The private place; null when the address is an ordinary one, or it is long gone.</returns>
    public async Task<SlackResponse?> FindAsync(SlackTeam team, ReplyAddress to, CancellationToken ct)
    {
        if (!IsPrivate(to))
        {
            return null;
        }

        var id = to.Place[Prefix.Length..];
        var found = await database.ReadAsync(
            db => db.QuerySingleOrDefaultAsync<SlackResponse?>(
                """
                SELECT channel AS Channel, user_id AS UserId, url AS Url FROM slack_response
                WHERE tenant = @tenant AND id = @id AND team = @team
                """,
                new { tenant = team.Tenant, id, team = team.Id }),
            ct);
        return found is { Url.Length: > 0 } ? found with { Url = vault.Open(found.Url) } : found;
    }

    /// <summary>Takes one of the five posts. Counted before the post, so that a lost answer never makes a sixth.</summary>
    /// <returns>False when they are used up or the time is over.</returns>
    public async Task<bool> TakeAsync(SlackTeam team, ReplyAddress to, CancellationToken ct) => await database.WriteAsync(
        db => db.ExecuteAsync(
            """
            UPDATE slack_response SET uses = uses + 1
            WHERE tenant = @tenant AND id = @id AND uses < @most AND expires_at > @now AND url <> ''
            """,
            new
            {
                tenant = team.Tenant,
                id = to.Place[Prefix.Length..],
                most = MostUses,
                now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            }),
        ct) == 1;

    public static bool IsPrivate(ReplyAddress to) => to.Place.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>It came in a signed request, and is still only data: nothing but Slack's own hosts is ever posted to.</summary>
    private bool IsAllowed(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && SlackOptions.IsSafe(address)
        && options.Value.ResponseHosts.Contains(address.Authority, StringComparer.OrdinalIgnoreCase);
}
