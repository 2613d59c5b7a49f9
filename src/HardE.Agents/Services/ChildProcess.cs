using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace HardE.Agents.Services;

/// <summary>A program to run. Arguments go to it as they are: there is no shell.</summary>
/// <param name="Program">Found on the path.</param>
/// <param name="Arguments">One each.</param>
/// <param name="Folder">Its working directory, so that file names in arguments can be short and ours.</param>
/// <param name="Timeout">After this it and all it started are killed.</param>
public sealed record ChildCommand(string Program, IReadOnlyList<string> Arguments, string Folder, TimeSpan Timeout)
{
    /// <summary>The Debian package that holds the program, for the message when it is missing.</summary>
    public string Package { get; init; } = Program;

    /// <summary>Lower priority than the chat.</summary>
    public bool Background { get; init; }
}

/// <summary>What a program wrote before it ended well.</summary>
/// <param name="Output">Standard output, its first 1 MiB.</param>
/// <param name="Errors">Standard error, its last 8 KiB.</param>
public sealed record ChildResult(string Output, string Errors);

/// <summary>Runs other programs: cleared environment, no input, both outputs read at once, never left running.</summary>
public sealed class ChildProcess(TimeProvider clock)
{
    private const int OutputKept = 1 << 20;
    private const int ErrorsKept = 8 << 10;

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="ServiceException">
    /// <see cref="Failure.Missing"/>: not installed; <see cref="Failure.Transient"/>: took too long, or the disk is full;
    /// <see cref="Failure.BadReply"/>: it ended with an error.
    /// </exception>
    public async Task<ChildResult> RunAsync(ChildCommand command, CancellationToken ct)
    {
        using var process = Start(command);
        using var timer = new CancellationTokenSource(command.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
        var output = ReadAsync(process.StandardOutput, new Kept(OutputKept, FromStart: true));
        var errors = ReadAsync(process.StandardError, new Kept(ErrorsKept, FromStart: false));
        try
        {
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            ct.ThrowIfCancellationRequested();
            throw new ServiceException(
                command.Program, Failure.Transient, $"took longer than {command.Timeout.TotalSeconds:0} seconds and was stopped");
        }

        var result = new ChildResult(await output, await errors);
        return process.ExitCode == 0 ? result : throw Failed(command.Program, process.ExitCode, result.Errors);
    }

    private static Process Start(ChildCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            WorkingDirectory = command.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin";
        start.Environment["HOME"] = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
            process.StandardInput.Close();
            LowerPriority(process, command.Background);
            return process;
        }
        catch (Win32Exception problem) when (problem.NativeErrorCode == 2) // ENOENT
        {
            throw new ServiceException(
                "media", Failure.Missing, $"{command.Program} is not installed", problem)
            {
                Remedy = $"{command.Program} is not installed on this machine: sudo apt-get install -y {command.Package}",
            };
        }
    }

    private static void LowerPriority(Process process, bool background)
    {
        try
        {
            if (background && !process.HasExited)
            {
                process.PriorityClass = ProcessPriorityClass.BelowNormal;
            }
        }
        catch (Exception problem) when (problem is InvalidOperationException or Win32Exception)
        {
            Debug.WriteLine(problem.Message); // it has ended meanwhile, or the system allows no change: it runs all the same
        }
    }

    private static async Task<string> ReadAsync(StreamReader from, Kept kept)
    {
        var buffer = new char[4096];
        while (await from.ReadAsync(buffer) is > 0 and var read)
        {
            kept.Add(buffer.AsSpan(0, read));
        }

        return kept.ToString();
    }

    private static ServiceException Failed(string program, int code, string errors)
    {
        if (errors.Contains("No space left on device", StringComparison.Ordinal))
        {
            return new ServiceException(program, Failure.Transient, "the disk is full");
        }

        var said = errors.TrimEnd();
        return new ServiceException(program, Failure.BadReply, $"ended with code {code}: {said[Math.Max(0, said.Length - 400)..]}");
    }

    private sealed record Kept(int Limit, bool FromStart)
    {
        private readonly StringBuilder text = new();

        public void Add(ReadOnlySpan<char> more)
        {
            text.Append(more);
            if (text.Length > Limit)
            {
                text.Remove(FromStart ? Limit : 0, text.Length - Limit);
            }
        }

        public override string ToString() => text.ToString();
    }
}
