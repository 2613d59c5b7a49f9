using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dapper;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>Where a file is to appear.</summary>
internal sealed record UploadPlace(string Channel, string? Thread);

/// <summary>
/// Shares a file in a thread: ask for an address, send the bytes, complete, then look until it is really there
/// (Slack's "ok" alone is no proof). The file's id is stored before it is completed, so a second attempt asks for it.
/// </summary>
internal sealed class SlackUploads(
    SlackApi api, IFileStore files, Database database, IOptions<SlackOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan[] Looks =
        [.. new[] { 0.5, 1, 2, 4, 8 }.Select(TimeSpan.FromSeconds)];

    /// <returns>Slack's id of the message that shows the file; null when it is not seen yet (a link is due then).</returns>
    /// <exception cref="ServiceException">The file was not shared.</exception>
    public async Task<string?> ShareAsync(
        SlackTeam team, string messageId, int part, AudioPart audio, UploadPlace place, CancellationToken ct)
    {
        var known = await FindAsync(team, messageId, part, ct);
        if (known is not null && await SeenAsync(team, known, place.Channel, ct) is { } already)
        {
            return already;
        }

        var file = await SendAsync(team, audio, ct);
        await KeepAsync(team, messageId, part, file, ct);
        var completed = await api.WriteAsync(
            team.BotToken, "files.completeUploadExternal",
            new
            {
                files = new[] { new { id = file, title = audio.Name } },
                channel_id = place.Channel,
                thread_ts = place.Thread,
                initial_comment = $"{Mrkdwn.Escape(audio.Name)} ({TimeSpan.FromSeconds(audio.Seconds):m\\:ss})",
            },
            ct);
        completed.OrThrow();
        return await WaitAsync(team, file, place.Channel, ct);
    }

    /// <summary>An address where members of the workspace find a file that does not show up.</summary>
    public async Task<string?> LinkAsync(SlackTeam team, string messageId, int part, CancellationToken ct)
    {
        if (await FindAsync(team, messageId, part, ct) is not { } file)
        {
            return null;
        }

        var about = await AboutAsync(team, file, ct);
        return about.TryGetProperty("permalink", out var link) ? link.GetString() : null;
    }

    private async Task<string> SendAsync(SlackTeam team, AudioPart audio, CancellationToken ct)
    {
        await using var content = await files.OpenAsync(team.Tenant, audio.File, ct)
            ?? throw new ServiceException("files", Failure.Missing, $"no file '{audio.File}'");
        var arguments = new Dictionary<string, string>
        {
            ["filename"] = Path.GetFileName(audio.Name),
            ["length"] = content.Length.ToString(CultureInfo.InvariantCulture),
        };
        var offered = (await api.ReadAsync(team.BotToken, "files.getUploadURLExternal", arguments, ct)).OrThrow();
        if (offered.Text("file_id") is not { } file || !Uri.TryCreate(offered.Text("upload_url"), UriKind.Absolute, out var address)
            || !SlackOptions.IsSafe(address) || !options.Value.FileHosts.Contains(address.Authority, StringComparer.OrdinalIgnoreCase))
        {
            throw new ServiceException("Slack", Failure.BadReply, "files.getUploadURLExternal: not an address of Slack's file host");
        }

        using var bytes = new StreamContent(content);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var status = await api.PostAsync(address, bytes, ct);
        return status == HttpStatusCode.OK
            ? file
            : throw new ServiceException("Slack", Failure.Transient, $"upload: HTTP {(int)status}");
    }

    private async Task<string?> WaitAsync(SlackTeam team, string file, string channel, CancellationToken ct)
    {
        foreach (var pause in Looks)
        {
            await Task.Delay(pause, clock, ct);
            try
            {
                if (await SeenAsync(team, file, channel, ct) is { } ts)
                {
                    return ts;
                }
            }
            catch (ServiceException problem) when (problem.Failure == Failure.Transient)
            {
                continue; // the file is handed over; a look that fails must not send it twice
            }
        }

        return null;
    }

    private async Task<string?> SeenAsync(SlackTeam team, string file, string channel, CancellationToken ct)
    {
        var about = await AboutAsync(team, file, ct);
        if (!about.TryGetProperty("shares", out var shares) || shares.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var kind in shares.EnumerateObject().Where(k => k.Value.ValueKind == JsonValueKind.Object))
        {
            if (kind.Value.TryGetProperty(channel, out var posts) && posts.ValueKind == JsonValueKind.Array && posts.GetArrayLength() > 0
                && posts[0].TryGetProperty("ts", out var ts))
            {
                return ts.GetString();
            }
        }

        return null;
    }

    private async Task<JsonElement> AboutAsync(SlackTeam team, string file, CancellationToken ct)
    {
        var answer = await api.ReadAsync(team.BotToken, "files.info", new Dictionary<string, string> { ["file"] = file }, ct);
        return answer.Find("file") is { ValueKind: JsonValueKind.Object } about ? about : JsonElement.Parse("{}");
    }

    private Task<string?> FindAsync(SlackTeam team, string messageId, int part, CancellationToken ct) => database.ReadAsync(
        db => db.QuerySingleOrDefaultAsync<string?>(
            "SELECT file_id FROM slack_upload WHERE tenant = @tenant AND message_id = @messageId AND part = @part",
            new { tenant = team.Tenant, messageId, part }),
        ct);

    private Task<int> KeepAsync(SlackTeam team, string messageId, int part, string file, CancellationToken ct) => database.WriteAsync(
        db => db.ExecuteAsync(
            """
            INSERT INTO slack_upload (tenant, message_id, part, file_id, created_at) VALUES (@tenant, @messageId, @part, @file, @now)
            ON CONFLICT (tenant, message_id, part) DO UPDATE SET file_id = excluded.file_id
            """,
            new { tenant = team.Tenant, messageId, part, file, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }),
        ct);
}
