using HardE.Agents.Services;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Jobs.Engine;

/// <summary>Plugs in the job engine (Quartz.NET): schedules, retries, recovery, clustering.</summary>
public static class EngineSetup
{
    public static IServiceCollection AddEngine(this IServiceCollection services)
    {
        services.AddSettings<EngineOptions>("Engine");
        services.AddSingleton<EngineStore>().AddSingleton<ScopedJobFactory>().AddSingleton<JobEngine>();
        services.AddSingleton<Heartbeats>().AddSingleton<HeartbeatListener>();
        services.AddHostedService<EngineHost>();
        services.AddHostedService<HeartbeatAlarm>();
        return services;
    }
}
