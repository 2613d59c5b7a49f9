using HardE.Agents.Crm.Embedded;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Agents.Crm;

/// <summary>Plugs in the customer records and all that works on them.</summary>
public static class CrmSetup
{
    public static IServiceCollection AddCrm(this IServiceCollection services)
    {
        services.AddSettings<CrmOptions>("Crm");
        services.AddSingleton<EmbeddedCrm>().AddSingleton<SeedLoader>().AddSingleton<SampleCrm>().AddSingleton<CustomerImport>();
        services.AddSingleton<ICrm>(provider => provider.GetRequiredService<EmbeddedCrm>());
        services.AddSingleton<Staff>().AddSingleton<CustomerLookup>().AddSingleton<JobLookup>().AddSingleton<CrmReading>();
        services.AddSingleton<CrmUndo>().AddSingleton<CrmWriting>().AddSingleton<NoteWriting>().AddSingleton<JobFields>();
        services.AddSingleton<IAgentRules, Rules.CrmRules>();
        return services.AddTools();
    }

    private static IServiceCollection AddTools(this IServiceCollection services) => services
        .AddSingleton<ITool, SearchCustomersTool>()
        .AddSingleton<ITool, GetCustomerTool>()
        .AddSingleton<ITool, FindJobsTool>()
        .AddSingleton<ITool, CreateJobTool>()
        .AddSingleton<ITool, UpdateJobTool>()
        .AddSingleton<ITool, AddJobNoteTool>()
        .AddSingleton<ITool, AddCustomerNoteTool>()
        .AddSingleton<ITool, MoveJobStageTool>()
        .AddSingleton<ITool, UndoWriteTool>();
}
