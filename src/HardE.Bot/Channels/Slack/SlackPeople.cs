using System.Collections.Concurrent;
using System.Text.Json;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// Who is speaking and what they may do. Slack's profile is believed for an hour; the role is read from our own list
/// each time, so that a change counts at once. A member of our workspace nobody listed is a rep; guests, strangers,
/// bots and people of other workspaces hold no rights.
/// </summary>
internal sealed class SlackPeople(SlackApi api, People people, IOptions<SlackOptions> options, TimeProvider clock)
{
    private const int MostProfiles = 20_000;
    private readonly ConcurrentDictionary<string, Profile> profiles = new(StringComparer.Ordinal);

    /// <param name="team">The workspace the message came through.</param>
    /// <param name="user">The speaker's id.</param>
    /// <param name="homeTeam">The speaker's own workspace as the event names it; null when it does not.</param>
    /// <exception cref="ServiceException">Slack or the database cannot be asked now.</exception>
    public async Task<Speaker> FindAsync(SlackTeam team, string user, string? homeTeam, CancellationToken ct)
    {
        if (homeTeam is not null && homeTeam != team.Id)
        {
            return new Speaker(user, "guest", Roles.Guest);
        }

        var profile = await ProfileAsync(team, user, ct);
        if (!profile.IsMember)
        {
            return new Speaker(user, profile.Name, Roles.Guest);
        }

        var person = await people.FindByAccountAsync(team.Tenant, "slack", team.Id, user, ct);
        if (person is null && profile.Email is { } email
            && await people.FindByEmailAsync(team.Tenant, email, ct) is { } listed)
        {
            await people.LinkAsync(team.Tenant, listed.Id, "slack", team.Id, user, ct);
            person = listed;
        }

        return new Speaker(user, person?.Name ?? profile.Name, person?.Role ?? Roles.Rep, person?.Id, profile.Email);
    }

    /// <summary>True for guests, strangers and people of other workspaces; programs read nothing.</summary>
    public async Task<bool> IsOutsiderAsync(SlackTeam team, string user, CancellationToken ct) =>
        await ProfileAsync(team, user, ct) is { IsMember: false, IsBot: false };

    /// <summary>The profile changed: ask again next time.</summary>
    public void Forget(string team, string user) => profiles.TryRemove($"{team} {user}", out _);

    private async Task<Profile> ProfileAsync(SlackTeam team, string user, CancellationToken ct)
    {
        var key = $"{team.Id} {user}";
        var now = clock.GetUtcNow();
        if (profiles.TryGetValue(key, out var known) && now - known.AskedAt < options.Value.ProfileLifetime)
        {
            return known;
        }

        try
        {
            var answer = await api.ReadAsync(team.BotToken, "users.info", new Dictionary<string, string> { ["user"] = user }, ct);
            var profile = Read(answer, team.Id, now);
            if (profiles.Count >= MostProfiles)
            {
                profiles.Clear();
            }

            profiles[key] = profile;
            return profile;
        }
        catch (ServiceException) when (known is not null)
        {
            return known; // an hour-old profile is better than an unanswered message
        }
    }

    private static Profile Read(SlackAnswer answer, string team, DateTimeOffset now)
    {
        if (!answer.Ok || answer.Find("user") is not { ValueKind: JsonValueKind.Object } user)
        {
            return new Profile("guest", null, IsMember: false, now);
        }

        var card = user.TryGetProperty("profile", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        var name = Text(card, "display_name") ?? Text(card, "real_name") ?? Text(user, "real_name") ?? Text(user, "name") ?? "colleague";
        var isMember = !Flag(user, "deleted") && !Flag(user, "is_bot") && !Flag(user, "is_stranger")
            && !Flag(user, "is_restricted") && !Flag(user, "is_ultra_restricted") && Text(user, "team_id") == team;
        var isProven = !user.TryGetProperty("is_email_confirmed", out var confirmed) || confirmed.ValueKind == JsonValueKind.True;
        return new Profile(name, isMember && isProven ? Text(card, "email")?.ToLowerInvariant() : null, isMember, now) { IsBot = Flag(user, "is_bot") };
    }

    private static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static bool Flag(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private sealed record Profile(string Name, string? Email, bool IsMember, DateTimeOffset AskedAt)
    {
        public bool IsBot { get; init; }
    }
}
