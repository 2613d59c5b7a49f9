using System.Net.Http.Headers;
using System.Text.Json;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Terminal;

namespace HardE.Bot.Commands;

/// <summary>Speaks with a host on this machine, as <c>./harde chat</c> and <c>say</c> do.</summary>
internal sealed class TerminalClient : IDisposable
{
    private readonly HttpClient http;

    public TerminalClient(HostAddress host)
    {
        http = new HttpClient { BaseAddress = new Uri(host.Url), Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token);
    }

    /// <summary>Says one thing.</summary>
    /// <returns>The id that the answer carries.</returns>
    public async Task<string> SayAsync(TerminalMessage message, CancellationToken ct)
    {
        using var answer = await http.PostAsJsonAsync("terminal/messages", message, TurnJson.Options, ct);
        if (!answer.IsSuccessStatusCode)
        {
            throw new IOException(await answer.Content.ReadAsStringAsync(ct) is { Length: > 0 } sentence ? sentence : $"Hard-E answered {(int)answer.StatusCode}.");
        }

        var accepted = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        return accepted.GetProperty("id").GetString() ?? throw new JsonException("The host gave no id.");
    }

    /// <summary>Everything that comes into a conversation from now on; the first event says that listening has begun.</summary>
    public async IAsyncEnumerable<TerminalEvent> ListenAsync(
        string conversation, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var stream = await http.GetStreamAsync($"terminal/events?conversation={Uri.EscapeDataString(conversation)}", ct);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            yield return TurnJson.Read<TerminalEvent>(line);
        }
    }

    /// <summary>Says one thing and waits for its answer.</summary>
    public async Task<TurnReply> AskAsync(TerminalMessage message, CancellationToken ct)
    {
        string? id = null;
        var early = new List<TerminalEvent>();
        await foreach (var item in ListenAsync(message.Conversation, ct))
        {
            id ??= await SayAsync(message, ct);
            early.Add(item);
            if (early.FirstOrDefault(e => e.ReplyTo == id)?.Reply is { } reply)
            {
                return reply;
            }
        }

        throw new IOException("The host ended before it answered; the answer is in the conversation.");
    }

    public void Dispose() => http.Dispose();
}
