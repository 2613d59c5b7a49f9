using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using HardE.Agents.Turns;
using HardE.Bot.Commands;

namespace HardE.Scenarios;

/// <summary>The real program in a process of its own, as <c>./harde up</c> starts it; it can be killed and started again.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly StringBuilder output = new();
    private Process? process;

    private RunningProgram(IReadOnlyDictionary<string, string> settings, string folder, string url)
    {
        this.settings = settings;
        Folder = folder;
        Url = new Uri(url);
    }

    public string Folder { get; }
    public Uri Url { get; }

    /// <summary>What it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Of that, the lines about failures.</summary>
    public string Failures => string.Join('\n', Output.Split('\n').Where(l => l.StartsWith("fail:", StringComparison.Ordinal)).Take(5));

    /// <summary>Starts it on a free port in a new data folder, or in the one given.</summary>
    public static async Task<RunningProgram> StartAsync(IReadOnlyDictionary<string, string> settings, string? folder = null)
    {
        folder = folder is null ? Directory.CreateTempSubdirectory("harde-scenario-").FullName : Directory.CreateDirectory(folder).FullName;
        var program = new RunningProgram(settings, folder, $"http://127.0.0.1:{FreePort()}");
        await program.StartAsync();
        return program;
    }

    /// <summary>Processor time of this run of the process.</summary>
    public TimeSpan Processor
    {
        get
        {
            process!.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public int ProcessId => process!.Id;

    /// <summary>A line of what Linux says of the process, in kB: <c>VmRSS</c> now, <c>VmHWM</c> at most.</summary>
    public long Kilobytes(string line) => long.Parse(
        File.ReadLines($"/proc/{ProcessId}/status").First(l => l.StartsWith(line + ":", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Starts it (again) and waits until it takes messages.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(StartInfo(Folder, settings, "up", "--urls", Url.ToString().TrimEnd('/'))) ?? throw new InvalidOperationException("The program did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var until = DateTime.UtcNow + Patience;
        while (await StatusAsync("health/live") != HttpStatusCode.OK)
        {
            if (process.HasExited || DateTime.UtcNow > until)
            {
                throw new InvalidOperationException($"The program is not ready:\n{Output}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>kill -9: no warning, nothing is written any more.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <returns>What an address answers; null when nobody does.</returns>
    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Url };
        try
        {
            using var answer = await http.GetAsync(path);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The door of the terminal, as commands beside the host use it.</summary>
    public TerminalClient Terminal() => new(HostFile.Find(Folder) ?? throw new InvalidOperationException("No host file."));

    /// <summary>A command of the owner, handed to the running program as <c>./harde people</c> and the like do.</summary>
    public async Task CommandAsync(params string[] words)
    {
        var host = HostFile.Find(Folder) ?? throw new InvalidOperationException("No host file.");
        using var http = new HttpClient { BaseAddress = Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", host.Token);
        using var answer = await http.PostAsJsonAsync("owner/commands", new OwnerCommand(words));
        var result = await answer.Content.ReadFromJsonAsync<OwnerCommandResult>();
        if (result is not { ExitCode: 0 })
        {
            throw new InvalidOperationException($"{string.Join(' ', words)}: {result?.Output}");
        }
    }

    public async Task<TurnReply> AskAsync(string text, string conversation = "test", string role = "owner")
    {
        using var client = Terminal();
        using var limit = new CancellationTokenSource(Patience);
        return await client.AskAsync(new(Guid.NewGuid().ToString("N"), conversation, text, null, null, role), limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            Kill();
        }

        await Task.Yield();
        Directory.Delete(Folder, recursive: true);
    }

    private static ProcessStartInfo StartInfo(string folder, IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Dll());
        words.ToList().ForEach(start.ArgumentList.Add);
        start.Environment["HARDE_Data__Folder"] = folder;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    /// <summary>A command that ends by itself, in a process of its own.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string folder, IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        using var process = Process.Start(StartInfo(folder, settings, words)) ?? throw new InvalidOperationException("The program did not start.");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"'{string.Join(' ', words)}' did not end.");
        }

        return (process.ExitCode, string.Concat(await said));
    }

    /// <summary>The program: HARDE_TEST_PROGRAM, or as this build made it, beside the tests' own folder.</summary>
    internal static string Dll()
    {
        if (Environment.GetEnvironmentVariable("HARDE_TEST_PROGRAM") is { Length: > 0 } given)
        {
            return given;
        }

        var tests = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        return Path.Combine(tests.Parent!.Parent!.FullName, "HardE.Bot", tests.Name, "HardE.Bot.dll");
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
