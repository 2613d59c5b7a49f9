using System.Diagnostics;
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

    /// <summary>Starts it on a free port in a new data folder.</summary>
    public static async Task<RunningProgram> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("harde-scenario-").FullName;
        var program = new RunningProgram(settings, folder, $"http://127.0.0.1:{FreePort()}");
        await program.StartAsync();
        return program;
    }

    /// <summary>Starts it (again) and waits until it takes messages.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(StartInfo()) ?? throw new InvalidOperationException("The program did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Url };
        var until = DateTime.UtcNow + Patience;
        while (!await IsReadyAsync(http))
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

    /// <summary>The door of the terminal, as commands beside the host use it.</summary>
    public TerminalClient Terminal() => new(HostFile.Find(Folder) ?? throw new InvalidOperationException("No host file."));

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

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Dll());
        start.ArgumentList.Add("up");
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(Url.ToString().TrimEnd('/'));
        start.Environment["HARDE_Data__Folder"] = Folder;
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

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("health/live");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The program as this build made it, beside the tests' own folder.</summary>
    internal static string Dll()
    {
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
