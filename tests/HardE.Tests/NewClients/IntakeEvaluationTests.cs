using HardE.Tests.Crm;
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
        var evaluation = await IntakeEvaluation.RunAsync(Path.Combine(CrmWorld.Repository(), file));
        output.WriteLine(evaluation.Report());

        evaluation.Invented.ShouldBe(0, evaluation.Report());
        ((double)evaluation.Passed / evaluation.Cases).ShouldBeGreaterThanOrEqualTo(0.95, evaluation.Report());
    }
}
