using HardE.Agents.Services;
using HardE.Jobs.Primer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HardE.Tests.Primer;

/// <summary>Ten steps that only note that they ran; one of them can be told what to do instead.</summary>
internal sealed class FakeSteps
{
    private readonly Dictionary<string, Queue<Func<PrimerRun, StepResult>>> instead = [];

    /// <summary>Names of the steps that finished, in order.</summary>
    public List<string> Ran { get; } = [];

    public void Add(IServiceCollection services)
    {
        services.RemoveAll<IPrimerStep>();
        foreach (var name in PrimerPipeline.Order)
        {
            services.AddScoped<IPrimerStep>(_ => new Step(name, this));
        }
    }

    /// <summary>What a step does at its next runs, one after the other; then it is done.</summary>
    public FakeSteps When(string step, params Func<PrimerRun, StepResult>[] acts)
    {
        instead[step] = new Queue<Func<PrimerRun, StepResult>>(acts);
        return this;
    }

    public static Func<PrimerRun, StepResult> Fail(Failure failure) => _ => throw new ServiceException("service", failure, "told to");

    private StepResult Run(string name, PrimerRun run)
    {
        if (instead.GetValueOrDefault(name) is { Count: > 0 } acts)
        {
            return acts.Dequeue()(run);
        }

        Ran.Add(name);
        return new StepResult.Done(run, name);
    }

    private sealed class Step(string name, FakeSteps all) : IPrimerStep
    {
        public string Name => name;

        public string InputOf(PrimerRun run) => run.Id;

        public Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct) => Task.FromResult(all.Run(name, run));
    }
}
