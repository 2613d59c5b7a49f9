using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>
/// Who speaks, and who reads along. A room counts as shared when another company, a guest, or somebody who holds no role
/// may read it, and as long as Slack does not let us look.
/// </summary>
internal sealed class SlackVoices(SlackApi api, SlackPeople people, IOptions<SlackOptions> options, TimeProvider clock)
{
    private const int MostRooms = 5_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly string[] Foreign = ["is_ext_shared", "is_pending_ext_shared", "is_shared", "is_org_shared"];
    private readonly ConcurrentDictionary<string, (bool Shared, DateTimeOffset AskedAt)> rooms = new(StringComparer.Ordinal);

    public async Task<(Speaker Speaker, bool Shared)> FindAsync(
        SlackTeam team, SlackEvent said, string user, string channel, bool external, CancellationToken ct)
    {
        var speaker = await people.FindAsync(team, user, said.UserTeam ?? said.SourceTeam, ct);
        var shared = !said.IsDirect && (external || speaker.Role == Roles.Guest || await IsSharedAsync(team, channel, ct));
        return (speaker, shared);
    }

    /// <summary>Whether others than our own people may read a channel; asked once an hour.</summary>
    public async Task<bool> IsSharedAsync(SlackTeam team, string channel, CancellationToken ct)
    {
        var key = $"{team.Id} {channel}";
        var now = clock.GetUtcNow();
        if (rooms.TryGetValue(key, out var known) && now - known.AskedAt < options.Value.ProfileLifetime)
        {
            return known.Shared;
        }

        if (rooms.Count >= MostRooms)
        {
            rooms.Clear();
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            var shared = await AskAsync(team, channel, limit.Token);
            rooms[key] = (shared, now);
            return shared;
        }
        catch (Exception problem) when (problem is ServiceException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return true; // not known yet: hide rather than show; the next message finds more profiles known
        }
    }

    /// <summary>Somebody came or went: look again.</summary>
    public void Forget(SlackTeam team, string channel) => rooms.TryRemove($"{team.Id} {channel}", out _);

    private async Task<bool> AskAsync(SlackTeam team, string channel, CancellationToken ct)
    {
        var info = await api.ReadAsync(team.BotToken, "conversations.info", new Dictionary<string, string> { ["channel"] = channel }, ct);
        if (info.Find("channel") is not { ValueKind: JsonValueKind.Object } about || Foreign.Any(name => Flag(about, name)))
        {
            return true;
        }

        var most = options.Value.MostMembers.ToString(CultureInfo.InvariantCulture);
        var members = await api.ReadAsync(
            team.BotToken, "conversations.members", new Dictionary<string, string> { ["channel"] = channel, ["limit"] = most }, ct);
        if (!members.Ok || members.NextCursor is not null)
        {
            return true; // too many to know them all
        }

        var outsiders = await Task.WhenAll(members.List("members").Select(m => m.GetString()).OfType<string>()
            .Where(m => m != team.BotUser).Select(m => people.IsOutsiderAsync(team, m, ct)));
        return outsiders.Contains(true);
    }

    private static bool Flag(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
