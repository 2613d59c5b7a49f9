using HardE.Tests.Commands.Eval;
using Xunit.Abstractions;

namespace HardE.Tests.NewClients;

/// <summary>The quality measure of intake: records without a wrong field, and no value that nobody said.</summary>
public sealed class IntakeEvaluationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("samples/evals/intake.jsonl")]
    [InlineData("tests/HardE.Tests/NewClients/own-intake.jsonl")]
    [InlineData("tests/HardE.Tests/NewClients/fresh-intake.jsonl")]
    [InlineData("tests/HardE.Tests/NewClients/second-intake.jsonl")]
    public async Task Labelled_conversations_come_out_right(string file)
    {
        var report = await EvalFiles.RunAsync(file);
        output.WriteLine($"{report.Passed} of {report.Cases.Count} records without a wrong field\n{report.Failures()}");

        report.Slots.Sum(s => s.Invented).ShouldBe(0, report.Failures());
        report.PassedPercent.ShouldBeGreaterThanOrEqualTo(95, report.Failures());
    }
}
