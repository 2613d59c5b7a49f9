using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using HardE.Scenarios;
using HardE.Simulators;

namespace HardE.Bench;

/// <summary>The program, a simulated Slack, and people who talk: rules decide, no model is called.</summary>
internal sealed class Load : IAsyncDisposable
{
    private const string Secret = "bench-signing-secret";
    private readonly SlackSimulator slack;
    private readonly LocalPostgres? postgres;
    private readonly SlackDelivery delivery = new(Secret);
    private readonly HttpClient http;
    private readonly ConcurrentDictionary<string, long> answeredAt = new();
    private int said;
    private int answered;

    private Load(SlackSimulator slack, LocalPostgres? postgres, RunningProgram program)
    {
        (this.slack, this.postgres, Program) = (slack, postgres, program);
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = program.Url };
        slack.Posted = thread =>
        {
            if (answeredAt.TryAdd(thread, Stopwatch.GetTimestamp()))
            {
                Interlocked.Increment(ref answered);
            }
        };
    }

    public RunningProgram Program { get; }

    public static async Task<Load> StartAsync(bool onPostgres)
    {
        var slack = await SlackSimulator.StartAsync();
        var postgres = onPostgres ? await LocalPostgres.StartAsync() : null;
        var settings = new Dictionary<string, string>
        {
            ["SLACK_SIGNING_SECRET"] = Secret,
            ["SLACK_BOT_TOKEN"] = SlackSimulator.BotToken,
            ["HARDE_Slack__ApiBase"] = slack.ApiBase.ToString(),
        };
        if (postgres is not null)
        {
            settings["HARDE_Database__Provider"] = "postgres";
            settings["HARDE_Database__ConnectionString"] = postgres.ConnectionString;
        }

        return new Load(slack, postgres, await RunningProgram.StartAsync(settings));
    }

    /// <summary>So many people talk at once, each in a new thread with each message; returns when all are answered.</summary>
    /// <returns>Wall time and the program's processor time.</returns>
    public async Task<(TimeSpan Wall, TimeSpan Processor)> TalkAsync(int count, int atOnce, IReadOnlyList<string> texts)
    {
        var (started, processor, before) = (Stopwatch.GetTimestamp(), Program.Processor, Volatile.Read(ref answered));
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (i, _) =>
            await SayAsync(texts[i % texts.Count]));
        await Until.TrueAsync(() => Volatile.Read(ref answered) - before >= count, () => $"{Volatile.Read(ref answered) - before} of {count} were answered.");
        return (Stopwatch.GetElapsedTime(started), Program.Processor - processor);
    }

    /// <summary>Ten messages a second, whatever becomes of them.</summary>
    /// <returns>Milliseconds to the 200, and to the reply.</returns>
    public async Task<(IReadOnlyList<double> Acknowledged, IReadOnlyList<double> Answered)> PaceAsync(int seconds, IReadOnlyList<string> texts)
    {
        var messages = new List<Task<(string Ts, long At, double Acknowledged)>>();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < seconds * 10 && await beat.WaitForNextTickAsync(); i++)
        {
            messages.Add(SayAsync(texts[i % texts.Count]));
        }

        var sent = await Task.WhenAll(messages);
        await Until.TrueAsync(() => sent.All(s => answeredAt.ContainsKey(s.Ts)), () => "Not all were answered.");
        return ([.. sent.Select(s => s.Acknowledged)], [.. sent.Select(s => Stopwatch.GetElapsedTime(s.At, answeredAt[s.Ts]).TotalMilliseconds)]);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Program.DisposeAsync();
        await slack.DisposeAsync();
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }
    }

    private async Task<(string Ts, long At, double Acknowledged)> SayAsync(string text)
    {
        var number = Interlocked.Increment(ref said);
        var ts = string.Create(CultureInfo.InvariantCulture, $"1700000000.{number:000000}");
        var at = Stopwatch.GetTimestamp();
        var status = await delivery.MentionAsync(http, text, ts, channel: string.Create(CultureInfo.InvariantCulture, $"C0BENCH{number % 500:000}"));
        return status == HttpStatusCode.OK
            ? (ts, at, Stopwatch.GetElapsedTime(at).TotalMilliseconds)
            : throw new InvalidOperationException($"The program answered {status}.\n{Program.Output}");
    }
}
