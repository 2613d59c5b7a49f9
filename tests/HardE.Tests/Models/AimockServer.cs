using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HardE.Tests.Models;

/// <summary>
/// The third-party model server aimock as a real process on a free loopback port, from a scratch copy of
/// tests/peers/aimock. One for all tests of the collection; ended by its process id.
/// </summary>
public sealed class AimockServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private Process? server;

    /// <summary>Base address for the OpenAI library.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1:1/v1");

    public async Task InitializeAsync()
    {
        var folder = await InstalledAsync();
        var port = FreePort();
        var program = Path.Combine(folder, "node_modules", ".bin", "llmock");
        server = Start(program, folder, "-p", $"{port}", "-h", "127.0.0.1", "-f", "./fixtures", "--validate-on-load", "--log-level", "warn");
        Url = new Uri($"http://127.0.0.1:{port}/v1");
        await ReadyAsync(new Uri($"http://127.0.0.1:{port}/health"));
    }

    public async Task DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        server?.Dispose();
    }

    private async Task ReadyAsync(Uri health)
    {
        using var http = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience && server is { HasExited: false })
        {
            try
            {
                if ((await http.GetAsync(health)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Yield(); // not listening yet
            }
        }

        throw new InvalidOperationException("aimock did not start; run it by hand: cd tests/peers/aimock && npm install && npm start");
    }

    private static async Task<string> InstalledAsync()
    {
        var from = Path.Combine(Root(), "tests", "peers", "aimock");
        var folder = Path.Combine(Path.GetTempPath(), "harde-peers", $"aimock-{Environment.UserName}");
        Directory.CreateDirectory(Path.Combine(folder, "fixtures"));
        File.Copy(Path.Combine(from, "package.json"), Path.Combine(folder, "package.json"), overwrite: true);
        foreach (var fixture in Directory.EnumerateFiles(Path.Combine(from, "fixtures")))
        {
            File.Copy(fixture, Path.Combine(folder, "fixtures", Path.GetFileName(fixture)), overwrite: true);
        }

        if (!File.Exists(Path.Combine(folder, "node_modules", ".bin", "llmock")))
        {
            await InstallAsync(folder);
        }

        return folder;
    }

    private static async Task InstallAsync(string folder)
    {
        const string Sentence = "The model tests need Node 20 and the npm package @copilotkit/aimock (tests/peers/aimock/package.json), and npm install failed";
        try
        {
            using var npm = Start("npm", folder, "install", "--no-audit", "--no-fund");
            var said = npm.StandardError.ReadToEndAsync();
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"{Sentence}: {await said}");
            }
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new InvalidOperationException($"{Sentence}: {problem.Message}", problem);
        }
    }

    private static Process Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        if (program != "npm")
        {
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
        }

        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HardE.Bot.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}

/// <summary>Tests that talk to aimock share one server.</summary>
[CollectionDefinition("aimock")]
public sealed class AimockTests : ICollectionFixture<AimockServer>;
