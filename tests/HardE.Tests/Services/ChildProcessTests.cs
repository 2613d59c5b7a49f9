using System.Globalization;
using HardE.Agents.Services;

namespace HardE.Tests.Services;

public sealed class ChildProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("harde-test-").FullName;
    private readonly ChildProcess children = new(TimeProvider.System);

    [Fact]
    public async Task Arguments_reach_the_program_as_they_are_and_no_shell_reads_them()
    {
        var said = await RunAsync("printf", "%s|", "$(touch owned)", "a b", "it's; \"x\"");

        said.Output.ShouldBe("$(touch owned)|a b|it's; \"x\"|");
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_program_sees_nothing_of_our_environment_but_path_home_and_locale()
    {
        Environment.SetEnvironmentVariable("HARDE_TEST_SECRET", "do not tell");

        var said = await RunAsync("env");

        said.Output.ShouldNotContain("do not tell");
        said.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=')[0]).Order()
            .ShouldBe(["HOME", "LC_ALL", "PATH"]);
    }

    [Fact]
    public async Task Both_outputs_are_read_at_once_so_that_a_talkative_program_does_not_hang()
    {
        var said = await RunAsync("sh", "-c", "head -c 400000 /dev/zero | tr '\\0' e >&2; head -c 400000 /dev/zero | tr '\\0' o; echo end >&2");

        said.Output.Length.ShouldBe(400_000);
        said.Errors.Length.ShouldBe(8192);
        said.Errors.ShouldEndWith("end\n");
    }

    [Fact]
    public async Task A_program_that_waits_for_input_gets_none() => (await RunAsync("cat")).Output.ShouldBe("");

    [Fact]
    public async Task A_missing_program_says_how_to_install_it()
    {
        var command = new ChildCommand("no-such-ffmpeg", [], folder, TimeSpan.FromSeconds(5)) { Package = "ffmpeg" };

        var missing = await Should.ThrowAsync<ServiceException>(children.RunAsync(command, default));

        missing.Failure.ShouldBe(Failure.Missing);
        missing.Remedy.ShouldNotBeNull().ShouldContain("no-such-ffmpeg is not installed on this machine: sudo apt-get install -y ffmpeg");
    }

    [Fact]
    public async Task An_error_carries_the_end_of_what_the_program_said()
    {
        var failed = await Should.ThrowAsync<ServiceException>(RunAsync("sh", "-c", "echo first >&2; echo broken pipe wrench >&2; exit 3"));

        failed.Failure.ShouldBe(Failure.BadReply);
        failed.Message.ShouldContain("code 3");
        failed.Message.ShouldContain("broken pipe wrench");
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_killed_with_all_it_started()
    {
        var command = new ChildCommand("sh", ["-c", "sleep 60 & echo $! > child; sleep 60"], folder, TimeSpan.FromMilliseconds(400));

        var late = await Should.ThrowAsync<ServiceException>(children.RunAsync(command, default));

        late.Failure.ShouldBe(Failure.Transient);
        IsRunning(int.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "child")), CultureInfo.InvariantCulture)).ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_kills_the_program()
    {
        using var stop = new CancellationTokenSource();
        var running = children.RunAsync(new ChildCommand("sleep", ["60"], folder, TimeSpan.FromMinutes(1)), stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<ChildResult> RunAsync(string program, params string[] arguments) =>
        children.RunAsync(new ChildCommand(program, arguments, folder, TimeSpan.FromSeconds(20)), default);

    /// <summary>A killed process may stay as a zombie until its new parent looks: that is not running.</summary>
    private static bool IsRunning(int id)
    {
        var status = $"/proc/{id}/status";
        return File.Exists(status) && !File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
    }
}
