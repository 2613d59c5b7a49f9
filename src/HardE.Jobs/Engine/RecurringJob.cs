using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace HardE.Jobs.Engine;

/// <summary>A job that runs again and again, on one node of many.</summary>
/// <param name="Name">Shown on the jobs page.</param>
/// <param name="Job">The <see cref="IJob"/>; must be marked as not to run twice at once.</param>
/// <param name="Interval">Time from start to start.</param>
internal sealed record RecurringJob(string Name, Type Job, TimeSpan Interval)
{
    public const string Group = "recurring";

    /// <summary>Stores it in the engine; a changed interval replaces the old trigger, a paused one stays paused.</summary>
    public async Task ScheduleAsync(IScheduler scheduler, CancellationToken ct)
    {
        var key = new TriggerKey(Name, Group);
        if (await scheduler.GetTrigger(key, ct) is ISimpleTrigger same && same.RepeatInterval == Interval)
        {
            if (await scheduler.GetTriggerState(key, ct) == TriggerState.Error)
            {
                await scheduler.ResetTriggerFromErrorState(key, ct);
            }

            return;
        }

        var job = JobBuilder.Create(Job).WithIdentity(Name, Group).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(job).StartNow()
            .WithSimpleSchedule(s => s.WithInterval(Interval).RepeatForever().WithMisfireHandlingInstructionNextWithRemainingCount())
            .Build();
        await scheduler.ScheduleJob(job, [trigger], replace: true, ct);
    }
}

internal static class RecurringJobs
{
    /// <summary>Adds a recurring job; its interval may depend on settings.</summary>
    public static IServiceCollection AddRecurring<TJob>(
        this IServiceCollection services, string name, Func<IServiceProvider, TimeSpan> interval) where TJob : class, IJob
    {
        services.TryAddScoped<TJob>();
        return services.AddSingleton(provider => new RecurringJob(name, typeof(TJob), interval(provider)));
    }
}
