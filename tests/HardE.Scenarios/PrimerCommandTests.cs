using System.Diagnostics;
using HardE.Bot.Commands;

namespace HardE.Scenarios;

/// <summary><c>./harde primer</c> as typed: beside a running host, and with none.</summary>
public sealed class PrimerCommandTests
{
    private static readonly Dictionary<string, string> Short = new() { ["HARDE_Primer__MaxSentences"] = "1" };

    [Fact]
    public async Task Without_a_host_the_command_makes_the_video_itself_and_ends()
    {
        var folder = Directory.CreateTempSubdirectory("harde-primer-").FullName;
        try
        {
            var (code, output) = await RunAsync(folder, "primer", "John Smith", "--note", "for Thursday");

            code.ShouldBe(0, output);
            output.ShouldContain("clean up");
            output.ShouldContain("the homeowner was mailed");
            HostFile.Find(folder).ShouldBeNull();
            (await RunAsync(folder, "primer", "Zebulon Nobody")).Output.ShouldContain("I find no customer called Zebulon Nobody");
            var (unclear, choices) = await RunAsync(folder, "primer", "Johnson");
            unclear.ShouldBe(2);
            choices.ShouldContain("./harde primer \"Thomas Johnson\"");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Beside_a_host_that_one_makes_it_and_a_held_one_is_released_in_chat()
    {
        await using var program = await RunningProgram.StartAsync(Short);

        var (code, output) = await RunAsync(program.Folder, "primer", "--job", "2603-101-01", "--hold");
        code.ShouldBe(2, output);
        output.ShouldContain("It waits for your yes");
        var words = output.Split("./harde say \"")[1].Split('"')[0];

        (await program.AskAsync(words)).Text.ShouldContain("goes to the homeowner now");
        (await RunAsync(program.Folder, "primer", "--job", "2603-101-01")).Output.ShouldContain("the homeowner was mailed");
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(RunningProgram.Dll());
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["HARDE_Data__Folder"] = folder;
        foreach (var (name, value) in Short)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Join(' ', $"{output}{await errors}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
