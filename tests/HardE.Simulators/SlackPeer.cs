using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HardE.Simulators;

/// <summary>
/// The Node program that plays Slack with the official packages as judges (tests/peers/slack-peer). Its packages are
/// installed once, outside the source tree: in the folder of HARDE_TEST_PEERS, else under artifacts/peers.
/// </summary>
public sealed class SlackPeer
{
    public const string BotToken = "xoxb-peer-1";
    public const string AppToken = "xapp-peer-1";
    private static readonly SemaphoreSlim Installing = new(1, 1);
    private readonly string folder;

    private SlackPeer(string folder) => this.folder = folder;

    /// <summary>Where its Web API will be.</summary>
    public int Port { get; } = FreePort();

    public string ApiBase => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/api/");
    public string Authority => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <exception cref="InvalidOperationException">The packages could not be installed; a test must then fail.</exception>
    public static async Task<SlackPeer> FindAsync()
    {
        var root = Root();
        var source = Path.Combine(root, "tests", "peers", "slack-peer");
        var peers = Environment.GetEnvironmentVariable("HARDE_TEST_PEERS") is { Length: > 0 } given ? given : Path.Combine(root, "artifacts", "peers");
        var folder = Path.Combine(peers, "slack-peer");
        await Installing.WaitAsync();
        try
        {
            Copy(source, folder);
            if (!Directory.Exists(Path.Combine(folder, "node_modules", "@slack", "bolt")))
            {
                var (code, output) = await RunAsync(folder, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error");
                if (code != 0)
                {
                    throw new InvalidOperationException($"npm install of slack-peer failed:\n{output}");
                }
            }
        }
        finally
        {
            Installing.Release();
        }

        return new SlackPeer(folder);
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>Exit code, and everything it printed; the last line is <c>N passed, N failed</c>.</returns>
    public Task<(int Code, string Output)> RunAsync(params string[] arguments) => RunAsync(folder, "node", ["slack-peer.js", .. arguments]);

    /// <summary>Plays these scenarios against a bot at an address.</summary>
    public Task<(int Code, string Output)> PlayAsync(Uri bot, string secret, string scenarios, params string[] more) => RunAsync(
    [
        "--bot", bot.ToString().TrimEnd('/'), "--secret", secret, "--scenario", scenarios,
        "--api-port", Port.ToString(CultureInfo.InvariantCulture),
        "--commands", "/slack/commands", "--interactions", "/slack/interactions", "--strict", .. more,
    ]);

    private static async Task<(int Code, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end:\n{output}");
        }

        return (process.ExitCode, output.ToString().TrimEnd());
    }

    private static void Keep(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HardE.Bot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
