using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Channels.Slack;

/// <summary>What came of fetching a file.</summary>
internal enum FileOutcome
{
    /// <summary>It is there, and begins like sound.</summary>
    Fetched,

    /// <summary>Over 25 MB.</summary>
    TooLarge,

    /// <summary>Deleted, hidden by the workspace's plan, or somebody else's service.</summary>
    NotHere,

    /// <summary>Its address is not on Slack's file hosts, or leads away from them.</summary>
    Foreign,

    /// <summary>A sign-in page came: the app lacks the right <c>files:read</c>.</summary>
    NoRight,

    /// <summary>Something else than sound.</summary>
    NotSound,
}

/// <summary>
/// Fetches files that people attach. The token goes to Slack's file hosts and nowhere else, redirects are followed by
/// hand, private networks are never dialled, and nothing is believed about the content but its first bytes.
/// </summary>
internal sealed class SlackFiles(HttpClient http, SlackApi api, IOptions<SlackOptions> options)
{
    public const long Largest = 25L << 20;
    private const int MostRedirects = 3;

    /// <summary>Fetches a sound file.</summary>
    /// <exception cref="ServiceException">Slack cannot be asked now.</exception>
    public async Task<FileOutcome> FetchAsync(SlackTeam team, SlackFile file, string path, CancellationToken ct)
    {
        if (file is { FileAccess: "check_file_info", Id: { } id })
        {
            var info = await api.ReadAsync(team.BotToken, "files.info", new Dictionary<string, string> { ["file"] = id }, ct);
            file = info.Find("file") is { } about ? SlackJson.Read<SlackFile>(about) : file;
        }

        if (file.IsExternal || file.ExternalType is { Length: > 0 } || file.Mode is "tombstone" or "hidden_by_limit" or "external")
        {
            return FileOutcome.NotHere;
        }

        if (file.Size > Largest)
        {
            return FileOutcome.TooLarge;
        }

        return Uri.TryCreate(file.UrlPrivateDownload ?? file.UrlPrivate, UriKind.Absolute, out var address)
            ? await FollowAsync(team, address, path, ct)
            : FileOutcome.NotHere;
    }

    private async Task<FileOutcome> FollowAsync(SlackTeam team, Uri address, string path, CancellationToken ct)
    {
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            if (!SlackOptions.IsSafe(address) || address.UserInfo.Length > 0 || !options.Value.FileHosts.Contains(address.Authority, StringComparer.OrdinalIgnoreCase))
            {
                return FileOutcome.Foreign;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", team.BotToken);
            using var response = await SendAsync(request, ct);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } next)
            {
                address = new Uri(address, next);
                continue;
            }

            return response.StatusCode switch
            {
                HttpStatusCode.OK => await SaveAsync(response, path, ct),
                HttpStatusCode.NotFound or HttpStatusCode.Gone => FileOutcome.NotHere,
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => FileOutcome.NoRight,
                var status => throw new ServiceException("Slack", Failure.Transient, $"file: HTTP {(int)status}"),
            };
        }

        return FileOutcome.Foreign;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        }
        catch (Exception problem) when (problem is HttpRequestException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new ServiceException("Slack", Failure.Transient, "file: no answer", problem);
        }
    }

    private static async Task<FileOutcome> SaveAsync(HttpResponseMessage response, string path, CancellationToken ct)
    {
        if (response.Content.Headers.ContentLength > Largest)
        {
            return FileOutcome.TooLarge;
        }

        try
        {
            await using var from = await response.Content.ReadAsStreamAsync(ct);
            await using var to = File.Create(path);
            var buffer = new byte[81_920];
            var first = await from.ReadAtLeastAsync(buffer, 16, throwOnEndOfStream: false, ct);
            if (Judge(response, buffer.AsSpan(0, first)) is { } refusal)
            {
                return refusal;
            }

            for (var read = first; read > 0; read = await from.ReadAsync(buffer, ct))
            {
                if (to.Length + read > Largest)
                {
                    return FileOutcome.TooLarge;
                }

                await to.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            return FileOutcome.Fetched;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            throw new ServiceException("Slack", Failure.Transient, "file: cut off", problem);
        }
    }

    /// <returns>Why these are no bytes to listen to; null when they are.</returns>
    private static FileOutcome? Judge(HttpResponseMessage response, ReadOnlySpan<byte> head)
    {
        var isPage = response.Content.Headers.ContentType?.MediaType is "text/html"
            || head.StartsWith("<!"u8) || head.StartsWith("<html"u8) || head.StartsWith("<HTML"u8);
        return isPage ? FileOutcome.NoRight : HardE.Agents.Voice.SoundFile.Ending(head) is null ? FileOutcome.NotSound : null;
    }

    /// <summary>Dials public addresses; others only where the settings name that very host (tests on this machine).</summary>
    internal static async ValueTask<Stream> DialAsync(IReadOnlyCollection<string> named, SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var isNamedAddress = IPAddress.TryParse(host, out _) && named.Contains($"{host}:{port}", StringComparer.OrdinalIgnoreCase);
        var allowed = (await Dns.GetHostAddressesAsync(host, ct)).Where(a => isNamedAddress || SlackDial.IsPublic(a)).ToArray();
        if (allowed.Length == 0)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The name leads to no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException problem)
        {
            socket.Dispose();
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection.", problem);
        }
    }
}
