using System.Net.Http.Headers;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary>What a command that touches the data is asked to do, and what it printed.</summary>
internal sealed record OwnerCommand(IReadOnlyList<string> Args);

/// <summary>What came of it.</summary>
internal sealed record OwnerCommandResult(int ExitCode, string Output);

/// <summary>
/// Where a command runs. One process owns the data folder: beside a running host the words are handed to it, else the
/// command opens the data itself. The work is the same code in both cases.
/// </summary>
/// <param name="args">The words as they were typed.</param>
/// <param name="host">Services of the host that runs this command for somebody; null in a process of its own.</param>
/// <param name="console">Where it prints.</param>
internal sealed class CommandContext(string[] args, IServiceProvider? host, IAnsiConsole console)
{
    public IAnsiConsole Console => console;

    /// <summary>Runs the work where the data is.</summary>
    /// <param name="work">What to do there.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <param name="words">What a running host is told instead of the typed words, for example with full paths.</param>
    public async Task<int> WithDataAsync(
        Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct, IReadOnlyList<string>? words = null)
    {
        if (host is not null)
        {
            return await work(host, ct);
        }

        await using var session = await HostSession.OpenAsync(new HostShape("http://127.0.0.1:0") { Quiet = true, Prepares = true }, serve: false, ct);
        return session.Services is { } own ? await work(own, ct) : await HandOverAsync(session.Address, words ?? args, ct);
    }

    private async Task<int> HandOverAsync(HostAddress running, IReadOnlyList<string> words, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = new Uri(running.Url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", running.Token);
        using var answer = await http.PostAsJsonAsync("owner/commands", new OwnerCommand(words), ct);
        if (!answer.IsSuccessStatusCode)
        {
            console.WriteLine(await answer.Content.ReadAsStringAsync(ct) is { Length: > 0 } sentence ? sentence : $"Hard-E answered {(int)answer.StatusCode}.");
            return 1;
        }

        var result = await answer.Content.ReadFromJsonAsync<OwnerCommandResult>(ct) ?? new OwnerCommandResult(1, "");
        console.Write(new Text(result.Output));
        return result.ExitCode;
    }
}
