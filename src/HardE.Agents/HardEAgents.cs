using System.Reflection;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HardE.Agents;

/// <summary>Plugs in everything Hard-E knows: one line a folder.</summary>
public static class HardEAgents
{
    public static IServiceCollection AddHardEAgents(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings<CompanyOptions>("Company");
        services.AddSettings<DatabaseOptions>("Database");
        services.AddSettings<DataOptions>("Data");
        services.AddSingleton<Database>().AddSingleton<SchemaUpdater>();
        services.AddSingleton(new SchemaSource(Assembly.GetExecutingAssembly()));
        services.AddRoster();
        return services;
    }
}
