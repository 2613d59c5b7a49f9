using System.Net.WebSockets;
using System.Text.Json;
using HardE.Agents.Services;

namespace HardE.Bot.Channels.Slack;

/// <summary>One open Socket Mode connection: frames in, acknowledgements out. Ready once Slack has said hello.</summary>
internal sealed class SlackLink : IAsyncDisposable
{
    private const int MostBytes = 1 << 20;
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[16 * 1024];

    public SlackLink()
    {
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
    }

    /// <summary>Connects to a single-use address and waits for hello.</summary>
    /// <exception cref="ServiceException">No connection came about.</exception>
    public async Task OpenAsync(Uri address, CancellationToken ct)
    {
        try
        {
            await socket.ConnectAsync(address, ct);
            while (await ReceiveAsync(ct) is { } frame)
            {
                if (frame.Type == "hello")
                {
                    return;
                }
            }
        }
        catch (Exception problem) when (problem is WebSocketException or IOException)
        {
            throw new ServiceException("Slack", Failure.Transient, "socket: no connection", problem);
        }
        catch (OperationCanceledException problem)
        {
            throw new ServiceException("Slack", Failure.Transient, "socket: no hello in time", problem);
        }

        throw new ServiceException("Slack", Failure.Transient, "socket: closed before hello");
    }

    /// <returns>The next frame; null when the line is closed or cut.</returns>
    public async Task<SlackFrame?> ReceiveAsync(CancellationToken ct)
    {
        while (true)
        {
            using var text = new MemoryStream();
            WebSocketReceiveResult part;
            do
            {
                try
                {
                    part = await socket.ReceiveAsync(buffer, ct);
                }
                catch (Exception problem) when (problem is WebSocketException or IOException or ObjectDisposedException)
                {
                    return null;
                }

                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                if (text.Length <= MostBytes)
                {
                    text.Write(buffer, 0, part.Count);
                }
            }
            while (!part.EndOfMessage);

            if (SlackFrame.Read(text.GetBuffer().AsSpan(0, (int)text.Length), MostBytes) is { } frame)
            {
                return frame;
            }
        }
    }

    /// <summary>Tells Slack that an envelope is taken; a line that is gone makes Slack send it again.</summary>
    public async Task AcknowledgeAsync(string envelope, object? payload, CancellationToken ct)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new { envelope_id = envelope, payload }, SlackJson.Options);
        try
        {
            await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, ct);
        }
        catch (Exception problem) when (problem is WebSocketException or IOException or ObjectDisposedException)
        {
            return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, soon.Token);
            }
        }
        catch (Exception problem) when (problem is WebSocketException or IOException or OperationCanceledException)
        {
            socket.Abort();
        }
        finally
        {
            socket.Dispose();
        }
    }
}
