using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HardE.Scenarios;

/// <summary>The demo as a new user runs it; the pages in docs/examples are what it writes.</summary>
public sealed partial class DemoTests
{
    [Fact]
    public async Task The_demo_does_both_jobs_and_writes_the_examples_that_stand_in_docs()
    {
        var work = Directory.CreateTempSubdirectory("harde-demo-").FullName;
        var (code, output) = await DemoAsync("--quick", "--folder", Path.Combine(work, "data"), "--examples", Path.Combine(work, "examples"));

        code.ShouldBe(0, output);
        foreach (var page in new[] { "conversation.md", "hand-offs.md", "pipeline-log.md" })
        {
            var made = await File.ReadAllTextAsync(Path.Combine(work, "examples", page));
            var kept = await File.ReadAllTextAsync(Path.Combine(Repository(), "docs", "examples", page));
            Shape(made).ShouldBe(Shape(kept), $"docs/examples/{page} is not what the program writes: ./harde demo --examples docs/examples makes it anew");
        }

        Directory.Delete(work, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_not_emptied()
    {
        var work = Directory.CreateTempSubdirectory("harde-demo-").FullName;
        await File.WriteAllTextAsync(Path.Combine(work, "thesis.txt"), "years of work");

        var (code, output) = await DemoAsync("--quick", "--folder", work);

        code.ShouldBe(2);
        output.ShouldContain("it is not emptied");
        File.Exists(Path.Combine(work, "thesis.txt")).ShouldBeTrue();
        Directory.Delete(work, recursive: true);
    }

    private static async Task<(int Code, string Output)> DemoAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Repository(), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[RunningProgram.Dll(), "demo", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>What stays the same from day to day: who speaks, what is done; not dates, times, sizes and ids.</summary>
    private static string Shape(string page) => string.Join('\n', page.ReplaceLineEndings("\n").Split('\n').Where(l => Kept().IsMatch(l)).Select(line =>
        Number().Replace(Id().Replace(line, "0"), "0") is var plain && plain.Length > 120 ? plain[..120] : plain));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HardE.Bot.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    /// <summary>Headings, speakers, receipts, tables, lists; the paragraphs of a script hold dates in words.</summary>
    [GeneratedRegex(@"^(?:#|\*\*|> |\||- |\d+\. )")]
    private static partial Regex Kept();

    [GeneratedRegex(@"\b(?=[0-9a-f]*\d)[0-9a-f]{8,}\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? |\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* |[\d][\d.:,-]*")]
    private static partial Regex Number();
}
