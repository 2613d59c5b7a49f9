using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HardE.Simulators;

namespace HardE.Scenarios;

/// <summary>People who talk in threads of a simulated Slack, and what they see there.</summary>
internal sealed partial class SlackRoom : IAsyncDisposable
{
    private const string Secret = "scenario-signing-secret";
    private readonly SlackDelivery delivery = new(Secret);
    private readonly List<(string Thread, int Number)> acknowledged = [];

    private SlackRoom(SlackSimulator slack) => Slack = slack;

    public SlackSimulator Slack { get; }

    /// <summary>Settings that connect a program to it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["SLACK_SIGNING_SECRET"] = Secret,
        ["SLACK_BOT_TOKEN"] = SlackSimulator.BotToken,
        ["HARDE_Slack__ApiBase"] = Slack.ApiBase.ToString(),
    };

    /// <summary>What was acknowledged, by thread in order.</summary>
    public ILookup<string, int> Acknowledged => acknowledged.ToLookup(a => a.Thread, a => a.Number);

    public static async Task<SlackRoom> OpenAsync() => new(await SlackSimulator.StartAsync());

    /// <summary>Asks a question whose answer carries its number, at one program.</summary>
    /// <returns>The status; null when the connection broke.</returns>
    public async Task<HttpStatusCode?> AskAsync(RunningProgram program, string thread, int number)
    {
        using var http = new HttpClient { BaseAddress = program.Url, Timeout = TimeSpan.FromSeconds(20) };
        var status = await delivery.MentionAsync(http, $"find customer Zebulon Quill{number}", Ts(thread, number), thread, Channel(thread));
        if (status == HttpStatusCode.OK)
        {
            acknowledged.Add((thread, number));
        }

        return status;
    }

    /// <summary>Asks until a program takes it, as Slack repeats what gets no 200.</summary>
    public async Task InsistAsync(string thread, int number, params RunningProgram[] programs)
    {
        var tries = 0;
        await Until.TrueAsync(
            async () => await AskAsync(programs[tries++ % programs.Length], thread, number) == HttpStatusCode.OK,
            () => $"Nobody takes {number}.");
    }

    /// <summary>Numbers of the answers in a thread, in the order in which people see them.</summary>
    public IReadOnlyList<int> Answers(string thread) =>
    [
        .. Slack.Seen.Where(m => m["thread_ts"]?.GetValue<string>() == thread)
            .Select(m => Number().Match(m["text"]?.GetValue<string>() ?? "")).Where(m => m.Success)
            .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)),
    ];

    /// <summary>Waits until each thread has as many answers as it has acknowledged questions.</summary>
    public Task AnsweredAsync(Func<string> otherwise) => Until.TrueAsync(
        () => Acknowledged.All(thread => Answers(thread.Key).Distinct().Count() >= thread.Count()),
        () => $"Not all is answered: {string.Join("; ", Acknowledged.Select(t => $"{t.Key}: {string.Join(',', t)} -> {string.Join(',', Answers(t.Key))}"))}\n{otherwise()}");

    /// <summary>Each acknowledged question once, in the order in which they were acknowledged.</summary>
    public void ShouldBeAnsweredOnceInOrder() =>
        Acknowledged.Select(t => $"{t.Key}: {string.Join(',', Answers(t.Key))}").ShouldBe(Acknowledged.Select(t => $"{t.Key}: {string.Join(',', t)}"));

    public ValueTask DisposeAsync() => Slack.DisposeAsync();

    private static string Channel(string thread) => $"C0{thread.Replace(".", "", StringComparison.Ordinal)[^8..]}";

    private static string Ts(string thread, int number) => number == 0 ? thread : $"{thread.Split('.')[0]}.{500000 + number:000000}";

    [GeneratedRegex(@"Quill(\d+)")]
    private static partial Regex Number();
}
