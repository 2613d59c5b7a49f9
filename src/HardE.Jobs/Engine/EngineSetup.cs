using HardE.Agents.Services;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Jobs.Engine;

/// <summary>Plugs in the job engine (Quartz.NET): schedules, retries, recovery, clustering.</summary>
public static class EngineSetup
{
    /// <param name="works">False on a node that only takes requests (<c>Node:Role</c> bot): it stores jobs, others run them.</param>
    public static IServiceCollection AddEngine(this IServiceCollection services, bool works)
    {
        services.AddSettings<EngineOptions>("Engine");
        services.AddSingleton<EngineStore>().AddSingleton<ScopedJobFactory>().AddSingleton<JobEngine>();
        services.AddSingleton<Heartbeats>().AddSingleton<HeartbeatListener>();
        services.AddSingleton(new EngineRole(works));
        services.AddHostedService<EngineHost>();
        return works ? services.AddHostedService<HeartbeatAlarm>() : services;
    }
}
