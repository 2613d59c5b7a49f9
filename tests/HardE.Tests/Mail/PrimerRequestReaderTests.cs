using HardE.Tests.Commands.Eval;

namespace HardE.Tests.Mail;

/// <summary>The development cases of samples/evals/primer.jsonl: orders and what only looks like one.</summary>
public sealed class PrimerRequestReaderTests
{
    [Fact]
    public async Task Every_development_case_is_read_as_expected()
    {
        var report = await EvalFiles.RunAsync("samples/evals/primer.jsonl");

        report.Failed.ShouldBe(0, report.Failures());
    }
}
