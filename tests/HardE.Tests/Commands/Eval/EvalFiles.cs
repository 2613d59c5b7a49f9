using System.Runtime.CompilerServices;
using HardE.Bot.Commands.Eval;

namespace HardE.Tests.Commands.Eval;

/// <summary>Case files, run as <c>./harde eval</c> runs them.</summary>
internal static class EvalFiles
{
    /// <summary>A file of the repository by its path there.</summary>
    public static string Path(string inRepository, [CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "..", "..", inRepository));

    /// <summary>Runs the cases of one file by rules.</summary>
    public static async Task<EvalReport> RunAsync(string inRepository)
    {
        var (cases, problems) = EvalFile.Read([Path(inRepository)]);
        problems.ShouldBeEmpty();
        return await EvalRunner.RunAsync(cases, withModel: false, done: null, default);
    }

    /// <summary>The failed cases, for the message of a failed test.</summary>
    public static string Failures(this EvalReport report) =>
        string.Join("\n", report.Cases.Where(c => !c.Passed).Select(c => $"{c.Id}: {string.Join("; ", c.Problems)}"));
}
