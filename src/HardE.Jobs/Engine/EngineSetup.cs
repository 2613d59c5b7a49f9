using HardE.Agents.Services;
using HardE.Agents.State;
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
        services.AddSingleton(p => new EngineBoard(
            p.GetRequiredService<JobEngine>(), p.GetRequiredService<Heartbeats>(), p.GetRequiredService<Database>(), p.GetRequiredService<NodeIdentity>(),
            p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new EngineRole(works));
        services.AddHostedService<EngineHost>();
        return works ? services.AddHostedService<HeartbeatAlarm>() : services;
    }
}
