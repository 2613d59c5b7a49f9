using HardE.Agents.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Roster;

/// <summary>Plugs the agent file in.</summary>
public static class RosterSetup
{
    /// <summary>Registers <see cref="AgentConfig"/>, <see cref="AgentRoster"/> and the check at start.</summary>
    public static IServiceCollection AddRoster(this IServiceCollection services)
    {
        services.AddSettings<RosterOptions>("Agents");
        services.AddSingleton<SecretReference>(_ => new SecretReference());
        services.AddSingleton(p => AgentConfigFile.Read(p.GetRequiredService<IOptions<RosterOptions>>().Value.Find()));
        services.AddSingleton(p => p.GetRequiredService<AgentConfigFile>().Config);
        services.AddSingleton(p => AgentRoster.From(
            p.GetRequiredService<AgentConfigFile>(),
            DateOnly.FromDateTime(p.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime)));
        services.AddSingleton<RosterCheck>();
        services.AddHostedService<RosterStart>();
        return services;
    }
}
