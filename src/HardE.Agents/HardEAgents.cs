using HardE.Agents.CallAnalysis;
using HardE.Agents.Crm;
using HardE.Agents.Knowledge;
using HardE.Agents.Models;
using HardE.Agents.NewClients;
using HardE.Agents.Pricing;
using HardE.Agents.Roster;
using HardE.Agents.Scripting;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Triage;
using HardE.Agents.Turns;
using HardE.Agents.Voice;
using HardE.Agents.WebSearch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HardE.Agents;

/// <summary>Plugs in everything Hard-E knows: one line a folder.</summary>
public static class HardEAgents
{
    public static IServiceCollection AddHardEAgents(this IServiceCollection services, Providers chosen)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(chosen);
        services.AddSettings<CompanyOptions>("Company");
        services.AddState().AddFiles();
        services.AddTurns();
        services.AddRoster().AddTriage().AddModels();
        services.AddCrm().AddNewClients();
        services.AddKnowledge().AddCallAnalysis().AddWebSearch();
        services.AddScripting();
        services.AddPricing();
        services.AddVoice();
        return services;
    }
}
