using HardE.Tests.Commands.Eval;

namespace HardE.Tests.Crm;

/// <summary>The development cases of kind crm, as whole turns through triage on a fresh CRM each (specs: evals).</summary>
public sealed class CrmEvalTests
{
    [Fact]
    public async Task Every_development_case_holds()
    {
        var report = await EvalFiles.RunAsync("samples/evals/crm.jsonl");

        report.Failed.ShouldBe(0, report.Failures());
    }
}
