using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HardE.Simulators;

/// <summary>
/// A PostgreSQL server of its own on loopback, which may be stopped and started as one likes. Its programs refuse root: then
/// they run as the user postgres.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private readonly string bin;
    private readonly string folder;
    private readonly int port;

    private LocalPostgres(string bin, string folder, int port) => (this.bin, this.folder, this.port) = (bin, folder, port);

    /// <summary>The server's programs on this machine; null when they are not installed.</summary>
    public static string? Programs => Environment.GetEnvironmentVariable("HARDE_TEST_POSTGRES_BIN") is { Length: > 0 } given ? given
        : Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max()
            : null;

    /// <summary>For Npgsql; the database <c>postgres</c>.</summary>
    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=harde;Database=postgres");

    public static async Task<LocalPostgres> StartAsync()
    {
        var server = new LocalPostgres(
            Programs ?? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql"),
            Directory.CreateTempSubdirectory("harde-pg-").FullName,
            FreePort());
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres", server.folder);
        }

        await server.RunServerAsync("initdb", "-D", server.Data, "-A", "trust", "-U", "harde", "-E", "UTF8", "--locale=C", "--no-sync");
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Pulls the plug: connections break, nothing is written any more.</summary>
    public Task StopAsync() => RunServerAsync("pg_ctl", "-D", Data, "-m", "immediate", "-s", "stop");

    public Task StartAgainAsync() => RunServerAsync(
        "pg_ctl", "-D", Data, "-s", "-w", "-l", Path.Combine(folder, "log"),
        "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=200"), "start");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    private Task RunServerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(bin, program), .. arguments])
        : RunAsync(Path.Combine(bin, program), arguments);

    /// <summary>Without pipes: the server would inherit them, and nobody could tell when its starter ends.</summary>
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with code {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
