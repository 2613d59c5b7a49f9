using HardE.Agents.Crm;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Agents.Voice;
using HardE.Agents.Triage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HardE.Agents;

/// <summary>Plugs in everything Hard-E knows: one line a folder.</summary>
public static class HardEAgents
{
    public static IServiceCollection AddHardEAgents(this IServiceCollection services, Providers chosen)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings<CompanyOptions>("Company");
        services.AddState();
        services.AddTurns();
        services.AddFiles();
        services.AddVoice();
        services.AddSingleton(chosen);
        services.AddRoster();
        services.AddCrm();
        services.AddSettings<DatabaseOptions>("Database");
        services.AddSettings<DataOptions>("Data");
        services.AddSingleton<Database>().AddSingleton<SchemaUpdater>();
        services.AddSingleton(new SchemaSource(Assembly.GetExecutingAssembly()));
        services.AddRoster().AddTriage();
        return services;
    }
}
