using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Quartz.Spi;

namespace HardE.Jobs.Engine;

/// <summary>Makes each job from the container, in a scope that ends with the job.</summary>
internal sealed class ScopedJobFactory(IServiceScopeFactory scopes) : IJobFactory
{
    public IJob NewJob(TriggerFiredBundle bundle, IScheduler scheduler)
    {
        var scope = scopes.CreateScope();
        try
        {
            return new ScopedJob(scope, (IJob)scope.ServiceProvider.GetRequiredService(bundle.JobDetail.JobType));
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    public void ReturnJob(IJob job) => (job as IDisposable)?.Dispose();

    private sealed class ScopedJob(IServiceScope scope, IJob inner) : IJob, IDisposable
    {
        public Task Execute(IJobExecutionContext context) => inner.Execute(context);

        public void Dispose() => scope.Dispose();
    }
}
