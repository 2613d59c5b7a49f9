using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.Scripting;

/// <summary>Plugs in the scripts.</summary>
public static class ScriptingSetup
{
    public static IServiceCollection AddScripting(this IServiceCollection services)
    {
        services.AddSingleton<ScriptWriter>();
        return services;
    }
}
