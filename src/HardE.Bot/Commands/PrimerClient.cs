using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HardE.Agents.Turns;
using HardE.Bot.Api;

namespace HardE.Bot.Commands;

/// <summary>What a host said to an order.</summary>
/// <param name="Taken">The run; null when it was not taken.</param>
/// <param name="Problem">Why not, as a sentence.</param>
/// <param name="Choices">Who could be meant, when that is the problem.</param>
internal sealed record PrimerAnswer(PrimerAcceptedDocument? Taken, string Problem, IReadOnlyList<PrimerClientChoice> Choices);

/// <summary>One of several that could be meant.</summary>
internal sealed record PrimerClientChoice(string Words, string? Job);

/// <summary>Orders primer videos from a host on this machine, and looks how far they are.</summary>
internal sealed class PrimerClient : IDisposable
{
    private readonly HttpClient http;

    public PrimerClient(HostAddress host)
    {
        http = new HttpClient { BaseAddress = new Uri(host.Url), Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token);
    }

    /// <param name="key">Names this order: sent again with the same key it is no second one.</param>
    public async Task<PrimerAnswer> OrderAsync(PrimerOrderBody order, string key, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "owner/primers") { Content = JsonContent.Create(order, options: TurnJson.Options) };
        request.Headers.Add(PrimersApi.IdempotencyHeader, key);
        using var answer = await http.SendAsync(request, ct);
        return answer.IsSuccessStatusCode
            ? new PrimerAnswer(await answer.Content.ReadFromJsonAsync<PrimerAcceptedDocument>(TurnJson.Options, ct), "", [])
            : Refused(await answer.Content.ReadFromJsonAsync<JsonElement>(ct));
    }

    /// <returns>Null when there is no such run.</returns>
    public async Task<PrimerDocument?> LookAsync(string id, CancellationToken ct)
    {
        using var answer = await http.GetAsync($"owner/primers/{Uri.EscapeDataString(id)}", ct);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<PrimerDocument>(TurnJson.Options, ct);
    }

    public void Dispose() => http.Dispose();

    private static PrimerAnswer Refused(JsonElement problem) => new(
        null,
        problem.GetProperty("detail").GetString() ?? "",
        problem.TryGetProperty("choices", out var choices) ? choices.Deserialize<List<PrimerClientChoice>>(TurnJson.Options) ?? [] : []);
}
