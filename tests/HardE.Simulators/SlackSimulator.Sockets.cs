using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace HardE.Simulators;

/// <summary>Socket Mode: connections a test can talk through, refresh and cut.</summary>
public sealed partial class SlackSimulator
{
    private readonly Channel<Line> opened = Channel.CreateUnbounded<Line>();

    /// <summary>Envelope ids that were acknowledged, in order.</summary>
    public ConcurrentQueue<string> Acknowledged { get; } = new();

    /// <summary>The next connection that the client opens; hello is already said.</summary>
    public async Task<Line> NextLineAsync(CancellationToken ct) => await opened.Reader.ReadAsync(ct);

    private async Task LinkAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var line = new Line(socket);
        await line.SendAsync(new { type = "hello", num_connections = 1 });
        await opened.Writer.WriteAsync(line);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, http.RequestAborted) is { MessageType: WebSocketMessageType.Text } frame)
            {
                var said = JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, frame.Count))!;
                var envelope = said["envelope_id"]!.GetValue<string>();
                Acknowledged.Enqueue(envelope);
                line.Took(envelope);
            }
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException)
        {
            line.Cut();
        }

        line.Ended.TrySetResult();
    }

    /// <summary>One connection.</summary>
    public sealed class Line(WebSocket socket)
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new();

        /// <summary>Set when the client has closed it, or it was cut.</summary>
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task SendAsync(object frame) =>
            socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame), WebSocketMessageType.Text, true, CancellationToken.None);

        /// <summary>Sends text as it is.</summary>
        public Task SendTextAsync(string text) =>
            socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

        /// <summary>Sends an envelope and waits until the client has acknowledged it on this line.</summary>
        public async Task DeliverAsync(string type, JsonNode payload, CancellationToken ct)
        {
            var envelope = Guid.NewGuid().ToString();
            var taken = waiting.GetOrAdd(envelope, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
            await SendAsync(new { type, envelope_id = envelope, payload, accepts_response_payload = type != "events_api" });
            await taken.Task.WaitAsync(ct);
        }

        /// <summary>Cuts the line without a word.</summary>
        public void Cut() => socket.Abort();

        internal void Took(string envelope) => waiting.GetOrAdd(envelope, _ => new()).TrySetResult();
    }
}
